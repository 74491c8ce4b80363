import { AXES, type Axis } from './axis.ts';

/** In how many labelled headlines a feature stands, among those with the axis (`yes`) and without it (`no`). */
export interface Support {
  readonly yes: number;
  readonly no: number;
}

/**
 * Counts of features by axis and answer: open addressing with linear probing. A slot is a record of 24 bytes, so that a
 * look-up waits for memory once: the key, then four tallies: sensational yes, no, implausible yes, no.
 */
export interface FeatureCounts {
  /** A key every {@link RECORD} numbers; -1 where the slot is free. */
  cells: Float64Array<ArrayBuffer>;
  /** The same memory: four tallies from {@link firstTally} of a slot on. */
  tallies: Int32Array;
  /** Slots in use, those whose counts fell back to zero included. */
  used: number;
  /** Room for {@link slotsFor}: slots, and the keys that stand there. */
  looked: Int32Array;
  present: Float64Array;
}

/** Yes and no on each axis. */
export const TALLIES_A_FEATURE = 2 * AXES.length;

/** Key of a slot that is free. */
export const EMPTY = -1;
const SMALLEST = 1024;
const FULLEST = 0.5;
/** Numbers of 8 bytes in a record. */
const RECORD = 3;
/** Keys that are looked up together; more make the room larger. */
const SMALLEST_ROOM = 512;

/** Empty counts with room for so many features. */
export function createFeatureCounts(features = 0): FeatureCounts {
  let slots = SMALLEST;
  while (slots * FULLEST < features) slots *= 2;
  return { ...records(slots), used: 0, ...lookingRoom(SMALLEST_ROOM) };
}

/** How many slots there are, free ones included. */
export function slotsOf(counts: FeatureCounts): number {
  return counts.cells.length / RECORD;
}

/** The key at a slot, or {@link EMPTY}. */
export function keyAt(counts: FeatureCounts, slot: number): number {
  return counts.cells[slot * RECORD] as number;
}

/** Where the four tallies of a slot begin in `tallies`. */
export function firstTally(slot: number): number {
  return slot * RECORD * 2 + 2;
}

/** The slot of a key, or the free slot at which it would stand: its tallies are 0. */
export function slotFor({ cells }: FeatureCounts, key: number): number {
  const mask = cells.length / RECORD - 1;
  let slot = hashOf(key) & mask;
  for (;;) {
    const present = cells[slot * RECORD];
    if (present === key || present === EMPTY) return slot;
    slot = (slot + 1) & mask;
  }
}

/** The same for many keys, in an array that is overwritten by the next look-up of many. */
export function slotsFor(counts: FeatureCounts, keys: Float64Array): Int32Array {
  fetchSlots(counts, keys);
  const { looked, present } = counts;
  for (let at = 0; at < keys.length; at += 1) {
    const key = keys[at] as number;
    if (present[at] !== key && present[at] !== EMPTY) looked[at] = slotFor(counts, key);
  }
  return looked;
}

/**
 * Notes the slot at which the search for each key begins, and the key that stands there. A large table is mostly waiting
 * for memory, so nothing is compared meanwhile: one slot is fetched without waiting for another.
 */
function fetchSlots(counts: FeatureCounts, keys: Float64Array): void {
  if (counts.looked.length < keys.length) Object.assign(counts, lookingRoom(keys.length * 2));
  const { cells, looked, present } = counts;
  const mask = cells.length / RECORD - 1;
  for (let at = 0; at < keys.length; at += 1) {
    const slot = hashOf(keys[at] as number) & mask;
    looked[at] = slot;
    present[at] = cells[slot * RECORD] as number;
  }
}

/** The slot of a key, or -1 where no labelled headline has it (any more). */
export function findSlot(counts: FeatureCounts, key: number): number {
  const slot = slotFor(counts, key);
  return isCounted(counts, slot) ? slot : -1;
}

/** Adds to one of the four tallies of a key, making room for the key where needed. */
export function addToTally(counts: FeatureCounts, key: number, tally: number, amount: number): void {
  const at = firstTally(takeSlot(counts, key)) + tally;
  counts.tallies[at] = (counts.tallies[at] as number) + amount;
}

/** The slot of a key, taken for it where it has none yet. Slots move when a later key needs room. */
export function takeSlot(counts: FeatureCounts, key: number): number {
  const slot = slotFor(counts, key);
  if (keyAt(counts, slot) === key) return slot;
  if (counts.used >= slotsOf(counts) * FULLEST) {
    grow(counts);
    return takeSlot(counts, key);
  }
  counts.cells[slot * RECORD] = key;
  counts.used += 1;
  return slot;
}

