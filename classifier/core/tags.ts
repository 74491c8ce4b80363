import type { Span } from './span.ts';

/** What newsrooms put before or behind a headline to sort it: it says nothing of the claim, unlike 震惊, 独家 or 辟谣. */
const TAGS = '快讯|滚动|直播|专题|早报|晚报|视频|图集|组图|多图|附图|图文|图';
/** How the names of sites end that are put behind a headline; grids, railways and the like end in 网, too. */
const SITES = '(?<![电铁路联管水渔织组并入上断落触])网|客户端|日报|晚报|新闻';
const NAME = `\\p{Script=Han}{1,6}(?:${SITES})`;
/** Sites that a dash without blanks parts from a headline; before other names it parts places (青海-河南) and words. */
const AFTER_DASH = [
  '\\p{Script=Han}{1,6}(?:客户端|日报|晚报)',
  '(?:新华|人民|中新|中国新闻|央视|央广|光明|环球|凤凰|海外|观察者|参考消息|中国青年|中国经济|东方|南方|大众|红|大河|荆楚|华龙)网',
  '(?:央视|新浪|腾讯|网易|搜狐|澎湃|界面|封面|红星|极目|上观)新闻',
].join('|');

const IN_BRACKETS = `(?:【(?:${TAGS})】|\\[(?:${TAGS})\\]|\\((?:${TAGS})\\))`;
/** A picture before a headline draws the eye; marks of alarm say more than that. */
const PICTURE = '(?![❓-❗⚠🚨])\\p{Extended_Pictographic}\\p{Emoji_Modifier}?';

const BEFORE = new RegExp(`^(?:(?:${IN_BRACKETS}|(?:${TAGS}) ?[|丨]|${PICTURE}) ?)+`, 'u');
const BEHIND = new RegExp(
  `(?: ?${IN_BRACKETS}|(?: ?[_|]{1,2}| --?|--) ?(?:${NAME})|-(?:${AFTER_DASH}))+$`,
  'u',
);
/** Tags behind a headline are looked for so far from its end, so that the time is linear in its length. */
const REACH = 32;

/** The stretch of a normalised headline between its tags; all of it where it has none, or nothing else. */
export function untagged(text: string): Span {
  const start = BEFORE.exec(text)?.[0].length ?? 0;
  const tail = Math.max(0, text.length - REACH);
  const behind = BEHIND.exec(text.slice(tail));
  const end = behind === null ? text.length : tail + behind.index;
  return start < end ? { start, end } : { start: 0, end: text.length };
}

/** Whether a normalised headline has a tag and something else. */
export function isTagged(text: string): boolean {
  const { start, end } = untagged(text);
  return end - start < text.length;
}

/** Whether the normalised units between two places may begin or end with a tag; no where they plainly do not. */
export function mayBeTagged(units: Uint16Array, from: number, to: number): boolean {
  if (to === from) return false;
  if (isLeading(units[from] as number) || isTrailing(units[to - 1] as number)) return true;
  for (let at = from + 1; at < to && at < from + LONGEST_TAG; at += 1) {
    if (units[at] === BAR || units[at] === STROKE) return true;
  }
  return false;
}

const BAR = 0x7c;
const STROKE = 0x4e28;
/** A tag with a blank and the stroke behind it. */
const LONGEST_TAG = 4;

/** A bracket, the first unit of a picture beyond the basic plane, or one of the signs among which the others are. */
function isLeading(unit: number): boolean {
  if (unit >= FIRST_HAN) return unit >= FIRST_SURROGATE && unit < FIRST_LOW_SURROGATE;
  return (unit >= FIRST_SIGN && unit !== QUOTE && unit !== TITLE) || LOW_LEADING.includes(unit);
}

function isTrailing(unit: number): boolean {
  return TRAILING.includes(unit);
}

const FIRST_SIGN = 0x2000;
/** The signs of this range with which headlines begin most: “ and 《. */
const QUOTE = 0x201c;
const TITLE = 0x300a;
const FIRST_HAN = 0x3400;
const FIRST_SURROGATE = 0xd800;
const FIRST_LOW_SURROGATE = 0xdc00;
/** Brackets, and the two pictures that stand before all others. */
const LOW_LEADING = unitsOf('([©®');
const TRAILING = unitsOf('】])网端报闻');

function unitsOf(signs: string): readonly number[] {
  return Array.from(signs, (sign) => sign.charCodeAt(0));
}
