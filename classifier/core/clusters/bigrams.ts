import { mixed } from './mixed.ts';

/** The distinct character bigrams of many texts, each as one exact 32-bit number, sorted within a text, end to end. */
export interface BigramSets {
  readonly bigrams: Int32Array;
  /** Where each text begins in `bigrams`; one more entry marks the end. */
  readonly starts: Int32Array;
}

const ZERO = 0x30;
const NINE = 0x39;
/** Longer stretches are sorted by the engine, which is slow to start. */
const SORTED_BY_INSERTION = 96;

/**
 * Collects the bigrams of texts, each made comparable by `normal` when its turn comes. A run of digits counts as one
 * character by its length, so that copies that differ in a number stay copies; punctuation and blanks are left out.
 * Takes four bytes for each character.
 */
export function bigramSets(texts: readonly string[], normal = asItIs): BigramSets {
  const starts = new Int32Array(texts.length + 1);
  let room = 0;
  for (const text of texts) room += text.length;
  let bigrams = new Int32Array(room);
  let size = 0;
  for (let at = 0; at < texts.length; at += 1) {
    const text = normal(texts[at] as string);
    if (size + text.length > bigrams.length) bigrams = larger(bigrams, size + text.length);
    size = sortDistinct(bigrams, size, collect(text, bigrams, size));
    starts[at + 1] = size;
  }
  return { bigrams: bigrams.subarray(0, size), starts };
}

/** Shared bigrams over all bigrams of two texts, 0 to 1; 0 where a text has none. */
export function jaccard(sets: BigramSets, a: number, b: number): number {
  const all = sizeOf(sets, a) + sizeOf(sets, b);
  const shared = sharedOf(sets, a, b, all);
  return all === shared ? 0 : shared / (all - shared);
}

/** Whether two texts share at least `least` of all their bigrams, in less time than {@link jaccard} where they do not. */
export function isAlike(sets: BigramSets, a: number, b: number, least: number): boolean {
  const all = sizeOf(sets, a) + sizeOf(sets, b);
  const needed = Math.ceil((least / (1 + least)) * all - 1e-9);
  const spare = Math.min(sizeOf(sets, a), sizeOf(sets, b)) - needed;
  return all > 0 && spare >= 0 && sharedOf(sets, a, b, all - 2 * needed) >= needed;
}

/** How many bigrams both have; too few where more than `unshared` stand in one of them only. */
function sharedOf({ bigrams, starts }: BigramSets, a: number, b: number, unshared: number): number {
  const leftEnd = starts[a + 1] as number;
  const rightEnd = starts[b + 1] as number;
  let left = starts[a] as number;
  let right = starts[b] as number;
  let shared = 0;
  let steps = 0;
  while (left < leftEnd && right < rightEnd && steps - shared <= unshared) {
    const one = bigrams[left] as number;
    const other = bigrams[right] as number;
    left += Number(one <= other);
    right += Number(other <= one);
    shared += Number(one === other);
    steps += 1;
  }
  return shared;
}

function asItIs(text: string): string {
  return text;
}

/** Normalising may make a text longer (NFKC writes ㍿ in four characters), so the room for all is an estimate. */
function larger(numbers: Int32Array, least: number): Int32Array<ArrayBuffer> {
  const copy = new Int32Array(least + (least >> 2));
  copy.set(numbers);
  return copy;
}

function sizeOf({ starts }: BigramSets, text: number): number {
  return (starts[text + 1] as number) - (starts[text] as number);
}

/** Writes the bigrams of a text as they follow each other, and returns where they end. */
function collect(text: string, into: Int32Array, from: number): number {
  let end = from;
  let before = 0;
  for (let at = 0; at < text.length; ) {
    const start = at;
    let unit = text.charCodeAt(at);
    at += 1;
    if (unit >= ZERO && unit <= NINE) {
      while (at < text.length && isDigit(text.charCodeAt(at))) at += 1;
      unit = ZERO + Math.min(at - start, 9);
    } else if (isSeparator(unit)) continue;
    if (before !== 0) {
      into[end] = mixed((before << 16) | unit);
      end += 1;
    }
    before = unit;
  }
  return end;
}

/** Sorts a stretch, moves its distinct numbers to its front and returns where they end. */
function sortDistinct(numbers: Int32Array, start: number, end: number): number {
  if (end - start > SORTED_BY_INSERTION) numbers.subarray(start, end).sort();
  else sortByInsertion(numbers, start, end);
  let kept = start;
  for (let at = start; at < end; at += 1) {
    if (at > start && numbers[at] === numbers[kept - 1]) continue;
    numbers[kept] = numbers[at] as number;
    kept += 1;
  }
  return kept;
}

function sortByInsertion(numbers: Int32Array, start: number, end: number): void {
  for (let at = start + 1; at < end; at += 1) {
    const number = numbers[at] as number;
    let place = at;
    while (place > start && (numbers[place - 1] as number) > number) {
      numbers[place] = numbers[place - 1] as number;
      place -= 1;
    }
    numbers[place] = number;
  }
}

function isDigit(unit: number): boolean {
  return unit >= ZERO && unit <= NINE;
}

/** ASCII and CJK punctuation and blanks. */
function isSeparator(unit: number): boolean {
  if (unit < 0x80) return !(isDigit(unit) || (unit >= 0x61 && unit <= 0x7a) || unit === 0x25);
  return (unit >= 0x2010 && unit <= 0x2027) || (unit >= 0x3000 && unit <= 0x301f) || unit === 0xb7;
}
