import type { Sentence } from '#classifier/core/trouble.ts';
import type { Unit } from './units.ts';

/** Least and greatest value, in the range's unit; null where that side is open. */
export interface Bounds {
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * How large something can be. A value beyond `likely` is doubtful: no record goes so far. One beyond `possible` cannot
 * be. All words are normalised literals.
 */
export interface PlausibleRange {
  readonly id: string;
  /** Raise when the range takes in other headlines than before. */
  readonly version: number;
  /** What is measured, as a noun: 人的年龄. */
  readonly name: Sentence;
  /** The unit of the bounds; quantities in other units of its dimension are converted. */
  readonly unit: Unit;
  /** The unit in English: years. */
  readonly unitName: string;
  readonly likely: Bounds;
  readonly possible: Bounds;
  /** Where the bounds come from: a record, a law, a physical limit, a statistic. */
  readonly source: Sentence;
  /** Words just before the number, or just behind its unit, that say what is measured. With none, any quantity is. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Words of which one must stand in the headline, where there are any. */
  readonly needed: readonly string[];
  /** Words just before the number or just behind its unit that say that something else is measured. */
  readonly notBefore: readonly string[];
  readonly notAfter: readonly string[];
  /** Words of which one in the headline switches the range off. */
  readonly unless: readonly string[];
  /** Whether a number without unit counts too: 月薪5万. */
  readonly bare: boolean;
}

/** Ranges, and words of which one in a headline (小说, 谣) switches all of them off. */
export interface RangeTable {
  readonly ranges: readonly PlausibleRange[];
  readonly unless: readonly string[];
}

export type Severity = 'doubtful' | 'impossible';

/** How bad it is that a quantity lies between these values; null where it may well be. */
export function severityOf(range: PlausibleRange, low: number, high: number): Severity | null {
  if (isBeyond(range.possible, low, high)) return 'impossible';
  return isBeyond(range.likely, low, high) ? 'doubtful' : null;
}

/** Leaves room for the rounding of conversions. */
const SLACK = 1e-9;

function isBeyond(bounds: Bounds, low: number, high: number): boolean {
  return (
    (bounds.high !== null && low > bounds.high + Math.abs(bounds.high) * SLACK) ||
    (bounds.low !== null && high < bounds.low - Math.abs(bounds.low) * SLACK)
  );
}
