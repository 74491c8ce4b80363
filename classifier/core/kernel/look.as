import { writeClasses } from './classes';
import {
  bit, cells, CLASS_WORD, DOUBTS, doubts, found, gatesFrom, gatesItems, GROUPS, groupsItems, half, keys, LENGTH, literals,
  LOGIC, logicPairs, logicPairsLength, measurable, numerics, OPEN, open, opened, othersFrom, othersItems, outputs, owners,
  pairs, PLACED, put, root, seen, SEES_LOGIC, singles, states, symbols, UNITS, units, unitsItems, unless, word, words,
} from './tables';

const LOGIC_WORD: u32 = 2;
const HUNDRED: u32 = 0x767e;
/** Words of classes that one text may hold; each takes three numbers. */
const MOST_WORDS = 16384;

let keyCount = 0;
let wordCount = 0;
let doubtCount = 0;

/**
 * What `look` and the gates of sign-finder.ts find in the text between two places: owners whose gate is open, places
 * where logic may be broken, and word classes with their sums. Returns false where there is too much of it.
 */
export function look(from: i32, to: i32, round: i32): bool {
  keyCount = 0;
  wordCount = 0;
  doubtCount = 0;
  store<i32>(found, 0, SEES_LOGIC);
  scan(units + (<usize>from << 1), units + (<usize>to << 1), round);
  if (wordCount > MOST_WORDS) return false;
  store<i32>(found, openGates(round), OPEN);
  store<i32>(found, doubtCount, DOUBTS);
  if (seesPair(round)) store<i32>(found, 1, SEES_LOGIC);
  return writeClasses(wordCount, round);
}

/** Passes the automaton over a text. */
function scan(first: usize, stop: usize, round: i32): void {
  let row: u32 = 0;
  let next: u32 = first < stop ? load<u16>(first) : 0;
  for (let at = first + 2; at <= stop; at += 2) {
    const unit = next;
    next = at < stop ? load<u16>(at) : 0;
    let state: u32 = 0;
    while (row != 0) {
      const cell = cells + (<usize>(half(states, (row << 2) + 2) + half(symbols, unit)) << 2);
      if (load<u16>(cell) == <u16>row) {
        state = load<u16>(cell, 2);
        break;
      }
      row = half(states, (row << 2) + 3);
    }
    if (row == 0) {
      const pair = (((unit * 0x9e3779b1) ^ next) * 0x9e3779b1) >> 15;
      if ((bit(pairs, pair) | bit(singles, unit)) == 0) continue;
      state = half(root, half(symbols, unit));
    }
    row = half(states, state << 2);
    for (let output = half(states, (state << 2) + 1); output != 0; output += 1) {
      const literal = half(outputs, output);
      if (literal == 0) break;
      meet(literal - 1, first, at, round);
    }
  }
}

/** Notes that a literal ends before a place. */
function meet(literal: u32, first: usize, end: usize, round: i32): void {
  const record = literals + (<usize>literal << 4);
  if (load<u16>(record, PLACED) != 0) meetPlace(record, first, end, round);
  see(groupsItems, load<u16>(record, GROUPS), load<u16>(record, GROUPS + 2), round);
}

function meetPlace(record: usize, first: usize, end: usize, round: i32): void {
  const start = end - (<usize>load<u16>(record, LENGTH) << 1);
  const number = <i32>load<u16>(record, CLASS_WORD);
  if (number != 0) {
    if (wordCount < MOST_WORDS) {
      put(words, 3 * wordCount, number - 1);
      put(words, 3 * wordCount + 1, <i32>((start - first) >> 1));
      put(words, 3 * wordCount + 2, <i32>((end - first) >> 1));
    }
    wordCount += 1;
  }
  const from: u32 = load<u16>(record, UNITS);
  const to: u32 = load<u16>(record, UNITS + 2);
  if (from < to && mayFollowNumber(first, start)) see(unitsItems, from, to, round);
  const kind: u32 = load<u16>(record, LOGIC);
  if (kind == LOGIC_WORD) store<i32>(found, 1, SEES_LOGIC);
  else if (kind != 0 && start > first && bit(numerics, load<u16>(start - 2))) {
    put(doubts, doubtCount, <i32>((start - first) >> 1));
    doubtCount += 1;
  }
}

function mayFollowNumber(first: usize, at: usize): bool {
  if (<u32>load<u16>(at) == HUNDRED) return true;
  return at > first && bit(measurable, load<u16>(at - 2)) != 0;
}

/** Marks groups as seen. */
function see(items: usize, from: u32, to: u32, round: i32): void {
  for (let at = from; at < to; at += 1) {
    const group = half(items, at);
    if (word(seen, group) == round) continue;
    put(seen, group, round);
    if (half(gatesFrom, group) == half(gatesFrom, group + 1)) continue;
    put(keys, keyCount, group);
    keyCount += 1;
  }
}

/** Writes the owners whose gate is open, each once and rising, and returns how many they are. */
function openGates(round: i32): i32 {
  let count = 0;
  for (let key = 0; key < keyCount; key += 1) {
    const group = word(keys, key);
    const to = half(gatesFrom, group + 1);
    for (let at = half(gatesFrom, group); at < to; at += 1) {
      const gate = half(gatesItems, at);
      const owner = word(owners, gate);
      if (word(opened, owner) == round || !opens(gate, round)) continue;
      put(opened, owner, round);
      insert(count, owner);
      count += 1;
    }
  }
  return count;
}

function opens(gate: i32, round: i32): bool {
  const closing = word(unless, gate);
  if (closing >= 0 && word(seen, closing) == round) return false;
  const to = half(othersFrom, gate + 1);
  for (let at = half(othersFrom, gate); at < to; at += 1) {
    if (word(seen, half(othersItems, at)) != round) return false;
  }
  return true;
}

function seesPair(round: i32): bool {
  for (let at = 0; at < logicPairsLength; at += 2) {
    if (word(seen, half(logicPairs, at)) == round && word(seen, half(logicPairs, at + 1)) == round) return true;
  }
  return false;
}

/** Puts a number into its place among the open owners. */
function insert(size: i32, owner: i32): void {
  let to = size;
  for (; to > 0 && word(open, to - 1) > owner; to -= 1) put(open, to, word(open, to - 1));
  put(open, to, owner);
}
