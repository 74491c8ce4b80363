import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { precisionRecallOf } from './curves.ts';

const anyPredictions = fc.array(
  fc.record({ probability: fc.integer({ min: 0, max: 20 }).map((n) => n / 20), answer: fc.boolean() }),
  { maxLength: 60 },
);

describe('precisionRecallOf', () => {
  it('agrees with counting at every cut', () => {
    fc.assert(
      fc.property(anyPredictions, (predictions) => {
        const yes = predictions.filter(({ answer }) => answer).length;
        const points = precisionRecallOf(predictions, yes / predictions.length, 1000);
        for (const { cut, precision, recall } of points) {
          const taken = predictions.filter(({ probability }) => probability >= cut);
          const right = taken.filter(({ answer }) => answer).length;
          expect(precision).toBeCloseTo(right / taken.length, 9);
          expect(recall).toBeCloseTo(right / yes, 9);
        }
        if (yes > 0 && yes < predictions.length) expect(points.at(-1)?.recall).toBe(1);
        else expect(points).toEqual([]);
      }),
    );
  });

  it('lowers precision where a feed has fewer than the labels', () => {
    const predictions = [
      { probability: 0.9, answer: true },
      { probability: 0.9, answer: false },
    ];
    expect(precisionRecallOf(predictions, 0.1, 10)).toEqual([{ cut: 0.9, precision: 0.1, recall: 1 }]);
  });

  it('keeps the ends when it thins out', () => {
    const predictions = Array.from({ length: 300 }, (_, at) => ({
      probability: at / 300,
      answer: at % 3 === 0,
    }));
    const whole = precisionRecallOf(predictions, 0.3, 1000);
    const thin = precisionRecallOf(predictions, 0.3, 50);
    expect(thin).toHaveLength(50);
    expect([thin[0], thin.at(-1)]).toEqual([whole[0], whole.at(-1)]);
  });
});
