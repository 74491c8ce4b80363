import type { Span } from '#classifier/core/span.ts';
import { type Difference, differencesOf } from './alignment.ts';
import { OPPOSITES, PLACE } from './contradiction-words.ts';

/** Where two headlines of one story cannot both be right. Spans are places in the normalised texts. */
export interface Contradiction {
  readonly kind: 'number' | 'place' | 'outcome';
  readonly here: Span;
  readonly there: Span;
}

/** A number as it stands, with the characters that may be its unit. */
const NUMBER = /(\d+(?:[.,]\d+)*|[零一二两三四五六七八九十百千]+)(多|余)?([万亿%]?[\p{Script=Han}a-z]?)/gu;
const NEGATIONS = ['未', '不', '没', '没有', '无', '并未', '并非', '拒', '拒绝'];

/**
 * Compares two normalised headlines that tell the same story: numbers with one unit that differ in the same place,
 * places that differ in the same place, and outcomes that exclude each other (a word against its opposite, or a
 * negation on one side). Wording that merely differs is no contradiction.
 */
export function contradictionsBetween(here: string, there: string): Contradiction[] {
  const differences = differencesOf(here, there);
  return [
    ...differences.flatMap((difference) => numbersIn(difference, here, there)),
    ...differences.flatMap((difference) => placesIn(difference, here, there)),
    ...outcomes(here, there),
    ...differences.flatMap((difference) => negationsIn(difference, here, there)),
  ];
}

function numbersIn(difference: Difference, here: string, there: string): Contradiction[] {
  return numbersNear(here, difference.here).flatMap((left) =>
    numbersNear(there, difference.there)
      .filter((right) => right.unit === left.unit && right.digits !== left.digits)
      .slice(0, 1)
      .map((right) => ({ kind: 'number' as const, here: left.span, there: right.span })),
  );
}

/** Numbers that begin inside a stretch; the unit may lie behind it. */
function numbersNear(text: string, stretch: Span): { digits: string; unit: string; span: Span }[] {
  return Array.from(text.matchAll(NUMBER), (match) => ({
    digits: match[1] as string,
    unit: match[3] as string,
    span: { start: match.index, end: match.index + match[0].length },
  })).filter(({ unit, span }) => unit !== '' && span.start >= stretch.start && span.start < stretch.end);
}

function placesIn(difference: Difference, here: string, there: string): Contradiction[] {
  const left = placeNear(here, difference.here);
  const right = placeNear(there, difference.there);
  if (left === undefined || right === undefined || textOf(here, left) === textOf(there, right)) return [];
  return [{ kind: 'place', here: left, there: right }];
}

/** The first place name that overlaps a stretch. */
function placeNear(text: string, stretch: Span): Span | undefined {
  for (const match of text.matchAll(PLACE)) {
    const span = { start: match.index, end: match.index + match[0].length };
    if (span.start < stretch.end && span.end > stretch.start) return span;
  }
  return undefined;
}

function outcomes(here: string, there: string): Contradiction[] {
  return OPPOSITES.flatMap(([one, other]) => [
    ...opposed(here, there, one, other),
    ...opposed(here, there, other, one),
  ]).slice(0, 1);
}

function opposed(here: string, there: string, one: string, other: string): Contradiction[] {
  if (!here.includes(one) || here.includes(other) || !there.includes(other) || there.includes(one)) return [];
  const [left, right] = [here.indexOf(one), there.indexOf(other)];
  return [
    {
      kind: 'outcome',
      here: { start: left, end: left + one.length },
      there: { start: right, end: right + other.length },
    },
  ];
}

/** One side says nothing but a negation more. */
function negationsIn(difference: Difference, here: string, there: string): Contradiction[] {
  const [left, right] = [textOf(here, difference.here), textOf(there, difference.there)];
  const negated = (left === '' && NEGATIONS.includes(right)) || (right === '' && NEGATIONS.includes(left));
  return negated ? [{ kind: 'outcome', ...difference }] : [];
}

function textOf(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}
