import type { Span } from '#classifier/core/span.ts';

/** A stretch of a text, inside one of the spans or between them. */
export interface CutPart {
  readonly text: string;
  readonly inside: boolean;
}

/** Cuts a text at its spans; overlapping spans join, empty ones vanish. The parts make up the text. */
export function cutSpans(text: string, spans: readonly Span[]): CutPart[] {
  const parts: CutPart[] = [];
  let at = 0;
  const add = (end: number, inside: boolean): void => {
    if (end > at) parts.push({ text: text.slice(at, end), inside });
    at = Math.max(at, end);
  };
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    add(start, false);
    add(end, true);
  }
  add(text.length, false);
  return parts;
}
