import {
  CLASS_SUMS, CLASSES, classesFrom, classesItems, classKeys, classNumbers, classPlaces, found, half, named, namers, put,
  sums, weights, width, word, words, written,
} from './tables';

/** Features of word classes that one text may have. */
const MOST_KEYS = 4096;
/** As in word-classes.ts. */
const FIRST_KEY: f64 = <f64>0x18000000000000;
const BASE = 1024;

let keyCount = 0;
let total: v128 = i64x2.splat(0);

/**
 * Drops words that overlap another and writes the keys of the classes that the others name, with their places and the
 * sums of their weights: keepLeftmostLongest and the key writer of word-classes.ts. False where there are too many.
 */
export function writeClasses(count: i32, round: i32): bool {
  keyCount = 0;
  total = i64x2.splat(0);
  const kept = count < 2 ? count : keepLeftmostLongest(count);
  let naming = 0;
  for (let at = 0; at < kept; at += 1) {
    const name = word(words, 3 * at);
    const from = half(classesFrom, name);
    const to = half(classesFrom, name + 1);
    for (let earlier = 0; earlier < naming; earlier += 1) {
      const first = word(namers, 2 * earlier);
      for (let index = from; index < to; index += 1) {
        write(first, half(classesItems, index), word(namers, 2 * earlier + 1), at, round);
      }
    }
    for (let index = from; index < to; index += 1) {
      const number = half(classesItems, index);
      write(number, 0, at, at, round);
      if (word(named, number) == round) continue;
      put(named, number, round);
      put(namers, 2 * naming, number);
      put(namers, 2 * naming + 1, at);
      naming += 1;
    }
  }
  store<i32>(found, keyCount, CLASSES);
  v128.store(sums + CLASS_SUMS, total);
  return keyCount <= MOST_KEYS;
}

/** Writes a class, or two that two words name; each once. */
function write(first: i32, second: i32, firstWord: i32, secondWord: i32, round: i32): void {
  const cell = first * width + second;
  if (word(written, cell) == round) return;
  put(written, cell, round);
  total = f64x2.add(total, v128.load(weights + (<usize>half(classNumbers, cell) << 4)));
  if (keyCount < MOST_KEYS) {
    const place = classPlaces + (<usize>keyCount << 4);
    store<f64>(classKeys + (<usize>keyCount << 3), FIRST_KEY + <f64>(first * BASE + second));
    store<i64>(place, load<i64>(words + 12 * <usize>firstWord, 4));
    store<i64>(place, second == 0 ? 0 : load<i64>(words + 12 * <usize>secondWord, 4), 8);
  }
  keyCount += 1;
}

/** Sorts by insertion, then keeps of those that overlap the leftmost, and of those the longest. */
function keepLeftmostLongest(count: i32): i32 {
  for (let at = 1; at < count; at += 1) {
    const number = word(words, 3 * at);
    const start = word(words, 3 * at + 1);
    const end = word(words, 3 * at + 2);
    let to = at;
    for (; to > 0 && isAfter(to - 1, start, end); to -= 1) {
      put(words, 3 * to, word(words, 3 * to - 3));
      put(words, 3 * to + 1, word(words, 3 * to - 2));
      put(words, 3 * to + 2, word(words, 3 * to - 1));
    }
    put(words, 3 * to, number);
    put(words, 3 * to + 1, start);
    put(words, 3 * to + 2, end);
  }
  let kept = 0;
  let behind = 0;
  for (let at = 0; at < count; at += 1) {
    const start = word(words, 3 * at + 1);
    if (start < behind) continue;
    behind = word(words, 3 * at + 2);
    put(words, 3 * kept, word(words, 3 * at));
    put(words, 3 * kept + 1, start);
    put(words, 3 * kept + 2, behind);
    kept += 1;
  }
  return kept;
}

function isAfter(at: i32, start: i32, end: i32): bool {
  const other = word(words, 3 * at + 1);
  return other > start || (other == start && word(words, 3 * at + 2) < end);
}
