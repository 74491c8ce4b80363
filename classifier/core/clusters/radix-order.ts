/** Numbers in ascending order, and which place each of them had before. */
export interface Ordered {
  readonly keys: Uint32Array;
  readonly places: Int32Array;
}

/** Room for ordering up to so many keys again and again. */
export interface OrderingRoom {
  readonly front: Ordered;
  readonly back: Ordered;
  readonly counts: Int32Array;
}

const BITS = 11;
const DIGITS = 1 << BITS;
const PASSES = 3;

export function orderingRoom(count: number): OrderingRoom {
  const side = (): Ordered => ({ keys: new Uint32Array(count), places: new Int32Array(count) });
  return { front: side(), back: side(), counts: new Int32Array(PASSES * DIGITS) };
}

/** Sorts 32-bit keys in three counting passes, equal keys by their places; valid until the room is used again. */
export function ordered(keys: Uint32Array, { front, back, counts }: OrderingRoom): Ordered {
  countDigits(keys, counts);
  firstPass(keys, front, counts);
  laterPass(front, back, counts.subarray(DIGITS), BITS);
  laterPass(back, front, counts.subarray(2 * DIGITS), 2 * BITS);
  return front;
}

/** For each pass and digit the place where the first key with that digit goes. */
function countDigits(keys: Uint32Array, counts: Int32Array): void {
  counts.fill(0);
  for (let at = 0; at < keys.length; at += 1) {
    const key = keys[at] as number;
    const low = key & (DIGITS - 1);
    const middle = DIGITS + ((key >>> BITS) & (DIGITS - 1));
    const high = 2 * DIGITS + (key >>> (2 * BITS));
    counts[low] = (counts[low] as number) + 1;
    counts[middle] = (counts[middle] as number) + 1;
    counts[high] = (counts[high] as number) + 1;
  }
  for (let pass = 0; pass < PASSES; pass += 1) {
    let before = 0;
    for (let digit = pass * DIGITS; digit < (pass + 1) * DIGITS; digit += 1) {
      const count = counts[digit] as number;
      counts[digit] = before;
      before += count;
    }
  }
}

function firstPass(keys: Uint32Array, into: Ordered, starts: Int32Array): void {
  for (let at = 0; at < keys.length; at += 1) {
    const key = keys[at] as number;
    const digit = key & (DIGITS - 1);
    const place = starts[digit] as number;
    starts[digit] = place + 1;
    into.keys[place] = key;
    into.places[place] = at;
  }
}

function laterPass(from: Ordered, into: Ordered, starts: Int32Array, shift: number): void {
  for (let at = 0; at < from.keys.length; at += 1) {
    const key = from.keys[at] as number;
    const digit = (key >>> shift) & (DIGITS - 1);
    const place = starts[digit] as number;
    starts[digit] = place + 1;
    into.keys[place] = key;
    into.places[place] = from.places[at] as number;
  }
}
