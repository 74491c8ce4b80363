import { type FeatureTable, gramEntry, LARGE_NUMBER, largeNumber, wideNumber } from './feature-table.ts';
import { BLANK, isDigit, isLatinOrBlank, type LatinStemmer, LONGEST_RUN, stemKey, ZERO } from './grams.ts';
import { createPlaces, repeats } from './unit-places.ts';
import { stringOf, type UnitText } from './unit-text.ts';

/** The known grams and stems of one text, each once and at its first place, in the order of `fillGrams`. */
export interface Walk {
  /** Numbers of their weights. */
  numbers: Int32Array;
  /** Where they stand in the text, counted from its beginning. */
  starts: Int32Array;
  ends: Int32Array;
  found: number;
  /** Grams and stems of the text, known or not, and those of them that are known; repeats counted. */
  size: number;
  occurrences: number;
  /** Grams and stems of the text, known or not, repeats left out. */
  distinct: number;
}

/** Looks the grams and stems of a normalised text up. Fills the same object anew each time. */
export interface Walker {
  readonly walk: (text: UnitText) => void;
  readonly found: Walk;
}

const SMALLEST = 256;
/** Places are counted through all texts; before the count leaves 32 bits it starts anew. */
const LAST_BASE = 0x3fffffff;
const FIRST_BASE = 1;

/**
 * Makes a walker: the features of `fillGrams` without a buffer of keys between. A gram is looked up only where the
 * gram before its last unit is known or was left to the stems, as every text that taught the longer one also taught
 * the shorter. A gram can repeat only where its last unit does, so places are compared and no set is kept.
 */
export function createWalker(features: FeatureTable, stems: LatinStemmer): Walker {
  const walk: Walk = { ...room(SMALLEST), found: 0, size: 0, occurrences: 0, distinct: 0 };
  /** By unit: its last place, or one before all texts, and the number of the gram that it is. */
  const cells = new Int32Array(features.singles);
  let places = createPlaces(SMALLEST);
  let base = FIRST_BASE;
  const { grams } = features;

  function begin(length: number): void {
    if (places.units.length < length) {
      places = createPlaces(length * 2);
      Object.assign(walk, room(length * 2));
    }
    if (base > LAST_BASE) {
      base = FIRST_BASE;
      cells.set(features.singles);
    }
  }

  function numberOf(lastTwo: number, first: number): number {
    const number = gramEntry(grams, lastTwo, first);
    return number === LARGE_NUMBER ? largeNumber(features, lastTwo, first) : number;
  }

  function meetGrams(text: Uint16Array, from: number, to: number): boolean {
    const { units, same } = places;
    const { numbers, starts, ends } = walk;
    let first = 0;
    let second = 0;
    let firstStart = 0;
    let secondStart = 0;
    /** Whether grams that go on behind the last unit, and behind the last two, may be known. */
    let oneLeads = false;
    let twoLead = false;
    let hasLatin = false;
    let latinRun = 0;
    let size = 0;
    let found = 0;
    let occurrences = 0;
    let distinct = 0;
    let place = 0;
    /** Where the unit before the present one stood before. */
    let beforeSecond = -1;
    for (let at = from; at < to; place += 1) {
      let unit = text[at] as number;
      const start = at - from;
      at += 1;
      latinRun += 1;
      if (unit > 0x24f) latinRun = 0;
      else if (isDigit(unit)) {
        while (at < to && isDigit(text[at] as number)) at += 1;
        unit = ZERO + Math.min(at - from - start, LONGEST_RUN);
        latinRun = 0;
      } else if (isLatinOrBlank(unit)) hasLatin ||= unit !== BLANK;
      else latinRun = 0;
      const before = (cells[2 * unit] as number) - base;
      cells[2 * unit] = base + place;
      units[place] = unit;
      same[place] = before;
      let lead = latinRun > 0;
      let pairLeads = latinRun > 1;
      let pairIsNew = false;
      if (latinRun === 0) {
        size += 1;
        if (before < 0) distinct += 1;
        const number = cells[2 * unit + 1] as number;
        if (number !== 0) {
          lead = true;
          occurrences += 1;
          if (before < 0) {
            numbers[found] = number;
            starts[found] = start;
            ends[found] = at - from;
            found += 1;
          }
        }
      }
      const lastTwo = (second << 16) | unit;
      if (second !== 0 && latinRun < 2) {
        size += 1;
        pairIsNew = before < 1 || beforeSecond < 0 || !repeats(places, place, 2);
        if (pairIsNew) distinct += 1;
        const number = oneLeads ? numberOf(lastTwo, 0) : 0;
        if (number !== 0) {
          pairLeads = true;
          occurrences += 1;
          if (pairIsNew) {
            numbers[found] = number;
            starts[found] = secondStart;
            ends[found] = at - from;
            found += 1;
          }
        }
      }
      if (first !== 0 && latinRun < 3) {
        size += 1;
        const isNew = pairIsNew || before < 2 || !repeats(places, place, 3);
        if (isNew) distinct += 1;
        const number = twoLead ? numberOf(lastTwo, first) : 0;
        if (number !== 0) {
          occurrences += 1;
          if (isNew) {
            numbers[found] = number;
            starts[found] = firstStart;
            ends[found] = at - from;
            found += 1;
          }
        }
      }
      beforeSecond = before;
      oneLeads = lead;
      twoLead = pairLeads;
      first = second;
      firstStart = secondStart;
      second = unit;
      secondStart = start;
    }
    base += place;
    walk.size = size;
    walk.found = found;
    walk.occurrences = occurrences;
    walk.distinct = distinct;
    return hasLatin;
  }

  function meetStems(text: string): void {
    const met: number[] = [];
    for (const { stem, start, end } of stems(text)) {
      const key = stemKey(stem);
      const number = wideNumber(features.keys, features.numbers, key);
      walk.size += 1;
      if (number !== 0) walk.occurrences += 1;
      const isNew = !met.includes(key);
      if (isNew) walk.distinct += 1;
      if (number !== 0 && isNew) {
        walk.numbers[walk.found] = number;
        walk.starts[walk.found] = start;
        walk.ends[walk.found] = end;
        walk.found += 1;
      }
      met.push(key);
    }
  }

  return {
    walk(text) {
      begin(text.to - text.from);
      if (meetGrams(text.units, text.from, text.to)) meetStems(stringOf(text));
    },
    found: walk,
  };
}

