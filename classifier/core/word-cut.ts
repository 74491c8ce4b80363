import type { Normalised } from './normalise.ts';
import type { Span } from './span.ts';

/** The words of a text, one behind the other from end to end: where each ends. Overwritten by the cutter's next cut. */
export interface WordCut {
  readonly ends: Int32Array;
  readonly size: number;
}

/** Cuts a normalised text into words. Given from outside, because it needs a dictionary. */
export type WordCutter = (text: string) => WordCut;

/** Cuts a headline into words; a sign that was printed as one (℃, read as °c) is in one word. */
export function cutHeadline(cutWords: WordCutter, { text, origins }: Normalised): WordCut {
  const cut = cutWords(text);
  if (origins === null) return cut;
  const ends = cut.ends
    .subarray(0, cut.size)
    .filter((end) => origins[end]?.start !== origins[end - 1]?.start);
  return { ends, size: ends.length };
}

/** The words of a headline as spans. */
export function wordsOfHeadline(cutWords: WordCutter, normalised: Normalised): Span[] {
  return spansOfCut(cutHeadline(cutWords, normalised));
}

/** The words of a cut as spans. */
export function spansOfCut({ ends, size }: WordCut): Span[] {
  return Array.from({ length: size }, (_, at) => ({
    start: at === 0 ? 0 : (ends[at - 1] as number),
    end: ends[at] as number,
  }));
}
