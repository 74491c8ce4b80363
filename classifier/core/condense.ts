import { isDigit } from './grams.ts';
import { type Normalised, normalise } from './normalise.ts';
import { isLatin } from './quantities/characters.ts';
import type { Span } from './span.ts';
import { putText, type UnitText, unitsAsText, unitTextOf } from './unit-text.ts';

/**
 * Normalises a headline and drops what only typesetting put there: blanks between Chinese characters and digits or
 * Latin letters, which many houses set (活到 180 岁; sparanoid/chinese-copywriting-guidelines on GitHub). A headline's
 * digest rests on the normalised text, so that one known stays known; rules, grams and words are looked for in this one.
 */
export function condense(raw: string, scratch?: UnitText): Normalised {
  const normalised = normalise(raw, scratch);
  const { units, to } =
    scratch === undefined ? unitTextOf(normalised.text) : putText(scratch, normalised.text);
  if (isCondensed(units, 0, to)) return normalised;
  const kept: number[] = [];
  for (let at = 0; at < to; at += 1) if (!isHouseBlank(units, 0, to, at)) kept.push(at);
  return keepOnly(normalised, kept);
}

/** Only the text of {@link condense}: what a word must read like to be found in headlines. */
export function condensedText(raw: string): string {
  return condense(raw).text;
}

/** Puts a text that is normalised, condensed, in place of the one before. */
export function putCondensed(into: UnitText, text: string): UnitText {
  putText(into, text);
  return isCondensed(into.units, into.from, into.to) ? into : putText(into, condensedText(text));
}

/** Whether nothing is to be dropped from the normalised units between two places. */
export function isCondensed(units: Uint16Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (isHouseBlank(units, from, to, at)) return false;
  return true;
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

function keepOnly({ text, origins, hidden }: Normalised, kept: readonly number[]): Normalised {
  return {
    text: unitsAsText(
      Uint16Array.from(kept, (at) => text.charCodeAt(at)),
      0,
      kept.length,
    ),
    origins: kept.map((at): Span => origins?.[at] ?? { start: at, end: at + 1 }),
    hidden,
  };
}

function unitsOf(signs: string): ReadonlySet<number> {
  return new Set([...signs].map((sign) => sign.charCodeAt(0)));
}

const FIRST_HAN = 0x3400;
const LAST_HAN = 0x9fff;

function isHan(unit: number): boolean {
  return unit >= FIRST_HAN && unit <= LAST_HAN;
}

function isDigitOrLatin(unit: number): boolean {
  return isDigit(unit) || isLatin(unit);
}
