import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extrapolated, median, percentile, ratios, spread } from './statistics.ts';

const values = fc.array(fc.double({ min: 0.001, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 20 });

describe('statistics', () => {
  it('takes the middle of an odd number and between the middles of an even one', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 10, 2])).toBe(3);
    expect(median([])).toBeNaN();
  });

  it('has as many values above the median as below, whatever their order', () => {
    fc.assert(
      fc.property(values, (some) => {
        const middle = median(some);
        const below = some.filter((value) => value < middle).length;
        const above = some.filter((value) => value > middle).length;
        expect(Math.max(below, above)).toBeLessThanOrEqual(some.length / 2);
        expect(median(some.toReversed())).toBe(middle);
      }),
    );
  });

  it('leaves its input as it is', () => {
    const some = [3, 1, 2];
    median(some);
    expect(some).toEqual([3, 1, 2]);
  });

  it('names the ends', () => {
    expect(spread([5, 2, 9])).toEqual({ least: 2, most: 9 });
  });

  it('compares round by round', () => {
    expect(ratios([10, 20, 90], [5, 4, 9])).toEqual([2, 5, 10]);
    expect(ratios([10, 20, 90], [5, 4])).toEqual([2, 5]);
  });

  it('counts the start-up once', () => {
    expect(extrapolated(3, 1, 100, 1000)).toBe(21);
    expect(extrapolated(0.9, 1, 100, 1000)).toBe(1);
  });
});

describe('percentile', () => {
  it('takes the value that so many percent lie below, at most the largest', () => {
    const values = [40, 10, 30, 20];
    expect([0, 50, 74, 75, 99, 100].map((share) => percentile(values, share))).toEqual([
      10, 30, 30, 40, 40, 40,
    ]);
  });

  it('is not a number of none', () => {
    expect(percentile([], 50)).toBeNaN();
  });
});
