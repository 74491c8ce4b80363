import type { Span } from './span.ts';

/** The words of a text, one behind the other from end to end: where each ends. Overwritten by the cutter's next cut. */
export interface WordCut {
  readonly ends: Int32Array;
  readonly size: number;
}

/** Cuts a normalised text into words. Given from outside, because it needs a dictionary. */
export type WordCutter = (text: string) => WordCut;

/** The words of a cut as spans. */
export function spansOfCut({ ends, size }: WordCut): Span[] {
  return Array.from({ length: size }, (_, at) => ({
    start: at === 0 ? 0 : (ends[at - 1] as number),
    end: ends[at] as number,
  }));
}
