import {
  DISTINCT, ends, FEATURES, found, GRAM_SUMS, gramMask, grams, HAS_LATIN, metUnits, numbers, OCCURRENCES,
  places, put, SIZE, starts, sums, units, weights, word,
} from './tables';

/** The bits of a slot's second word that are a number; the others are the first unit. */
const NUMBER: u32 = 0xffff;
const BLANK: u32 = 0x20;
const ZERO: u32 = 0x30;
const LONGEST_RUN = 9;
const LAST_LATIN: u32 = 0x24f;

/** By place, a run of digits being one, 16 bytes: the unit, where the same unit stood before, where it begins, and how many Latin letters and blanks end there. */
// @ts-ignore: decorator
@inline
function met(place: i32): usize {
  return metUnits + (<usize>place << 4);
}

/**
 * Looks up the grams of the text between two places, as gram-walk.ts does, adds up their weights, and writes
 * those down that are known. The stems of Latin words are left to the caller.
 */
export function walk(from: i32, to: i32, base: i32): void {
  const count = meetUnits(from, to, base);
  let sum: v128 = i64x2.splat(0);
  let size = 0;
  let occurrences = 0;
  let distinct = 0;
  let features = 0;
  let first: u32 = 0;
  let second: u32 = 0;
  let beforeSecond = -1;
  for (let place = 0; place < count; place += 1) {
    const here = met(place);
    const unit = load<u32>(here);
    const before = load<i32>(here, 4);
    const run = load<i32>(here, 12);
    const lastTwo = (second << 16) | unit;
    let one: u32 = 0;
    let two: u32 = 0;
    let three: u32 = 0;
    let isNewTwo = false;
    let isNewThree = false;
    if (run == 0) {
      size += 1;
      distinct += i32(before < 0);
      one = load<u32>(places + (<usize>unit << 3), 4);
    }
    if (second != 0 && run < 2) {
      size += 1;
      two = entry(lastTwo, 0);
      isNewTwo = before < 1 || beforeSecond < 0 || !repeats(place, 2);
      distinct += i32(isNewTwo);
    }
    if (first != 0 && run < 3) {
      size += 1;
      three = entry(lastTwo, first);
      isNewThree = isNewTwo || before < 2 || !repeats(place, 3);
      distinct += i32(isNewThree);
    }
    occurrences += i32(one != 0) + i32(two != 0) + i32(three != 0);
    if (before >= 0) one = 0;
    if (!isNewTwo) two = 0;
    if (!isNewThree) three = 0;
    sum = f64x2.add(sum, f64x2.add(weightsOf(one), f64x2.add(weightsOf(two), weightsOf(three))));
    const end = load<i32>(met(place + 1), 8);
    features = keep(features, one, place, end);
    features = keep(features, two, place - 1, end);
    features = keep(features, three, place - 2, end);
    beforeSecond = before;
    first = second;
    second = unit;
  }
  store<i32>(found, features, FEATURES);
  store<i32>(found, size, SIZE);
  store<i32>(found, occurrences, OCCURRENCES);
  store<i32>(found, distinct, DISTINCT);
  v128.store(sums + GRAM_SUMS, sum);
}

/** Meets the units of a text one after another; returns how many places there are. */
function meetUnits(from: i32, to: i32, base: i32): i32 {
  const beginning = units + (<usize>from << 1);
  const stop = units + (<usize>to << 1);
  let hasLatin = false;
  let run = 0;
  let place = 0;
  for (let at = beginning; at < stop; place += 1) {
    const start = at;
    let unit: u32 = load<u16>(at);
    at += 2;
    run += 1;
    if (unit > LAST_LATIN) run = 0;
    else if (unit - ZERO < 10) {
      while (at < stop && <u32>load<u16>(at) - ZERO < 10) at += 2;
      unit = ZERO + min<u32>(<u32>(at - start) >> 1, LONGEST_RUN);
      run = 0;
    } else if (unit - 0x61 < 26 || unit >= 0xdf || unit == BLANK) hasLatin = hasLatin || unit != BLANK;
    else run = 0;
    const last = places + (<usize>unit << 3);
    const here = met(place);
    store<u32>(here, unit);
    store<i32>(here, load<i32>(last) - base, 4);
    store<i32>(here, <i32>(start - beginning) >> 1, 8);
    store<i32>(here, run, 12);
    store<i32>(last, base + place);
  }
  store<i32>(met(place), <i32>(stop - beginning) >> 1, 8);
  store<i32>(found, hasLatin, HAS_LATIN);
  return place;
}

// @ts-ignore: decorator
@inline
function weightsOf(number: u32): v128 {
  return v128.load(weights + (<usize>number << 4));
}

/** The number of the weights of a gram, or 0; see gramEntry of feature-table.ts. Four slots are looked at together. */
// @ts-ignore: decorator
@inline
function entry(lastTwo: u32, first: u32): u32 {
  const mixed = (lastTwo ^ (first * 0x85ebca77)) * 0x9e3779b1;
  const key = i64x2.splat(<i64>((<u64>first << 48) | lastTwo));
  const mask = i64x2.splat(<i64>0xffff0000ffffffff);
  const zero = i64x2.splat(0);
  for (let at = mixed ^ (mixed >> 15); ; at += 4) {
    const slot = grams + (<usize>(at & gramMask) << 3);
    const some = v128.load(slot);
    const others = v128.load(slot, 16);
    const hit = v128.or(
      v128.and(some, i64x2.eq(v128.and(some, mask), key)),
      v128.and(others, i64x2.eq(v128.and(others, mask), key)),
    );
    const number = <u32>((i64x2.extract_lane(hit, 0) | i64x2.extract_lane(hit, 1)) >> 32) & NUMBER;
    if (number != 0) return number;
    if (v128.any_true(v128.or(i64x2.eq(some, zero), i64x2.eq(others, zero)))) return 0;
  }
  return 0;
}

/** Whether the two or three units that end at a place stood together before. */
function repeats(place: i32, length: i32): bool {
  const second = load<u32>(met(place - 1));
  for (let other = load<i32>(met(place), 4); other >= length - 1; other = load<i32>(met(other), 4)) {
    if (load<u32>(met(other - 1)) != second) continue;
    if (length == 2 || load<u32>(met(other - 2)) == load<u32>(met(place - 2))) return true;
  }
  return false;
}

/** Writes a feature down where it has weights; returns how many there are. */
function keep(features: i32, number: u32, firstPlace: i32, end: i32): i32 {
  if (number == 0) return features;
  put(numbers, features, number);
  put(starts, features, load<i32>(met(firstPlace), 8));
  put(ends, features, end);
  return features + 1;
}
