import type { BigramSets } from './bigrams.ts';
import { mixed } from './mixed.ts';

/** One band of every text: where the whole bucket agrees three hashes of the two texts do. */
export interface Band {
  /** Three rows in 32 bits; texts of one bucket have the same. */
  readonly buckets: Int32Array;
  /** The upper bits of the bucket, then three bits of each of the three rows of the twin band. */
  readonly keys: Uint32Array;
}

/** Bits of a key below the bucket's. */
export const TWIN_BITS = 9;
const BINS = 6;
const EMPTY = 0x7fffffff;
const BUCKET_BITS = -1 << TWIN_BITS;

export function emptyBand(texts: number): Band {
  return { buckets: new Int32Array(texts), keys: new Uint32Array(texts) };
}

/**
 * Fills two bands of three rows by one permutation hashing (Li, Owen and Zhang 2012): one hash deals the bigrams into
 * six bins, and the smallest of each bin is a row. An empty bin takes the row of the next one that is not (Shrivastava
 * and Li 2014). Two texts agree in a row with the chance of their Jaccard similarity, as with a hash for each row.
 */
export function fillBands({ bigrams, starts }: BigramSets, round: number, low: Band, high: Band): void {
  const multiplier = mixed((round + 1) * 0x9e3779b1) | 1;
  const texts = starts.length - 1;
  const rows = new Int32Array(BINS);
  let at = 0;
  for (let text = 0; text < texts; text += 1) {
    const end = starts[text + 1] as number;
    for (let bin = 0; bin < BINS; bin += 1) rows[bin] = EMPTY;
    for (; at < end; at += 1) {
      const hash = Math.imul(bigrams[at] as number, multiplier);
      const bin = Math.imul(hash >>> 16, BINS) >>> 16;
      const row = rows[bin] as number;
      const less = (hash & EMPTY) - row;
      rows[bin] = row + (less & (less >> 31));
    }
    fillEmptyBins(rows);
    const front = bucketOf(rows, 0);
    const back = bucketOf(rows, 3);
    low.buckets[text] = front;
    low.keys[text] = (front & BUCKET_BITS) | twinOf(rows, 3);
    high.buckets[text] = back;
    high.keys[text] = (back & BUCKET_BITS) | twinOf(rows, 0);
  }
}

function fillEmptyBins(rows: Int32Array): void {
  let last = rows[0] as number;
  for (let bin = BINS - 1; bin > 0 && last === EMPTY; bin -= 1) last = rows[BINS - bin] as number;
  for (let bin = BINS - 1; bin >= 0; bin -= 1) {
    if (rows[bin] === EMPTY) rows[bin] = last;
    last = rows[bin] as number;
  }
}

function bucketOf(rows: Int32Array, from: number): number {
  const one = Math.imul(rows[from] as number, 0x9e3779b1);
  const two = Math.imul(rows[from + 1] as number, 0x85ebca77);
  const three = Math.imul(rows[from + 2] as number, 0xc2b2ae3d);
  return mixed((one + two + three) | 0);
}

function twinOf(rows: Int32Array, from: number): number {
  return (
    (((rows[from] as number) & 7) << 6) |
    (((rows[from + 1] as number) & 7) << 3) |
    ((rows[from + 2] as number) & 7)
  );
}

/** How many rows of the twin band two keys of one bucket seem to have in common, 0 to 3; from `key ^ otherKey`. */
export function twinRowsShared(differing: number): number {
  return (
    Number((differing & 0x1c0) === 0) + Number((differing & 0x38) === 0) + Number((differing & 0x7) === 0)
  );
}
