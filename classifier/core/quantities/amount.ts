/** A number as read, before its unit is known. `low` equals `high` where it is exact. */
export interface Amount {
  readonly low: number;
  readonly high: number;
  /** Where the next thing begins, in UTF-16 units. */
  readonly end: number;
  /** What 多 or 余 behind it may add at most: 10 for 20, 0.1 for 1.2, 10^4 for 3万. */
  readonly step: number;
  /** The multiplier at its end: 10^4 for 3万, 1 for 30. In 3至5万 the first number takes it over from the second. */
  readonly scale: number;
  /**
   * `plain`: a number. `digits`: Chinese digits in a row (二〇二四). `vague`: 几, 数百, a bare 百 or 万.
   * `name`: a version, a telephone number or the like.
   */
  readonly form: 'plain' | 'digits' | 'vague' | 'name';
}

/** The amount, exact or not, times an exact number. */
export function times(amount: Amount, factor: number, end: number): Amount {
  const { low, high, step } = amount;
  return {
    ...amount,
    low: product(low, factor),
    high: product(high, factor),
    step: step * factor,
    scale: amount.scale * factor,
    end,
  };
}

/** A product without the noise of binary fractions: 1.1 times 10^4 is 11000. */
export function product(value: number, factor: number): number {
  return Number((value * factor).toPrecision(15));
}

/** The amount with 多, 余 or 几 behind it. */
export function widened(amount: Amount, end: number): Amount {
  return { ...amount, high: amount.high + amount.step, end };
}
