/** The distinct character bigrams of many texts, each as one exact 32-bit number, sorted within a text, end to end. */
export interface BigramSets {
  readonly bigrams: Uint32Array;
  /** Where each text begins in `bigrams`; one more entry marks the end. */
  readonly starts: Uint32Array;
}

const ZERO = 0x30;
const NINE = 0x39;

/**
 * Collects the bigrams of normalised texts. A run of digits counts as one character by its length, so that copies that
 * differ in a number stay copies; punctuation and blanks are left out.
 */
export function bigramSets(texts: readonly string[]): BigramSets {
  const starts = new Uint32Array(texts.length + 1);
  let bigrams = new Uint32Array(texts.length * 32 + 64);
  let size = 0;
  const own: number[] = [];
  texts.forEach((text, at) => {
    collect(text, own);
    if (size + own.length > bigrams.length) {
      const larger = new Uint32Array(Math.max(bigrams.length * 2, size + own.length));
      larger.set(bigrams);
      bigrams = larger;
    }
    bigrams.set(own, size);
    const sorted = bigrams.subarray(size, size + own.length).sort();
    size += dropRepeats(sorted);
    starts[at + 1] = size;
  });
  return { bigrams: bigrams.subarray(0, size), starts };
}

/** Shared bigrams over all bigrams of two texts, 0 to 1; 0 where a text has none. */
export function jaccard({ bigrams, starts }: BigramSets, a: number, b: number): number {
  let left = starts[a] as number;
  let right = starts[b] as number;
  const leftEnd = starts[a + 1] as number;
  const rightEnd = starts[b + 1] as number;
  const all = leftEnd - left + rightEnd - right;
  let shared = 0;
  while (left < leftEnd && right < rightEnd) {
    const one = bigrams[left] as number;
    const other = bigrams[right] as number;
    if (one === other) shared += 1;
    if (one <= other) left += 1;
    if (other <= one) right += 1;
  }
  return all === shared ? 0 : shared / (all - shared);
}

function collect(text: string, into: number[]): void {
  into.length = 0;
  let before = 0;
  for (let at = 0; at < text.length; ) {
    const start = at;
    let unit = text.charCodeAt(at);
    at += 1;
    if (unit >= ZERO && unit <= NINE) {
      while (at < text.length && isDigit(text.charCodeAt(at))) at += 1;
      unit = ZERO + Math.min(at - start, 9);
    } else if (isSeparator(unit)) continue;
    if (before !== 0) into.push(before * 0x10000 + unit);
    before = unit;
  }
}

/** Moves the distinct numbers of a sorted stretch to its front and returns how many they are. */
function dropRepeats(sorted: Uint32Array): number {
  let kept = 0;
  for (let at = 0; at < sorted.length; at += 1) {
    if (at > 0 && sorted[at] === sorted[at - 1]) continue;
    sorted[kept] = sorted[at] as number;
    kept += 1;
  }
  return kept;
}

function isDigit(unit: number): boolean {
  return unit >= ZERO && unit <= NINE;
}

/** ASCII and CJK punctuation and blanks. */
function isSeparator(unit: number): boolean {
  if (unit < 0x80) return !(isDigit(unit) || (unit >= 0x61 && unit <= 0x7a) || unit === 0x25);
  return (unit >= 0x2010 && unit <= 0x2027) || (unit >= 0x3000 && unit <= 0x301f) || unit === 0xb7;
}
