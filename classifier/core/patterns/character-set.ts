/** Code points as sorted, disjoint, closed ranges: low, high, low, high. */
export type CharacterSet = readonly number[];

const LAST_CODE_POINT = 0x10ffff;

export const DIGITS: CharacterSet = [0x30, 0x39];
export const WORD_SIGNS: CharacterSet = [0x30, 0x39, 0x41, 0x5a, 0x5f, 0x5f, 0x61, 0x7a];
export const BLANKS: CharacterSet = [0x09, 0x0a, 0x0c, 0x0d, 0x20, 0x20];
export const NO_LINE_END: CharacterSet = [0, 0x09, 0x0b, LAST_CODE_POINT];

/** Han characters of the basic plane and of planes 2 and 3 (Unicode, Scripts.txt). */
export const HAN: CharacterSet = [
  0x2e80, 0x2e99, 0x2e9b, 0x2ef3, 0x2f00, 0x2fd5, 0x3005, 0x3005, 0x3007, 0x3007, 0x3021, 0x3029, 0x3038,
  0x303b, 0x3400, 0x4dbf, 0x4e00, 0x9fff, 0xf900, 0xfa6d, 0xfa70, 0xfad9, 0x16fe2, 0x16fe3, 0x16ff0, 0x16ff1,
  0x20000, 0x2a6df, 0x2a700, 0x2b739, 0x2b740, 0x2b81d, 0x2b820, 0x2cea1, 0x2ceb0, 0x2ebe0, 0x2ebf0, 0x2ee5d,
  0x2f800, 0x2fa1d, 0x30000, 0x3134a, 0x31350, 0x323af,
];

/** The set of the ranges of several sets. */
export function union(sets: readonly CharacterSet[]): CharacterSet {
  const ranges: [number, number][] = [];
  for (const set of sets) {
    for (let at = 0; at < set.length; at += 2) ranges.push([set[at] as number, set[at + 1] as number]);
  }
  ranges.sort((a, b) => a[0] - b[0]);
  const joined: number[] = [];
  for (const [low, high] of ranges) {
    const last = joined.length - 1;
    if (last > 0 && low <= (joined[last] as number) + 1)
      joined[last] = Math.max(joined[last] as number, high);
    else joined.push(low, high);
  }
  return joined;
}

/** All code points that a set lacks. */
export function complement(set: CharacterSet): CharacterSet {
  const rest: number[] = [];
  let next = 0;
  for (let at = 0; at < set.length; at += 2) {
    if ((set[at] as number) > next) rest.push(next, (set[at] as number) - 1);
    next = (set[at + 1] as number) + 1;
  }
  if (next <= LAST_CODE_POINT) rest.push(next, LAST_CODE_POINT);
  return rest;
}

export function includes(set: CharacterSet, sign: number): boolean {
  for (let at = 0; at < set.length; at += 2) {
    if (sign < (set[at] as number)) return false;
    if (sign <= (set[at + 1] as number)) return true;
  }
  return false;
}

/** How many code points a set has. */
export function sizeOf(set: CharacterSet): number {
  let size = 0;
  for (let at = 0; at < set.length; at += 2) size += (set[at + 1] as number) - (set[at] as number) + 1;
  return size;
}
