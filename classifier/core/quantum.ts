/**
 * Log-odds are kept in whole quanta of 2^-40 (about 1e-12), so that sums below 2^12 are exact in any order: evidence
 * adds up to the score to the last bit, whatever is gathered, split or sorted.
 */
const QUANTA_IN_ONE = 2 ** 40;

/** The nearest whole number of quanta. */
export function quantise(logOdds: number): number {
  return Math.round(logOdds * QUANTA_IN_ONE) / QUANTA_IN_ONE;
}

/** Multiplies amounts; the products add up exactly to the nearest quanta of the whole, the last one taking what rounding left. */
export function scaleExactly(amounts: readonly number[], factor: number): number[] {
  let left = quantise(factor * amounts.reduce((sum, amount) => sum + amount, 0));
  return amounts.map((amount, at) => {
    const product = at === amounts.length - 1 ? left : quantise(factor * amount);
    left -= product;
    return product;
  });
}

/** Splits an amount in proportion to the shares; the parts add up exactly, the last one taking what rounding left. */
export function splitExactly(amount: number, shares: readonly number[]): number[] {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  let left = amount;
  return shares.map((share, at) => {
    const part = at === shares.length - 1 ? left : quantise((amount * share) / whole);
    left -= part;
    return part;
  });
}