/** Walks side by side: the features of walk i are three numbers each, up to `ends[i]`. */
export interface WalkStore {
  features: Int32Array;
  readonly ends: number[];
  readonly distinct: number[];
}

export function createWalkStore(): WalkStore {
  return { features: new Int32Array(SMALLEST), ends: [], distinct: [] };
}

/** Adds what a walk has found behind the walks that are kept. */
export function keepWalk(store: WalkStore, { numbers, starts, ends, found, distinct }: Walk): void {
  let to = store.ends.at(-1) ?? 0;
  while (to + 3 * found > store.features.length) {
    const larger = new Int32Array(store.features.length * 2);
    larger.set(store.features);
    store.features = larger;
  }
  const { features } = store;
  for (let at = 0; at < found; at += 1, to += 3) {
    features[to] = numbers[at] as number;
    features[to + 1] = starts[at] as number;
    features[to + 2] = ends[at] as number;
  }
  store.ends.push(to);
  store.distinct.push(distinct);
}

/** Forgets all walks that are kept. */
export function clearWalks(store: WalkStore): void {
  store.ends.length = 0;
  store.distinct.length = 0;
}

/** Puts what a walk that was kept has found into the walk of a walker that has met its text. */
export function restoreWalk(store: WalkStore, index: number, into: Walk): void {
  const { features } = store;
  const { numbers, starts, ends } = into;
  const from = index === 0 ? 0 : (store.ends[index - 1] as number);
  into.found = ((store.ends[index] as number) - from) / 3;
  into.distinct = store.distinct[index] as number;
  for (let at = 0, place = from; at < into.found; at += 1, place += 3) {
    numbers[at] = features[place] as number;
    starts[at] = features[place + 1] as number;
    ends[at] = features[place + 2] as number;
  }
}

/** A text has at most three grams for each unit, and fewer stems than units. */
function room(length: number): Pick<Walk, 'numbers' | 'starts' | 'ends'> {
  const size = length * 4;
  return { numbers: new Int32Array(size), starts: new Int32Array(size), ends: new Int32Array(size) };
}