/** Adds the same four amounts to the tallies of all keys. */
export function addToAll(counts: FeatureCounts, keys: Float64Array, amounts: Int32Array): void {
  while (counts.used + keys.length > slotsOf(counts) * FULLEST) grow(counts);
  fetchSlots(counts, keys);
  const { tallies, looked, present } = counts;
  for (let at = 0; at < keys.length; at += 1) {
    const key = keys[at] as number;
    const slot = present[at] === key ? (looked[at] as number) : takeSlot(counts, key);
    addTallies(tallies, firstTally(slot), amounts);
  }
}

/** Adds all tallies of other counts. Equal keys stand in the same order in both, so that memory is gone through once. */
export function addCounts(counts: FeatureCounts, others: FeatureCounts): void {
  for (let slot = 0; slot < slotsOf(others); slot += 1) {
    const key = keyAt(others, slot);
    if (key === EMPTY) continue;
    const to = firstTally(takeSlot(counts, key));
    addTallies(counts.tallies, to, others.tallies, firstTally(slot));
  }
}

/** Adds four amounts to the four tallies from a place on; the amounts begin at `from`. */
export function addTallies(tallies: Int32Array, at: number, amounts: Int32Array, from = 0): void {
  tallies[at] = (tallies[at] as number) + (amounts[from] as number);
  tallies[at + 1] = (tallies[at + 1] as number) + (amounts[from + 1] as number);
  tallies[at + 2] = (tallies[at + 2] as number) + (amounts[from + 2] as number);
  tallies[at + 3] = (tallies[at + 3] as number) + (amounts[from + 3] as number);
}

/** Index among the four tallies. */
export function tallyOf(axis: Axis, answer: boolean): number {
  return AXES.indexOf(axis) * 2 + (answer ? 0 : 1);
}

/** The counts of one axis at a slot. */
export function supportAt(counts: FeatureCounts, slot: number, axis: Axis): Support {
  const at = firstTally(slot) + tallyOf(axis, true);
  return { yes: counts.tallies[at] as number, no: counts.tallies[at + 1] as number };
}

/** Rows `[key, sensational yes, no, implausible yes, no]` of all features with a count, by key: equal for equal models. */
export function countRows(counts: FeatureCounts): number[][] {
  const rows: number[][] = [];
  for (let slot = 0; slot < slotsOf(counts); slot += 1) {
    if (!isCounted(counts, slot)) continue;
    const at = firstTally(slot);
    rows.push([keyAt(counts, slot), ...counts.tallies.subarray(at, at + TALLIES_A_FEATURE)]);
  }
  return rows.sort((a, b) => (a[0] as number) - (b[0] as number));
}

/** True where a labelled headline has the key of a slot. */
export function isCounted({ tallies }: FeatureCounts, slot: number): boolean {
  const at = firstTally(slot);
  return (
    ((tallies[at] as number) |
      (tallies[at + 1] as number) |
      (tallies[at + 2] as number) |
      (tallies[at + 3] as number)) !==
    0
  );
}

/** Where a key stands in a table of keys alone, or the empty slot at which it would. */
export function probe(keys: Float64Array, key: number): number {
  const mask = keys.length - 1;
  let slot = hashOf(key) & mask;
  while (keys[slot] !== EMPTY && keys[slot] !== key) slot = (slot + 1) & mask;
  return slot;
}

/** Mixes the low and high 32 bits of a key; constants from MurmurHash3's finaliser (public domain). */
export function hashOf(key: number): number {
  let mixed = (key | 0) ^ Math.imul((key / 0x100000000) | 0, 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

function grow(counts: FeatureCounts): void {
  const { cells, tallies } = counts;
  Object.assign(counts, records((cells.length / RECORD) * 2));
  for (let slot = 0; slot * RECORD < cells.length; slot += 1) {
    const key = cells[slot * RECORD] as number;
    if (key === EMPTY) continue;
    const home = slotFor(counts, key);
    counts.cells[home * RECORD] = key;
    const from = firstTally(slot);
    const to = firstTally(home);
    for (let tally = 0; tally < TALLIES_A_FEATURE; tally += 1) {
      counts.tallies[to + tally] = tallies[from + tally] as number;
    }
  }
}

function records(slots: number): Pick<FeatureCounts, 'cells' | 'tallies'> {
  const cells = new Float64Array(slots * RECORD);
  for (let at = 0; at < cells.length; at += RECORD) cells[at] = EMPTY;
  return { cells, tallies: new Int32Array(cells.buffer) };
}

function lookingRoom(keys: number): Pick<FeatureCounts, 'looked' | 'present'> {
  return { looked: new Int32Array(keys), present: new Float64Array(keys) };
}
