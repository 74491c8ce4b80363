import { EMPTY, probe } from './feature-counts.ts';

/** Places and keys of the features of one headline; a scratch buffer that is filled anew for each headline. */
export interface GramBuffer {
  keys: Float64Array;
  starts: Int32Array;
  ends: Int32Array;
  size: number;
  /** For telling keys apart: at least twice as long as `keys`, a power of two. */
  seen: Float64Array;
}

/** A Latin word of a normalised text with its stem. */
export interface LatinWord {
  readonly start: number;
  readonly end: number;
  readonly stem: string;
}

/** Finds and stems the Latin words of a normalised text. Given from outside, because it needs a library. */
export type LatinStemmer = (text: string) => readonly LatinWord[];

/** A gram of two or three units is `(first * TWO_16 + second) * TWO_16 + third`. */
export const TWO_16 = 0x10000;
export const TWO_32 = 0x100000000;
/** A run of more digits counts as one of so many. */
export const LONGEST_RUN = 9;
/** Keys from here on are stems; a gram of three UTF-16 units is below. */
export const FIRST_STEM_KEY = 0x1000000000000;

export const ZERO = 0x30;
const NINE = 0x39;
export const BLANK = 0x20;

const SMALLEST = 512;

/** An empty buffer; it grows with the headlines that it is filled with. */
export function createGramBuffer(): GramBuffer {
  return {
    keys: new Float64Array(SMALLEST),
    starts: new Int32Array(SMALLEST),
    ends: new Int32Array(SMALLEST),
    size: 0,
    seen: new Float64Array(SMALLEST * 2),
  };
}

/**
 * Fills `buffer` with the features of a normalised text: character 1-3-grams in order of their start, then the stems
 * of Latin words. A gram is packed exactly into one number (three UTF-16 units, below 2^48), so there are no strings
 * and no collisions. A run of n digits counts as the one character n (9 for longer): numbers are folded by magnitude.
 * Grams of Latin letters and blanks alone are left to the stems. A feature may occur more than once.
 */
export function fillGrams(text: string, stems: LatinStemmer, buffer: GramBuffer): void {
  reserve(buffer, text.length * 3 + text.length);
  buffer.size = 0;
  let first = 0;
  let second = 0;
  let firstStart = 0;
  let secondStart = 0;
  let hasLatin = false;
  let latinRun = 0;
  for (let at = 0; at < text.length; ) {
    let unit = text.charCodeAt(at);
    const start = at;
    at += 1;
    if (unit >= ZERO && unit <= NINE) {
      while (at < text.length && isDigit(text.charCodeAt(at))) at += 1;
      unit = ZERO + Math.min(at - start, LONGEST_RUN);
    }
    const latin = isLatinOrBlank(unit);
    latinRun = latin ? latinRun + 1 : 0;
    hasLatin ||= latin && unit !== BLANK;
    if (latinRun < 1) push(buffer, unit, start, at);
    if (second !== 0 && latinRun < 2) push(buffer, second * TWO_16 + unit, secondStart, at);
    if (first !== 0 && latinRun < 3) push(buffer, first * TWO_32 + second * TWO_16 + unit, firstStart, at);
    first = second;
    firstStart = secondStart;
    second = unit;
    secondStart = start;
  }
  if (hasLatin) for (const word of stems(text)) push(buffer, stemKey(word.stem), word.start, word.end);
}

/** The distinct keys of a filled buffer, in the order of their first places. */
export function distinctKeys({ keys, size, seen }: GramBuffer): number[] {
  let slots = 16;
  while (slots < size * 2) slots *= 2;
  const table = seen.subarray(0, slots).fill(EMPTY);
  const distinct: number[] = [];
  for (let at = 0; at < size; at += 1) {
    const key = keys[at] as number;
    const slot = probe(table, key);
    if (table[slot] === key) continue;
    table[slot] = key;
    distinct.push(key);
  }
  return distinct;
}

/** A key for a stem: 52 bits of two multiplicative hashes, above all grams. Constants from xxHash and MurmurHash3. */
export function stemKey(stem: string): number {
  let high = 0x9e3779b1;
  let low = 0x85ebca6b;
  for (let at = 0; at < stem.length; at += 1) {
    const unit = stem.charCodeAt(at);
    high = Math.imul(high ^ unit, 0x85ebca77);
    low = Math.imul(low ^ unit, 0xc2b2ae3d);
  }
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  return FIRST_STEM_KEY + (low & 0xfffff) * TWO_32 + (high >>> 0);
}

function push(buffer: GramBuffer, key: number, start: number, end: number): void {
  const at = buffer.size;
  buffer.keys[at] = key;
  buffer.starts[at] = start;
  buffer.ends[at] = end;
  buffer.size = at + 1;
}

function reserve(buffer: GramBuffer, size: number): void {
  if (buffer.keys.length >= size) return;
  let room = buffer.keys.length;
  while (room < size) room *= 2;
  buffer.keys = new Float64Array(room);
  buffer.starts = new Int32Array(room);
  buffer.ends = new Int32Array(room);
  buffer.seen = new Float64Array(room * 2);
}

/** True for 0 to 9. */
export function isDigit(unit: number): boolean {
  return unit >= ZERO && unit <= NINE;
}

/** True for units that are left to the stems when they stand alone: lower-case Latin letters and the blank. */
export function isLatinOrBlank(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0xdf && unit <= 0x24f) || unit === BLANK;
}
