/** Spreads a 32-bit number over all 32-bit numbers, one to one, signed: MurmurHash3's finaliser (public domain). */
export function mixed(value: number): number {
  const once = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return twice ^ (twice >>> 16);
}
