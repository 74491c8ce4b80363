import { isDigit } from './grams.ts';
import { type Normalised, normalise } from './normalise.ts';
import { isLatin } from './quantities/characters.ts';
import type { Span } from './span.ts';
import { isTagged, mayBeTagged, untagged } from './tags.ts';
import { createUnitText, putText, type UnitText, unitsAsText, unitTextOf } from './unit-text.ts';

/**
 * Normalises a headline and drops what only typesetting put there: blanks between Chinese characters and digits or
 * Latin letters, which many houses set (活到 180 岁; sparanoid/chinese-copywriting-guidelines on GitHub); the tags of a
 * newsroom at its ends; and what parts single characters to hide their word (永·动·机), which counts as hidden. A
 * headline's digest rests on the normalised text, so that one known stays known; rules, grams and words are looked for
 * in this one.
 */
export function condense(raw: string, scratch?: UnitText): Normalised {
  const normalised = normalise(raw, scratch);
  const { text } = normalised;
  const { units } = scratch === undefined ? unitTextOf(text) : putText(scratch, text);
  return isCondensed(units, 0, text.length) ? normalised : within(normalised, untagged(text));
}

/** Only the text of {@link condense}, for many headlines. */
export function createCondenser(): (raw: string) => string {
  const scratch = createUnitText();
  return (raw) => condense(raw, scratch).text;
}

/** What a word of a rule must read like to be found in headlines: as {@link condense} reads it, but with its tags. */
export function condensedText(raw: string): string {
  const normalised = normalise(raw);
  return within(normalised, { start: 0, end: normalised.text.length }).text;
}

/** Puts a text that is normalised, condensed, in place of the one before. */
export function putCondensed(into: UnitText, text: string): UnitText {
  putText(into, text);
  return isCondensed(into.units, into.from, into.to) ? into : putText(into, condense(text).text);
}

/** Whether nothing is to be dropped from the normalised units between two places. */
export function isCondensed(units: Uint16Array, from: number, to: number): boolean {
  if (mayBeTagged(units, from, to) && isTagged(unitsAsText(units, from, to))) return false;
  for (let at = from; at < to; at += 1) {
    const unit = units[at] as number;
    if (unit > LAST_PARTING || IS_PARTING[unit] === 0) continue;
    if (isHouseBlank(units, from, to, at) || partedEnd(units, from, to, at) > at) return false;
  }
  return true;
}

function within(normalised: Normalised, { start, end }: Span): Normalised {
  const { text } = normalised;
  const { units } = unitTextOf(text);
  const parting: Span[] = [];
  const origins: Span[] = [];
  let kept = '';
  let copied = start;
  let firstSign = start;
  let partedTo = start;
  for (let at = start; at < end; at += 1) {
    const last = partedEnd(units, start, end, at);
    if (last > at) {
      firstSign = at;
      partedTo = last;
    }
    const isParting = at < partedTo && (at - firstSign) % 2 === 0;
    if (isParting) parting.push(originOf(normalised, at));
    if (isParting || isHouseBlank(units, start, end, at)) {
      kept += text.slice(copied, at);
      copied = at + 1;
    } else origins.push(originOf(normalised, at));
  }
  if (origins.length === text.length) return normalised;
  return { text: kept + text.slice(copied, end), origins, hidden: [...normalised.hidden, ...parting] };
}

function originOf({ origins }: Normalised, at: number): Span {
  return origins?.[at] ?? { start: at, end: at + 1 };
}

const BLANK = 0x20;
/** Signs at once behind a number, and at once before one. */
const NUMBER_SIGNS = unitsOf('%°‰');
const PLUS_AND_MINUS = unitsOf('+-−');

function isHouseBlank(units: Uint16Array, from: number, to: number, at: number): boolean {
  if (units[at] !== BLANK || at === from || at + 1 === to) return false;
  const before = units[at - 1] as number;
  const after = units[at + 1] as number;
  if (isHan(after)) return isDigitOrLatin(before) || NUMBER_SIGNS.has(before);
  if (isDigit(before) && NUMBER_SIGNS.has(after)) return true;
  if (!isHan(before)) return false;
  return (
    isDigitOrLatin(after) || (PLUS_AND_MINUS.has(after) && at + 2 < to && isDigit(units[at + 2] as number))
  );
}

/** Signs that part characters to hide a word; others, as in 京-津-冀, part lists. */
const PARTING = unitsOf(' ·•‧・_*');
const LAST_PARTING = Math.max(...PARTING);
/** The same by unit: most units of a headline are none. */
const IS_PARTING = Uint8Array.from({ length: LAST_PARTING + 1 }, (_, unit) => Number(PARTING.has(unit)));

/** Signs that no name holds. */
const NAMELESS = unitsOf('_*');

/**
 * Where the characters end that are parted one by one, if the first sign that parts them stands at a place; else that
 * place. Three that stand alone are enough, or two and one that begins or ends a word. Between signs that no name holds
 * one is enough (民间研制永*动*机成功); 永·动·机 is not told from 穆罕默德·本·萨勒曼 within a sentence. Blanks
 * part the names of a list, too.
 */
function partedEnd(units: Uint16Array, from: number, to: number, at: number): number {
  const sign = units[at] as number;
  if (sign > LAST_PARTING || IS_PARTING[sign] === 0 || !isHanAt(units, from, to, at - 1)) return at;
  if (units[at - 2] === sign && isHanAt(units, from, to, at - 3)) return at;
  let end = at;
  while (units[end] === sign && isHanAt(units, from, to, end + 1)) end += 2;
  const signs = (end - at) / 2;
  const isTouched = isHanAt(units, from, to, at - 2);
  const touching = Number(isTouched) + Number(isHanAt(units, from, to, end));
  const alone = 1 + signs - touching;
  const isParted = alone > 2 || (alone === 2 && touching === 1) || (signs > 1 && NAMELESS.has(sign));
  if (!isParted) return at;
  return sign === BLANK && areNames(units, isTouched ? at + 1 : at - 1, end) ? at : end;
}

/** The commonest surnames, without those that are as common as words. */
const SURNAMES = unitsOf(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范廖贾夏韦付邹孟熊秦邱江尹薛闫段雷侯史陶黎贺顾毛郝龚邵钱严覃武戴莫孔汤',
);

/** Whether of characters with one blank each between them most that begin a pair are surnames, as in 王 军 李 明. */
function areNames(units: Uint16Array, from: number, to: number): boolean {
  let pairs = 0;
  let named = 0;
  for (let at = from; at < to; at += 4) {
    pairs += 1;
    if (SURNAMES.has(units[at] as number)) named += 1;
  }
  return named * 2 > pairs;
}

function unitsOf(signs: string): ReadonlySet<number> {
  return new Set([...signs].map((sign) => sign.charCodeAt(0)));
}

const FIRST_HAN = 0x3400;
const LAST_HAN = 0x9fff;

function isHan(unit: number): boolean {
  return unit >= FIRST_HAN && unit <= LAST_HAN;
}

function isHanAt(units: Uint16Array, from: number, to: number, at: number): boolean {
  return at >= from && at < to && isHan(units[at] as number);
}

function isDigitOrLatin(unit: number): boolean {
  return isDigit(unit) || isLatin(unit);
}
