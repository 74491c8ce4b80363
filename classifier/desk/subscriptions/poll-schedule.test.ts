import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nextDelay } from './poll-schedule.ts';

const MINUTE = 60_000;
const delay = (failures: number, random: number, retryAfter: number | null = null): number =>
  nextDelay({ everyMinutes: 30, failures, retryAfter }, random) / MINUTE;

it('comes back about as often as asked, and rarer after each failure', () => {
  expect([delay(0, 0), delay(0, 0.5), delay(0, 1)]).toEqual([28.5, 30, 31.5]);
  expect([delay(1, 1), delay(2, 1), delay(3, 1), delay(9, 1)]).toEqual([60, 120, 240, 240]);
  expect(delay(1, 0)).toBe(30);
});

it('leaves a server alone for as long as it asks, within a day', () => {
  expect(delay(1, 0, 2 * 3600)).toBe(120);
  expect(delay(0, 0, 7200)).toBe(120);
  expect(delay(1, 0, 1e9)).toBe(24 * 60);
});

it('always comes back, neither at once nor never', () => {
  const standing = fc.record({
    everyMinutes: fc.integer({ min: 1, max: 10_080 }),
    failures: fc.nat(),
    retryAfter: fc.option(fc.double({ min: 0, max: 1e12, noNaN: true })),
  });
  fc.assert(
    fc.property(standing, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (one, random) => {
      const wait = nextDelay(one, random);
      expect(wait).toBeGreaterThanOrEqual(one.everyMinutes * MINUTE * 0.5);
      expect(wait).toBeLessThanOrEqual(Math.max(24 * 60, one.everyMinutes * 1.1) * MINUTE);
    }),
  );
});
