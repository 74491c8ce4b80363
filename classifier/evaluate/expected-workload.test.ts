import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectedWorkload } from './expected-workload.ts';
import { workloadOf } from './workload.ts';

const anyTriaged = fc.array(
  fc.record({ score: fc.double({ min: 0.01, max: 0.99, noNaN: true }), doubtful: fc.boolean() }),
  {
    minLength: 2,
  },
);
const worth = fc.integer({ min: 1, max: 20 });

describe('expectedWorkload', () => {
  it('is the workload of the labels where a feed has as many doubtful headlines as they', () => {
    fc.assert(
      fc.property(anyTriaged, worth, worth, (triaged, miss, falseAlarm) => {
        const doubtful = triaged.filter((one) => one.doubtful).length;
        fc.pre(doubtful > 0 && doubtful < triaged.length);
        const costs = { miss, falseAlarm, look: 1 };
        const expected = expectedWorkload(triaged, costs, doubtful / triaged.length);
        const { perHundred, cost } = workloadOf(triaged, costs);
        expect(expected?.flagged).toBeCloseTo(perHundred.flag.headlines, 9);
        expect(expected?.checked).toBeCloseTo(perHundred.check.headlines, 9);
        expect(expected?.passed).toBeCloseTo(perHundred.pass.headlines, 9);
        expect(expected?.missed).toBeCloseTo(perHundred.pass.doubtful, 9);
        expect(expected?.cost).toBeCloseTo(cost, 9);
      }),
    );
  });

  it('weighs the labels to the share of a feed', () => {
    const triaged = [
      { score: 0.9, doubtful: true },
      { score: 0.1, doubtful: true },
      { score: 0.9, doubtful: false },
      { score: 0.1, doubtful: false },
    ];
    const expected = expectedWorkload(triaged, { miss: 4, falseAlarm: 4, look: 1 }, 0.2);
    expect(expected).toMatchObject({ flagged: 50, checked: 0, passed: 50, missed: 10, falseAlarms: 40 });
    expect(expected?.atFlag).toEqual({ recall: 0.5, precision: 0.2 });
  });

  it('says nothing where one kind is missing', () => {
    expect(expectedWorkload([{ score: 0.5, doubtful: true }], { miss: 4, falseAlarm: 4, look: 1 }, 0.2)).toBe(
      null,
    );
    expect(expectedWorkload([], { miss: 4, falseAlarm: 4, look: 1 }, 0.2)).toBe(null);
  });
});
