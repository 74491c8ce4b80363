import { expect, it } from 'vitest';
import { shareInterval } from './share-interval.ts';

it.each([
  // Jeffreys intervals by scipy.stats.beta.ppf([.025, .975], x + .5, n - x + .5); closed at the ends.
  [0, 10, 0, 0.217],
  [3, 10, 0.093, 0.606],
  [10, 10, 0.783, 1],
  [90, 100, 0.83, 0.947],
])('%d of %d', (some, all, low, high) => {
  const interval = shareInterval(some, all);
  expect(interval?.value).toBe(some / all);
  expect(interval?.low).toBeCloseTo(low, 1.5);
  expect(interval?.high).toBeCloseTo(high, 1.5);
});

it('says nothing where nothing was seen', () => {
  expect(shareInterval(0, 0)).toBeNull();
});
