import { EMPTY, probe } from './feature-counts.ts';
import { FIRST_STEM_KEY, TWO_16, TWO_32 } from './grams.ts';

/**
 * Numbers, from 1, by feature key, in shared memory and made for reading: a gram is found with one cache line.
 * Numbers too large for that and the keys of stems and classes stand in a table of their own.
 */
export interface FeatureTable {
  /** By UTF-16 unit two words: 0, for the walker to keep a place in its copy, and the number of the gram of this one unit, or 0. */
  readonly singles: Int32Array;
  /**
   * Open addressing, two words a slot: the last two units of the gram, then its first unit (0 for two) above 16 bits of
   * its number. A second word of 0 is an empty slot.
   */
  readonly grams: Int32Array;
  readonly keys: Float64Array;
  readonly numbers: Int32Array;
}

/** Stands for a number that is too large for a slot. */
export const LARGE_NUMBER = 0xffff;
/** Fuller than usual: a table that stays in the second-level cache wins more than shorter probes. */
const FULLEST = 0.75;
const SMALLEST = 16;

/** Makes a table for at most so many features; `fill` puts each of them once. */
export function createFeatureTable(
  features: number,
  fill: (put: (key: number, number: number) => void) => void,
): FeatureTable {
  const singles = new Int32Array(sharedBuffer(2 * TWO_16 * Int32Array.BYTES_PER_ELEMENT));
  const slots = slotsFor(features, FULLEST);
  const grams = new Int32Array(sharedBuffer(slots * 2 * Int32Array.BYTES_PER_ELEMENT));
  const wide = new Map<number, number>();
  fill((key, number) => {
    if (key < TWO_16) singles[2 * key + 1] = number;
    else if (key >= FIRST_STEM_KEY) wide.set(key, number);
    else {
      const high = Math.floor(key / TWO_32);
      let at = 2 * gramSlot(key | 0, high, slots - 1);
      while (grams[at + 1] !== 0) at = (at + 2) & (2 * slots - 1);
      grams[at] = key | 0;
      grams[at + 1] = (high << 16) | Math.min(number, LARGE_NUMBER);
      if (number >= LARGE_NUMBER) wide.set(key, number);
    }
  });
  return { singles, grams, ...wideTable(wide) };
}

/**
 * The number of the gram with this first unit (0 for a gram of two) and last two units; 0 where there is none, and
 * {@link LARGE_NUMBER} where {@link largeNumber} knows it.
 */
export function gramEntry(grams: Int32Array, lastTwo: number, first: number): number {
  const mask = grams.length - 1;
  for (let at = 2 * gramSlot(lastTwo, first, mask >>> 1); ; at = (at + 2) & mask) {
    const entry = grams[at + 1] as number;
    if (entry === 0) return 0;
    if (grams[at] === lastTwo && entry >>> 16 === first) return entry & LARGE_NUMBER;
  }
}

/** The number of a gram that is too large for its slot. */
export function largeNumber({ keys, numbers }: FeatureTable, lastTwo: number, first: number): number {
  return wideNumber(keys, numbers, first * TWO_32 + (lastTwo >>> 0));
}

/** The number of a stem or class; 0 where there is none. */
export function wideNumber(keys: Float64Array, numbers: Int32Array, key: number): number {
  return numbers[probe(keys, key)] as number;
}

/** Multiplicative hashing (Knuth, The Art of Computer Programming 3, 6.4); constants from xxHash. */
function gramSlot(lastTwo: number, first: number, mask: number): number {
  const mixed = Math.imul(lastTwo ^ Math.imul(first, 0x85ebca77), 0x9e3779b1);
  return (mixed ^ (mixed >>> 15)) & mask;
}

function wideTable(wide: ReadonlyMap<number, number>): Pick<FeatureTable, 'keys' | 'numbers'> {
  const slots = slotsFor(wide.size, FULLEST);
  const keys = new Float64Array(sharedBuffer(slots * Float64Array.BYTES_PER_ELEMENT)).fill(EMPTY);
  const numbers = new Int32Array(sharedBuffer(slots * Int32Array.BYTES_PER_ELEMENT));
  for (const [key, number] of wide) {
    const slot = probe(keys, key);
    keys[slot] = key;
    numbers[slot] = number;
  }
  return { keys, numbers };
}

function slotsFor(entries: number, fullest: number): number {
  let slots = SMALLEST;
  while (slots * fullest < entries) slots *= 2;
  return slots;
}

function sharedBuffer(bytes: number): SharedArrayBuffer {
  return new SharedArrayBuffer(bytes);
}
