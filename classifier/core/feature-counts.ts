import { AXES, type Axis } from './axis.ts';

/** In how many labelled headlines a feature stands, among those with the axis (`yes`) and without it (`no`). */
export interface Support {
  readonly yes: number;
  readonly no: number;
}

/**
 * Counts of features by axis and answer: open addressing with linear probing in typed arrays. `tallies` holds four
 * numbers a slot: sensational yes, no, implausible yes, no. An empty slot has the key -1.
 */
export interface FeatureCounts {
  keys: Float64Array;
  tallies: Int32Array;
  /** Slots in use, those whose counts fell back to zero included. */
  used: number;
}

/** Yes and no on each axis. */
export const TALLIES_A_FEATURE = 2 * AXES.length;

/** Key of a slot that is free. */
export const EMPTY = -1;
const SMALLEST = 1024;
const FULLEST = 0.5;

/** Empty counts with room for so many features. */
export function createFeatureCounts(features = 0): FeatureCounts {
  let slots = SMALLEST;
  while (slots * FULLEST < features) slots *= 2;
  return {
    keys: new Float64Array(slots).fill(EMPTY),
    tallies: new Int32Array(slots * TALLIES_A_FEATURE),
    used: 0,
  };
}

/** The slot of a key, or -1 where no labelled headline has it (any more). */
export function findSlot(counts: FeatureCounts, key: number): number {
  const slot = probe(counts.keys, key);
  return counts.keys[slot] === key && isCounted(counts, slot) ? slot : -1;
}

/** Adds to one of the four tallies of a key, making room for the key where needed. */
export function addToTally(counts: FeatureCounts, key: number, tally: number, amount: number): void {
  const at = takeSlot(counts, key) * TALLIES_A_FEATURE + tally;
  counts.tallies[at] = (counts.tallies[at] as number) + amount;
}

/** The slot of a key, taken for it where it has none yet. Slots move when a later key needs room. */
export function takeSlot(counts: FeatureCounts, key: number): number {
  const slot = probe(counts.keys, key);
  if (counts.keys[slot] === key) return slot;
  if (counts.used >= counts.keys.length * FULLEST) {
    grow(counts);
    return takeSlot(counts, key);
  }
  counts.keys[slot] = key;
  counts.used += 1;
  return slot;
}

/** Index among the four tallies. */
export function tallyOf(axis: Axis, answer: boolean): number {
  return AXES.indexOf(axis) * 2 + (answer ? 0 : 1);
}

/** The counts of one axis at a slot. */
export function supportAt(counts: FeatureCounts, slot: number, axis: Axis): Support {
  const at = slot * TALLIES_A_FEATURE + tallyOf(axis, true);
  return { yes: counts.tallies[at] as number, no: counts.tallies[at + 1] as number };
}

/** Rows `[key, sensational yes, no, implausible yes, no]` of all features with a count, by key: equal for equal models. */
export function countRows(counts: FeatureCounts): number[][] {
  const rows: number[][] = [];
  counts.keys.forEach((key, slot) => {
    if (key === EMPTY || !isCounted(counts, slot)) return;
    rows.push([key, ...counts.tallies.subarray(slot * TALLIES_A_FEATURE, (slot + 1) * TALLIES_A_FEATURE)]);
  });
  return rows.sort((a, b) => (a[0] as number) - (b[0] as number));
}

/** True where a labelled headline has the key of a slot. */
export function isCounted({ tallies }: FeatureCounts, slot: number): boolean {
  const at = slot * TALLIES_A_FEATURE;
  return (
    ((tallies[at] as number) |
      (tallies[at + 1] as number) |
      (tallies[at + 2] as number) |
      (tallies[at + 3] as number)) !==
    0
  );
}

/** Where a key stands in open addressing, or the empty slot at which it would. */
export function probe(keys: Float64Array, key: number): number {
  const mask = keys.length - 1;
  let slot = hashOfHalves(key | 0, (key / 0x100000000) | 0) & mask;
  while (keys[slot] !== EMPTY && keys[slot] !== key) slot = (slot + 1) & mask;
  return slot;
}

/** Mixes the low and high 32 bits of a key; constants from MurmurHash3's finaliser (public domain). */
export function hashOfHalves(low: number, high: number): number {
  let mixed = low ^ Math.imul(high, 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

function grow(counts: FeatureCounts): void {
  const { keys, tallies } = counts;
  counts.keys = new Float64Array(keys.length * 2).fill(EMPTY);
  counts.tallies = new Int32Array(counts.keys.length * TALLIES_A_FEATURE);
  keys.forEach((key, slot) => {
    if (key === EMPTY) return;
    const home = probe(counts.keys, key);
    counts.keys[home] = key;
    const from = slot * TALLIES_A_FEATURE;
    counts.tallies.set(tallies.subarray(from, from + TALLIES_A_FEATURE), home * TALLIES_A_FEATURE);
  });
}
