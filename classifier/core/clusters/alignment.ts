import type { Span } from '#classifier/core/span.ts';

/** A stretch in which two texts differ; an empty span marks where the other text has something more. */
export interface Difference {
  readonly here: Span;
  readonly there: Span;
}

/** A run of digits with separators, a Latin word, or one character. */
const PIECE = /\d+(?:[.,]\d+)*|[a-z]+|[\s\S]/gu;

/**
 * Aligns two texts on their longest common subsequence of pieces (Hunt and Szymanski's problem, by the plain table) and
 * gives what lies between. Time and memory grow with the product of the lengths: made for headlines.
 */
export function differencesOf(here: string, there: string): Difference[] {
  const left = piecesOf(here);
  const right = piecesOf(there);
  const longest = lengthsOf(left.map(textIn(here)), right.map(textIn(there)));
  const differences: Difference[] = [];
  let i = 0;
  let j = 0;
  let from = { i: 0, j: 0 };
  const close = (): void => {
    if (i > from.i || j > from.j) {
      differences.push({
        here: spanOf(left, from.i, i, here.length),
        there: spanOf(right, from.j, j, there.length),
      });
    }
  };
  while (i < left.length && j < right.length) {
    if (textIn(here)(left[i] as Span) === textIn(there)(right[j] as Span)) {
      close();
      i += 1;
      j += 1;
      from = { i, j };
    } else if ((longest[i + 1]?.[j] ?? 0) >= (longest[i]?.[j + 1] ?? 0)) i += 1;
    else j += 1;
  }
  i = left.length;
  j = right.length;
  close();
  return differences;
}

function piecesOf(text: string): Span[] {
  return Array.from(text.matchAll(PIECE), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function textIn(text: string): (span: Span) => string {
  return ({ start, end }) => text.slice(start, end);
}

/** For each pair of positions the length of the longest common subsequence of what follows. */
function lengthsOf(left: readonly string[], right: readonly string[]): Uint16Array[] {
  const lengths = Array.from({ length: left.length + 1 }, () => new Uint16Array(right.length + 1));
  for (let i = left.length - 1; i >= 0; i -= 1) {
    const row = lengths[i] as Uint16Array;
    const below = lengths[i + 1] as Uint16Array;
    for (let j = right.length - 1; j >= 0; j -= 1) {
      row[j] =
        left[i] === right[j]
          ? (below[j + 1] as number) + 1
          : Math.max(below[j] as number, row[j + 1] as number);
    }
  }
  return lengths;
}

function spanOf(pieces: readonly Span[], from: number, to: number, length: number): Span {
  const start = pieces[from]?.start ?? length;
  return { start, end: to > from ? (pieces[to - 1] as Span).end : start };
}
