import { foldCluster, foldedUnit, isHiding, isInvisible, isStable } from './folding.ts';
import type { Span } from './span.ts';
import { putText, type UnitText, unitsAsText, unitTextOf } from './unit-text.ts';

/** A headline made comparable, with the way back to the text as printed. */
export interface Normalised {
  /** NFKC, lower case, simplified characters, no invisible characters, single blanks, trimmed. Digits stay. */
  readonly text: string;
  /** For each unit of `text`, where it came from in the raw text; null where every unit stayed in its place. */
  readonly origins: readonly Span[] | null;
  /** Places of zero-width and bidirectional characters within the raw text; at its ends they come with copying. */
  readonly hidden: readonly Span[];
}

const BLANK = 0x20;
const NOTHING_HIDDEN: readonly Span[] = [];
const ZERO_WIDTH_JOINER = 0x200d;

/**
 * Makes a headline comparable. Pure and linear; any string is accepted, lone surrogates stay as they are. Whoever normalises
 * many gives an array for their units.
 */
export function normalise(raw: string, scratch?: UnitText): Normalised {
  const { units, to } = scratch === undefined ? unitTextOf(raw) : putText(scratch, raw);
  const folding = foldUnits(units, 0, to);
  if (folding === 'strange') return normaliseSlowly(raw);
  return plainly(folding === 'kept' ? raw : unitsAsText(units, 0, to));
}

/** A text of which every unit stayed in its place. */
export function plainly(text: string): Normalised {
  return { text, origins: null, hidden: NOTHING_HIDDEN };
}

/** What became of units that are to be exchanged for others: nothing, they were, or more than that has to be done. */
export type Folding = 'kept' | 'folded' | 'strange';

/** Normalises units where they stand, if each is only exchanged for another; else some may be exchanged already. */
export function foldUnits(units: Uint16Array, from: number, to: number): Folding {
  let folding: Folding = 'kept';
  let before = BLANK;
  for (let at = from; at < to; at += 1) {
    let unit = units[at] as number;
    if (!isStable(unit)) {
      const folded = foldedUnit(unit);
      if (folded === 0) return 'strange';
      if (folded !== unit) folding = 'folded';
      units[at] = folded;
      unit = folded;
    }
    if (unit === BLANK && before === BLANK) return 'strange';
    before = unit;
  }
  return before === BLANK && to > from ? 'strange' : folding;
}

/** Only the text of {@link normalise}. */
export function normalisedText(raw: string): string {
  return normalise(raw).text;
}

/** Where a stretch of the normalised text stands in the raw text. */
export function rawSpan(normalised: Normalised, span: Span): Span {
  const { origins } = normalised;
  if (origins === null) return span;
  const first = origins[span.start];
  const last = origins[span.end - 1];
  return first === undefined || last === undefined
    ? { start: 0, end: 0 }
    : { start: first.start, end: last.end };
}

/** {@link normalise} for any text. */
function normaliseSlowly(raw: string): Normalised {
  const { visible, places, hidden } = withoutInvisible(raw);
  const units: number[] = [];
  const origins: Span[] = [];
  for (let at = 0; at < visible.length; ) {
    const end = clusterEnd(visible, at);
    const origin = { start: places[at] as number, end: (places[end - 1] as number) + 1 };
    for (const unit of foldedUnits(visible, at, end)) {
      if (unit === BLANK && (units.length === 0 || units.at(-1) === BLANK)) continue;
      units.push(unit);
      origins.push(origin);
    }
    at = end;
  }
  if (units.at(-1) === BLANK) {
    units.pop();
    origins.pop();
  }
  return { text: unitsAsText(Uint16Array.from(units), 0, units.length), origins, hidden };
}

/** The raw text without invisible characters, and where each unit that is left stood. */
function withoutInvisible(raw: string): { visible: string; places: number[]; hidden: Span[] } {
  const places: number[] = [];
  const hidden: Span[] = [];
  let visible = '';
  for (let at = 0; at < raw.length; at += 1) {
    const unit = raw.charCodeAt(at);
    if (!isInvisible(unit)) {
      places.push(at);
      visible += raw.charAt(at);
    } else if (isHiding(unit) && !joinsEmoji(raw, at)) {
      hidden.push({ start: at, end: at + 1 });
    }
  }
  const [first = 0, last = 0] = [places[0], places.at(-1)];
  return { visible, places, hidden: hidden.filter(({ start }) => start > first && start < last) };
}

/** End of the base character at `at` with the marks and jamo that follow it. */
function clusterEnd(text: string, at: number): number {
  let end = at + ((text.codePointAt(at) as number) > 0xffff ? 2 : 1);
  while (end < text.length && /[\p{M}\u1160-\u11ff]/u.test(text.charAt(end))) end += 1;
  return end;
}

function foldedUnits(text: string, start: number, end: number): number[] {
  const one = end === start + 1 ? foldedUnit(text.charCodeAt(start)) : 0;
  if (one !== 0) return [one];
  const folded = foldCluster(text.slice(start, end));
  return Array.from({ length: folded.length }, (_, at) => folded.charCodeAt(at));
}

/** A joiner between two emoji is spelling, not hiding. */
function joinsEmoji(raw: string, at: number): boolean {
  return (
    raw.charCodeAt(at) === ZERO_WIDTH_JOINER &&
    /\p{Extended_Pictographic}\uFE0F?$/u.test(raw.slice(Math.max(0, at - 3), at))
  );
}
