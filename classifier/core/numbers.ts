/** Numbers in half the memory where they fit: what reads large tables at random takes most of its time in waiting for them. */
export type Numbers = Uint16Array | Int32Array;

const HALVES = 0x10000;

/** The same numbers, not negative, in as little memory as they fit in. */
export function compact(numbers: readonly number[] | Int32Array): Numbers {
  let most = 0;
  for (const number of numbers) most = Math.max(most, number);
  return most < HALVES ? Uint16Array.from(numbers) : Int32Array.from(numbers);
}
