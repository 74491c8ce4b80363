import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calibrationErrorOf, reliabilityOf, wilsonInterval } from './reliability.ts';

const anyPredictions = fc.array(
  fc.record({ probability: fc.integer({ min: 0, max: 20 }).map((n) => n / 20), answer: fc.boolean() }),
  { minLength: 1, maxLength: 60 },
);

describe('reliabilityOf', () => {
  it('counts every headline once and holds what came true within its interval', () => {
    fc.assert(
      fc.property(
        anyPredictions,
        fc.option(fc.double({ min: 0.05, max: 0.95, noNaN: true })),
        (all, share) => {
          const bins = reliabilityOf(all, share);
          expect(bins.reduce((sum, bin) => sum + bin.headlines, 0)).toBe(all.length);
          for (const { came, interval } of bins) {
            expect(interval.low).toBeLessThanOrEqual(came + 1e-9);
            expect(interval.high).toBeGreaterThanOrEqual(came - 1e-9);
          }
        },
      ),
    );
  });

  it('is about a feed where a share is given: 30 of 100 promised, 30 of 100 come', () => {
    const labelled = [
      ...Array.from({ length: 30 }, () => ({ probability: 0.3, answer: true })),
      ...Array.from({ length: 10 }, () => ({ probability: 0.3, answer: false })),
    ];
    expect(reliabilityOf(labelled, null)[0]?.came).toBe(0.75);
    expect(reliabilityOf(labelled, 0.3)[0]?.came).toBeCloseTo(0.3, 9);
    expect(calibrationErrorOf(labelled, 0.3)).toBeCloseTo(0, 9);
  });

  it('gives Wilson’s interval', () => {
    const { low, high } = wilsonInterval(0.5, 10);
    expect([low.toFixed(3), high.toFixed(3)]).toEqual(['0.237', '0.763']);
  });
});

describe('calibrationErrorOf', () => {
  it('is none where promises are kept, and the whole gap where they are not', () => {
    const kept = Array.from({ length: 100 }, (_, at) => ({ probability: 0.25, answer: at < 25 }));
    expect(calibrationErrorOf(kept, null)).toBeCloseTo(0, 12);
    const broken = { probability: 0.9, answer: false };
    expect(calibrationErrorOf([broken, broken], null)).toBeCloseTo(0.9, 12);
    expect(calibrationErrorOf([], null)).toBeNaN();
  });

  it('averages the gaps of the tenths by their headlines where nothing is weighed', () => {
    fc.assert(
      fc.property(anyPredictions, (all) => {
        const tenths = Map.groupBy(all, ({ probability }) => Math.min(9, Math.floor(probability * 10)));
        const gaps = [...tenths.values()].map((inside) =>
          Math.abs(inside.reduce((sum, { probability, answer }) => sum + probability - Number(answer), 0)),
        );
        const mean = gaps.reduce((sum, gap) => sum + gap, 0) / all.length;
        expect(calibrationErrorOf(all, null)).toBeCloseTo(mean, 9);
      }),
    );
  });
});
