import type { Span } from '#classifier/core/span.ts';
import type { Unit } from './units.ts';

/** A number with what it counts or measures. */
export interface Quantity {
  readonly kind: 'quantity';
  /** In `unit`. Equal where the number is exact; 0 or infinity where it is open (不足300, 超过20). */
  readonly low: number;
  readonly high: number;
  /** 几, 数百, a bare 百 or 万: more a manner of speaking than a number. */
  readonly isVague: boolean;
  /** `none` where no known unit follows. Its name is as written. */
  readonly unit: Unit;
  /** Where number and unit stand. */
  readonly span: Span;
}

/** A day, month or year of the calendar; what is not named is null. It may not exist. */
export interface CalendarDate {
  readonly kind: 'date';
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  readonly span: Span;
}

/** A time of day; it may not exist. */
export interface ClockTime {
  readonly kind: 'time';
  readonly hour: number;
  readonly minute: number | null;
  readonly span: Span;
}

/** A number that counts nothing: 第3, G85, 3号线, 12345热线, a score of 3:2. */
export interface NumberLabel {
  readonly kind: 'label';
  readonly span: Span;
}

export type FoundNumber = Quantity | CalendarDate | ClockTime | NumberLabel;
