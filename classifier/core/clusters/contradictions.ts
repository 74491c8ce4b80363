import type { Span } from '#classifier/core/span.ts';
import { type AlignmentRoom, type Difference, differencesOf } from './alignment.ts';
import { type Claims, claimsOf } from './claims.ts';
import { NEGATIONS } from './contradiction-words.ts';

/** Where two headlines of one story cannot both be right. Spans are places in the normalised texts. */
export interface Contradiction {
  readonly kind: 'number' | 'place' | 'outcome';
  readonly here: Span;
  readonly there: Span;
}

const NONE: readonly Contradiction[] = [];

/**
 * Compares two normalised headlines that tell the same story: numbers with one unit that differ in the same place,
 * places that differ in the same place, and outcomes that exclude each other (a word against its opposite, or a
 * negation on one side). Wording that merely differs is no contradiction.
 */
export function contradictionsBetween(here: string, there: string): readonly Contradiction[] {
  return contradictionsOf(claimsOf(here), claimsOf(there));
}

/** {@link contradictionsBetween} of headlines whose claims are known; aligns them only where claims may disagree. */
export function contradictionsOf(
  here: Claims,
  there: Claims,
  room?: AlignmentRoom,
): readonly Contradiction[] {
  if (here.text === there.text) return NONE;
  const opposed = outcomesOf(here, there);
  if (!mayDiffer(here, there)) return opposed;
  const differences = differencesOf(here.text, there.text, room);
  return [
    ...differences.flatMap((difference) => numbersIn(difference, here, there)),
    ...differences.flatMap((difference) => placesIn(difference, here, there)),
    ...opposed,
    ...differences.flatMap((difference) => negationsIn(difference, here.text, there.text)),
  ];
}

function mayDiffer(here: Claims, there: Claims): boolean {
  if (here.negates || there.negates) return true;
  for (const left of here.numbers) {
    for (const right of there.numbers) {
      if (left.unit === right.unit && left.digits !== right.digits) return true;
    }
  }
  for (const left of here.places) {
    for (const right of there.places) {
      if (textOf(here.text, left) !== textOf(there.text, right)) return true;
    }
  }
  return false;
}

/** A number beside each first one of its unit that differs from it. Numbers begin in the stretch; units may lie behind. */
function numbersIn(difference: Difference, here: Claims, there: Claims): Contradiction[] {
  const found: Contradiction[] = [];
  for (const left of here.numbers) {
    if (!begins(left.span, difference.here)) continue;
    const right = there.numbers.find(
      ({ span, unit, digits }) =>
        begins(span, difference.there) && unit === left.unit && digits !== left.digits,
    );
    if (right) found.push({ kind: 'number', here: left.span, there: right.span });
  }
  return found;
}

/** The first place name on each side that reaches into the stretch. */
function placesIn(difference: Difference, here: Claims, there: Claims): Contradiction[] {
  const left = here.places.find((place) => overlaps(place, difference.here));
  const right = there.places.find((place) => overlaps(place, difference.there));
  if (left === undefined || right === undefined) return [];
  if (textOf(here.text, left) === textOf(there.text, right)) return [];
  return [{ kind: 'place', here: left, there: right }];
}

/** The first pair of opposites, in the order of their table, of which each side has another one and only that. */
function outcomesOf(here: Claims, there: Claims): readonly Contradiction[] {
  let least = Number.POSITIVE_INFINITY;
  let found = NONE;
  for (const left of here.outcomes) {
    const right = there.outcomes.find(({ pair, side }) => pair === left.pair && side !== left.side);
    if (right === undefined || left.pair >= least) continue;
    if (hasOutcome(here, right.pair, right.side) || hasOutcome(there, left.pair, left.side)) continue;
    least = left.pair;
    found = [{ kind: 'outcome', here: left.span, there: right.span }];
  }
  return found;
}

function hasOutcome({ outcomes }: Claims, pair: number, side: number): boolean {
  return outcomes.some((outcome) => outcome.pair === pair && outcome.side === side);
}

/** One side says nothing but a negation more. */
function negationsIn(difference: Difference, here: string, there: string): Contradiction[] {
  const left = textOf(here, difference.here);
  const right = textOf(there, difference.there);
  const negated = (left === '' && NEGATIONS.includes(right)) || (right === '' && NEGATIONS.includes(left));
  return negated ? [{ kind: 'outcome', ...difference }] : [];
}

function begins(span: Span, stretch: Span): boolean {
  return span.start >= stretch.start && span.start < stretch.end;
}

function overlaps(span: Span, stretch: Span): boolean {
  return span.start < stretch.end && span.end > stretch.start;
}

function textOf(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}
