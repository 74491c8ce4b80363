import nodejieba from 'nodejieba';
import type { Span } from '#classifier/core/span.ts';

/** jieba splits runs of Latin letters and digits (DNA -> D, N, A): they are taken out first. */
const LATIN_RUN = /[a-z0-9\u00df-\u024f]+(?:[.'-][a-z0-9]+)*/gu;

/**
 * Segments a normalised text into words by nodejieba; the spans cover the whole text in order. Tests hold
 * {@link ./cut-words.ts} to it, which the program uses: the first call here loads a dictionary in 0.8 s and 255 MB.
 */
export function segment(text: string): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const run of text.matchAll(LATIN_RUN)) {
    cutInto(spans, text, from, run.index);
    from = run.index + run[0].length;
    spans.push({ start: run.index, end: from });
  }
  cutInto(spans, text, from, text.length);
  return spans;
}

function cutInto(spans: Span[], text: string, start: number, end: number): void {
  if (start === end) return;
  let at = start;
  for (const word of nodejieba.cut(text.slice(start, end))) {
    const wordEnd = Math.min(end, at + word.length);
    if (wordEnd > at) spans.push({ start: at, end: wordEnd });
    at = wordEnd;
  }
  if (at < end) spans.push({ start: at, end });
}
