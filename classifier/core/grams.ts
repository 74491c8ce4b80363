import { createPlaces, type Places, repeats } from './unit-places.ts';
import { stringOf, type UnitText } from './unit-text.ts';

/** Places and keys of the features of one headline; a scratch buffer that is filled anew for each headline. */
export interface GramBuffer {
  keys: Float64Array;
  starts: Int32Array;
  ends: Int32Array;
  size: number;
  /** The keys without repeats, in the order of their first places. */
  distinct: Float64Array;
  distinctSize: number;
  places: Places;
  /** By unit its last place, counted through all headlines from `base` on. */
  readonly last: Int32Array;
  base: number;
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
/** Before the count of places leaves 32 bits it starts anew. */
const LAST_BASE = 0x3fffffff;
const FIRST_BASE = 1;

/** An empty buffer; it grows with the headlines that it is filled with. */
export function createGramBuffer(): GramBuffer {
  return { ...room(SMALLEST), size: 0, distinctSize: 0, last: new Int32Array(TWO_16), base: FIRST_BASE };
}

/**
 * Fills `buffer` with the features of a normalised text: character 1-3-grams in order of their start, then the stems
 * of Latin words. A gram is packed exactly into one number (three UTF-16 units, below 2^48), so there are no strings
 * and no collisions. A run of n digits counts as the one character n (9 for longer): numbers are folded by magnitude.
 * Grams of Latin letters and blanks alone are left to the stems. A feature may occur more than once: a gram can repeat
 * only where its last unit does, so places are compared and no set is kept.
 */
export function fillGrams(text: UnitText, stems: LatinStemmer, buffer: GramBuffer): void {
  const { units: raw, from, to } = text;
  begin(buffer, to - from);
  const { places, last, base } = buffer;
  const { units, same } = places;
  let first = 0;
  let second = 0;
  let firstStart = 0;
  let secondStart = 0;
  let hasLatin = false;
  let latinRun = 0;
  let place = 0;
  for (let at = from; at < to; place += 1) {
    let unit = raw[at] as number;
    const start = at - from;
    at += 1;
    if (unit >= ZERO && unit <= NINE) {
      while (at < to && isDigit(raw[at] as number)) at += 1;
      unit = ZERO + Math.min(at - from - start, LONGEST_RUN);
    }
    const before = (last[unit] as number) - base;
    last[unit] = base + place;
    units[place] = unit;
    same[place] = before;
    const end = at - from;
    const latin = isLatinOrBlank(unit);
    latinRun = latin ? latinRun + 1 : 0;
    hasLatin ||= latin && unit !== BLANK;
    if (latinRun < 1) push(buffer, unit, start, end, before < 0);
    if (second !== 0 && latinRun < 2) {
      push(buffer, second * TWO_16 + unit, secondStart, end, before < 1 || !repeats(places, place, 2));
    }
    if (first !== 0 && latinRun < 3) {
      const isNew = before < 2 || !repeats(places, place, 3);
      push(buffer, first * TWO_32 + second * TWO_16 + unit, firstStart, end, isNew);
    }
    first = second;
    firstStart = secondStart;
    second = unit;
    secondStart = start;
  }
  buffer.base = base + place;
  if (hasLatin) fillStems(stems(stringOf(text)), buffer);
}

/**
 * The distinct keys of a filled buffer, in the order of their first places, with some distinct keys of other kinds behind
 * them; they stand in the buffer until it is filled or asked again.
 */
export function distinctKeys(buffer: GramBuffer, more?: Pick<GramBuffer, 'keys' | 'size'>): Float64Array {
  const size = buffer.distinctSize + (more?.size ?? 0);
  if (buffer.distinct.length < size) {
    const larger = new Float64Array(size * 2);
    larger.set(buffer.distinct);
    buffer.distinct = larger;
  }
  const { distinct, distinctSize } = buffer;
  if (more !== undefined) {
    for (let at = 0; at < more.size; at += 1) distinct[distinctSize + at] = more.keys[at] as number;
  }
  return distinct.subarray(0, size);
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

function begin(buffer: GramBuffer, units: number): void {
  if (buffer.places.units.length < units) Object.assign(buffer, room(units * 2));
  if (buffer.base > LAST_BASE) {
    buffer.last.fill(0);
    buffer.base = FIRST_BASE;
  }
  buffer.size = 0;
  buffer.distinctSize = 0;
}

function fillStems(words: readonly LatinWord[], buffer: GramBuffer): void {
  const met: number[] = [];
  for (const { stem, start, end } of words) {
    const key = stemKey(stem);
    push(buffer, key, start, end, !met.includes(key));
    met.push(key);
  }
}

function push(buffer: GramBuffer, key: number, start: number, end: number, isNew: boolean): void {
  const at = buffer.size;
  buffer.keys[at] = key;
  buffer.starts[at] = start;
  buffer.ends[at] = end;
  buffer.size = at + 1;
  if (!isNew) return;
  buffer.distinct[buffer.distinctSize] = key;
  buffer.distinctSize += 1;
}

/** A text has at most three grams for each unit, and fewer stems than units. */
function room(units: number): Pick<GramBuffer, 'keys' | 'starts' | 'ends' | 'distinct' | 'places'> {
  const size = units * 4;
  return {
    keys: new Float64Array(size),
    starts: new Int32Array(size),
    ends: new Int32Array(size),
    distinct: new Float64Array(size),
    places: createPlaces(units),
  };
}

/** True for 0 to 9. */
export function isDigit(unit: number): boolean {
  return unit >= ZERO && unit <= NINE;
}

/** True for units that are left to the stems when they stand alone: lower-case Latin letters and the blank. */
export function isLatinOrBlank(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0xdf && unit <= 0x24f) || unit === BLANK;
}
