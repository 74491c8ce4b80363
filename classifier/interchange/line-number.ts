/** How a list numbers its lines. */
export type NumberStyle =
  | 'dot'
  | 'comma'
  | 'bracket'
  | 'brackets'
  | 'square'
  | 'tab'
  | 'circle'
  | 'zh-comma'
  | 'zh-brackets';

/** A line that begins with a number. `certain` is false where it may be part of the headline: 1.5亿元, 一、二号线. */
export interface NumberedText {
  readonly style: NumberStyle;
  readonly value: number;
  readonly text: string;
  readonly certain: boolean;
}

const STYLES: readonly (readonly [NumberStyle, RegExp])[] = [
  ['dot', /^(\d{1,6})[.．]/],
  ['comma', /^(\d{1,6})、/],
  ['bracket', /^(\d{1,6})[)）]/],
  ['brackets', /^[(（](\d{1,6})[)）]/],
  ['square', /^[[【](\d{1,6})[\]】]/],
  ['tab', /^(\d{1,6})\t/],
  ['circle', /^([①-⑳])/],
  ['zh-comma', /^([一二三四五六七八九十]{1,3})、/],
  ['zh-brackets', /^[(（]([一二三四五六七八九十]{1,3})[)）]/],
];

/** What any of them begins with: most lines are tried no further. */
const NUMBER_START = /^[\d(（[【①-⑳一二三四五六七八九十]/;

/** Reads the number before a line: 1. 1、 1) (1) [1] ① 一、 (一), or a number and a tab. Null where there is none. */
export function readNumber(line: string): NumberedText | null {
  if (!NUMBER_START.test(line)) return null;
  for (const [style, pattern] of STYLES) {
    const found = pattern.exec(line);
    if (found?.[1] === undefined) continue;
    const behind = line.slice(found[0].length);
    const certain = !style.startsWith('zh') && !(style === 'dot' && /^\d/.test(behind));
    return { style, value: numberOf(found[1]), text: behind.trim(), certain };
  }
  return null;
}

function numberOf(digits: string): number {
  if (/^\d/.test(digits)) return Number(digits);
  if (/^[①-⑳]/.test(digits)) return (digits.codePointAt(0) ?? 0) - 0x2460 + 1;
  return chineseValue(digits);
}

/** 一 to 九十九; anything else counts as 0. */
function chineseValue(digits: string): number {
  const parts = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(digits);
  if (parts === null) return 0;
  const [, tens, ten, ones] = parts;
  const value = (digit: string | undefined) =>
    digit === undefined ? 0 : '一二三四五六七八九'.indexOf(digit) + 1;
  if (ten === undefined) return tens !== undefined && ones !== undefined ? 0 : value(tens) + value(ones);
  return (tens === undefined ? 1 : value(tens)) * 10 + value(ones);
}

/** What is needed of a numbered line to see whether it counts on. */
export type NumberMark = Omit<NumberedText, 'text'>;

/**
 * Which of the numbered lines of a text are items of a list, in the same order: those that count on from a line
 * before them or to one after, and a certain 1 that stands alone. Lines of one style count 1, 2, 3 or, as in Markdown,
 * 1, 1, 1, whatever stands between; lines of different styles count on from neighbour to neighbour: 1. 2、 (3) ④.
 * An uncertain `1.5亿元` counts only in a text where a line of its style is certain.
 */
export function countOn(lines: readonly NumberMark[]): boolean[] {
  const certainStyles = new Set(lines.flatMap((line) => (line.certain ? [line.style] : [])));
  const isItem = lines.map((line) => line.certain && line.value === 1);
  const last = new Map<NumberStyle | 'arabic' | 'zh', number>();
  for (const [place, line] of lines.entries()) {
    if (!isChinese(line) && !certainStyles.has(line.style)) continue;
    for (const group of [line.style, isChinese(line) ? 'zh' : 'arabic'] as const) {
      const before = last.get(group) ?? -1;
      if (countsOnFrom(lines[before], line)) {
        isItem[before] = true;
        isItem[place] = true;
      }
      last.set(group, place);
    }
  }
  return isItem;
}

/** Whether `b` may be the item after `a`: the next number, or in one style the same number again. */
export function countsOnFrom(a: NumberMark | undefined, b: NumberMark): boolean {
  if (a === undefined || a.value <= 0 || isChinese(a) !== isChinese(b)) return false;
  return b.value === a.value + 1 || (b.style === a.style && b.value === a.value);
}

/** Whether the number is written 一, 二, 三. */
export function isChinese({ style }: NumberMark): boolean {
  return style.startsWith('zh');
}
