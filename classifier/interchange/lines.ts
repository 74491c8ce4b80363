/** One line of a text, without its line end. Lines count from 1. */
export interface Line {
  readonly text: string;
  readonly line: number;
}

/**
 * The lines of a text. LF, CR LF and a lone CR end a line; U+2028 and its like do not, because JSON Lines may hold
 * them. A line end at the very end starts no further line.
 */
export function* linesOf(text: string): Generator<Line> {
  const ends = /\r\n|\n|\r/g;
  let start = 0;
  let line = 1;
  for (let end = ends.exec(text); end !== null; end = ends.exec(text)) {
    yield { text: text.slice(start, end.index), line };
    start = end.index + end[0].length;
    line += 1;
  }
  if (start < text.length) yield { text: text.slice(start), line };
}

/** Whether a line holds nothing but white space. */
export function isBlank(text: string): boolean {
  return text.trim() === '';
}
