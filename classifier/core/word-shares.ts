import type { Walk } from './gram-walk.ts';
import { TWO_16 } from './grams.ts';
import { quantise } from './quantum.ts';
import type { WordCut } from './word-cut.ts';

/**
 * What the features of one text give to its words, on the sensational axis and on the implausible one. Words that read
 * the same are one and go by the number of the first of them. Scratch memory, filled anew for each text.
 */
export interface WordShares {
  /** Where each word of the text ends, and by unit of the text the number of the word that it belongs to. */
  wordEnds: Int32Array;
  owners: Int32Array;
  /** By word: the first that reads the same. */
  alike: Int32Array;
  /** Two weights a word. */
  weights: Float64Array;
  /** By word: the one of those alike that a feature fell in first, or -1. */
  places: Int32Array;
  /** The words that something was given to, in that order. */
  met: Int32Array;
  size: number;
  /** By first unit of a word: the last word that begins with it, counted through all texts; and by word the one before. */
  readonly heads: Int32Array;
  links: Int32Array;
  base: number;
}

const SMALLEST = 256;
/** Words are counted through all texts; before the count leaves 32 bits it starts anew. */
const LAST_BASE = 0x3fffffff;

export function createWordShares(): WordShares {
  return { ...room(SMALLEST), size: 0, heads: new Int32Array(TWO_16).fill(-1), base: 0 };
}

/** Begins a text that was cut into words. Takes time linear in the text unless many different words begin alike. */
export function beginText(shares: WordShares, text: string, { ends, size }: WordCut): void {
  if (shares.owners.length < text.length) Object.assign(shares, room(text.length * 2));
  if (shares.base > LAST_BASE) {
    shares.base = 0;
    shares.heads.fill(-1);
  }
  shares.wordEnds = ends;
  shares.size = 0;
  const { owners, alike, weights, places, heads, links, base } = shares;
  let start = 0;
  for (let word = 0; word < size; word += 1) {
    const end = ends[word] as number;
    for (let at = start; at < end; at += 1) owners[at] = word;
    const first = text.charCodeAt(start);
    const before = (heads[first] as number) - base;
    heads[first] = base + word;
    links[word] = before;
    alike[word] = word;
    for (let other = before; other >= 0; other = links[other] as number) {
      if (
        !readsTheSame(text, other === 0 ? 0 : (ends[other - 1] as number), ends[other] as number, start, end)
      )
        continue;
      alike[word] = alike[other] as number;
      break;
    }
    weights[2 * word] = 0;
    weights[2 * word + 1] = 0;
    places[word] = -1;
    start = end;
  }
  shares.base += size;
}

/**
 * Shares the weights of the features of a walk out over the words that they fall in, by their units. The parts are those
 * of `splitExactly`: the last word takes what rounding left.
 */
export function giveWalk(
  shares: WordShares,
  { numbers, starts, ends, found }: Walk,
  weights: Float64Array,
): void {
  const { owners, wordEnds } = shares;
  for (let at = 0; at < found; at += 1) {
    const number = 2 * (numbers[at] as number);
    const end = ends[at] as number;
    let from = starts[at] as number;
    let word = owners[from] as number;
    const last = owners[end - 1] as number;
    const first = weights[number] as number;
    const second = weights[number + 1] as number;
    let leftOfFirst = first;
    let leftOfSecond = second;
    for (const whole = end - from; word < last; word += 1) {
      const to = wordEnds[word] as number;
      const partOfFirst = quantise((first * (to - from)) / whole);
      const partOfSecond = quantise((second * (to - from)) / whole);
      giveWord(shares, word, partOfFirst, partOfSecond);
      leftOfFirst -= partOfFirst;
      leftOfSecond -= partOfSecond;
      from = to;
    }
    giveWord(shares, last, leftOfFirst, leftOfSecond);
  }
}

/** The same for one feature in two stretches, taken as one; the second may be empty. */
export function giveStretches(
  shares: WordShares,
  start: number,
  end: number,
  nextStart: number,
  nextEnd: number,
  first: number,
  second: number,
): void {
  const whole = end - start + nextEnd - nextStart;
  let left = whole;
  let leftOfFirst = first;
  let leftOfSecond = second;
  for (let from = start, stop = end; left > 0; ) {
    if (from === stop) {
      from = nextStart;
      stop = nextEnd;
    }
    const word = shares.owners[from] as number;
    const to = Math.min(stop, shares.wordEnds[word] as number);
    left -= to - from;
    if (left === 0) {
      giveWord(shares, word, leftOfFirst, leftOfSecond);
      return;
    }
    const partOfFirst = quantise((first * (to - from)) / whole);
    const partOfSecond = quantise((second * (to - from)) / whole);
    giveWord(shares, word, partOfFirst, partOfSecond);
    leftOfFirst -= partOfFirst;
    leftOfSecond -= partOfSecond;
    from = to;
  }
}

function giveWord(shares: WordShares, place: number, first: number, second: number): void {
  const { weights, places } = shares;
  const word = shares.alike[place] as number;
  if (places[word] === -1) {
    places[word] = place;
    shares.met[shares.size] = word;
    shares.size += 1;
  }
  weights[2 * word] = (weights[2 * word] as number) + first;
  weights[2 * word + 1] = (weights[2 * word + 1] as number) + second;
}

function readsTheSame(
  text: string,
  start: number,
  end: number,
  otherStart: number,
  otherEnd: number,
): boolean {
  if (end - start !== otherEnd - otherStart) return false;
  for (let at = 1; at < end - start; at += 1) {
    if (text.charCodeAt(start + at) !== text.charCodeAt(otherStart + at)) return false;
  }
  return true;
}

function room(length: number): Omit<WordShares, 'size' | 'heads' | 'base'> {
  const ints = (): Int32Array => new Int32Array(length);
  return {
    wordEnds: ints(),
    owners: ints(),
    alike: ints(),
    weights: new Float64Array(2 * length),
    places: ints(),
    met: ints(),
    links: ints(),
  };
}
