import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_COSTS } from '#classifier/core/bands.ts';
import { sigmoid } from '#classifier/core/naive-bayes.ts';
import { workloadOf } from './workload.ts';

describe('workloadOf', () => {
  it('accounts for every headline and every cost', () => {
    const triaged = [
      { score: 0.1, doubtful: false },
      { score: 0.2, doubtful: true },
      { score: 0.5, doubtful: true },
      { score: 0.9, doubtful: false },
    ];
    const { perHundred, cost } = workloadOf(triaged, DEFAULT_COSTS);
    expect(perHundred).toEqual({
      pass: { headlines: 50, doubtful: 25 },
      check: { headlines: 25, doubtful: 25 },
      flag: { headlines: 25, doubtful: 0 },
    });
    expect(cost).toBe(25 * 4 + 25 * 1 + 25 * 4);
  });

  it('finds no cheaper cuts than those of the table, where scores are calibrated', () => {
    const steps = Array.from({ length: 19 }, (_, at) => sigmoid((at - 9) / 2));
    const triaged = steps.flatMap((score) =>
      Array.from({ length: 500 }, (_, at) => ({ score, doubtful: at < 500 * score })),
    );
    const cost = fc.integer({ min: 1, max: 20 });
    fc.assert(
      fc.property(cost, cost, cost, cost, cost, cost, (miss, falseAlarm, look, a, b, c) => {
        const costs = { miss, falseAlarm, look };
        const own = workloadOf(triaged, costs);
        const other = workloadOf(triaged, { miss: a, falseAlarm: b, look: c }).perHundred;
        const otherCost =
          other.pass.doubtful * miss +
          other.check.headlines * look +
          (other.flag.headlines - other.flag.doubtful) * falseAlarm;
        expect(own.cost).toBeLessThanOrEqual(otherCost + 0.5);
      }),
    );
  });
});
