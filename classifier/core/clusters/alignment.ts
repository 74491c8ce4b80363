import type { Span } from '#classifier/core/span.ts';

/** A stretch in which two texts differ; an empty span marks where the other text has something more. */
export interface Difference {
  readonly here: Span;
  readonly there: Span;
}

/** The pieces of a text: where they begin (one more entry marks the end) and what they are. */
interface Pieces {
  readonly starts: readonly number[];
  /** Code points; runs of digits or of Latin letters have numbers above them, the same for the same run. */
  readonly codes: readonly number[];
}

/** The table of an alignment, kept from one to the next and made larger where needed. */
export interface AlignmentRoom {
  lengths: Uint16Array;
}

/** A run of digits with separators, or a Latin word. */
const RUN = /\d+(?:[.,]\d+)*|[a-z]+/y;
const FIRST_RUN = 0x110000;

/**
 * Aligns two texts on their longest common subsequence of pieces (Hunt and Szymanski's problem, by the plain table) and
 * gives what lies between. A piece is a number, a Latin word or one character. Time and memory grow with the product of
 * the lengths, without what both begin with: made for headlines.
 */
export function differencesOf(here: string, there: string, room = alignmentRoom()): Difference[] {
  const runs: string[] = [];
  const left = piecesOf(here, runs);
  const right = piecesOf(there, runs);
  const width = right.codes.length;
  const begun = commonStart(left.codes, right.codes);
  const longest = lengthsOf(left.codes, right.codes, begun, room);
  const differences: Difference[] = [];
  let i = begun;
  let j = begun;
  let fromI = begun;
  let fromJ = begun;
  while (i < left.codes.length && j < width) {
    if (left.codes[i] === right.codes[j]) {
      if (i > fromI || j > fromJ) differences.push(between(left, right, fromI, i, fromJ, j));
      i += 1;
      j += 1;
      fromI = i;
      fromJ = j;
    } else {
      const cell = (i - begun) * (width - begun + 1) + j - begun;
      if ((longest[cell + width - begun + 1] as number) >= (longest[cell + 1] as number)) i += 1;
      else j += 1;
    }
  }
  if (left.codes.length > fromI || width > fromJ)
    differences.push(between(left, right, fromI, left.codes.length, fromJ, width));
  return differences;
}

export function alignmentRoom(): AlignmentRoom {
  return { lengths: new Uint16Array(0) };
}

function piecesOf(text: string, runs: string[]): Pieces {
  const starts: number[] = [];
  const codes: number[] = [];
  for (let at = 0; at < text.length; ) {
    starts.push(at);
    const code = text.codePointAt(at) as number;
    if (beginsRun(code)) {
      RUN.lastIndex = at;
      const run = (RUN.exec(text) as RegExpExecArray)[0];
      codes.push(numberOf(run, runs));
      at += run.length;
    } else {
      codes.push(code);
      at += code > 0xffff ? 2 : 1;
    }
  }
  starts.push(text.length);
  return { starts, codes };
}

function beginsRun(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a);
}

function numberOf(run: string, runs: string[]): number {
  const known = runs.indexOf(run);
  return FIRST_RUN + (known >= 0 ? known : runs.push(run) - 1);
}

function commonStart(left: readonly number[], right: readonly number[]): number {
  let at = 0;
  while (at < left.length && at < right.length && left[at] === right[at]) at += 1;
  return at;
}

/** For each pair of positions from `begun` on the length of the longest common subsequence of what follows. */
function lengthsOf(
  left: readonly number[],
  right: readonly number[],
  begun: number,
  room: AlignmentRoom,
): Uint16Array {
  const width = right.length - begun + 1;
  const height = left.length - begun + 1;
  if (room.lengths.length < width * height) room.lengths = new Uint16Array(2 * width * height);
  const { lengths } = room;
  lengths.fill(0, (height - 1) * width, height * width);
  for (let i = left.length - 1; i >= begun; i -= 1) {
    const code = left[i];
    let cell = (i - begun) * width + width - 1;
    lengths[cell] = 0;
    for (let j = right.length - 1; j >= begun; j -= 1) {
      const below = lengths[cell + width - 1] as number;
      const beside = lengths[cell] as number;
      const diagonal = lengths[cell + width] as number;
      cell -= 1;
      lengths[cell] = code === right[j] ? diagonal + 1 : below > beside ? below : beside;
    }
  }
  return lengths;
}

function between(
  left: Pieces,
  right: Pieces,
  fromI: number,
  i: number,
  fromJ: number,
  j: number,
): Difference {
  return {
    here: { start: left.starts[fromI] as number, end: left.starts[i] as number },
    there: { start: right.starts[fromJ] as number, end: right.starts[j] as number },
  };
}
