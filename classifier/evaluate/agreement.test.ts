import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kappa } from '../../tests/helpers/kappa.ts';
import { type AnswerPair, agreementOf } from './agreement.ts';
import { seededRandom } from './random.ts';

function pairsOf(bothNo: number, noYes: number, yesNo: number, bothYes: number): AnswerPair[] {
  const times = (count: number, pair: AnswerPair) => new Array<AnswerPair>(count).fill(pair);
  return [
    ...times(bothNo, [false, false]),
    ...times(noYes, [false, true]),
    ...times(yesNo, [true, false]),
    ...times(bothYes, [true, true]),
  ];
}

describe('agreementOf', () => {
  it('gives the kappa of a table whose kappa is known', () => {
    const { headlines, agreed, kappa: found } = agreementOf(pairsOf(15, 10, 5, 20));
    expect([headlines, agreed]).toEqual([50, 35]);
    expect(found?.value).toBeCloseTo(0.4, 10);
    expect(found?.low).toBeGreaterThan(0.1);
    expect(found?.low).toBeLessThan(0.25);
    expect(found?.high).toBeGreaterThan(0.5);
    expect(found?.high).toBeLessThan(0.66);
  });

  it('has none where only one answer was given, and none without headlines', () => {
    expect(agreementOf(pairsOf(9, 0, 0, 0))).toEqual({ headlines: 9, agreed: 9, kappa: null });
    expect(agreementOf([])).toEqual({ headlines: 0, agreed: 0, kappa: null });
  });

  it('does not promise much after a few headlines, however well they agree', () => {
    const few = agreementOf(pairsOf(3, 0, 0, 3)).kappa;
    const many = agreementOf(pairsOf(60, 0, 0, 60)).kappa;
    expect([few?.value, few?.high, many?.high]).toEqual([1, 1, 1]);
    expect(few?.low).toBeLessThan(0.6);
    expect(many?.low).toBeGreaterThan(0.9);
  });

  it('is the kappa of a plain reckoning, does not depend on who is named first, and lies in its interval', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.boolean(), fc.boolean()), { minLength: 1, maxLength: 40 }),
        (pairs) => {
          const found = agreementOf(pairs).kappa;
          const plain = kappa(
            pairs.map(([one]) => one),
            pairs.map(([, other]) => other),
          );
          if (found === null) {
            expect(plain).toBeNaN();
            return;
          }
          expect(found.value).toBeCloseTo(plain, 9);
          expect(agreementOf(pairs.map(([one, other]) => [other, one])).kappa?.value).toBeCloseTo(plain, 9);
          expect(found.low).toBeLessThanOrEqual(found.value);
          expect(found.high).toBeGreaterThanOrEqual(found.value);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('holds the true kappa about as often as it says', () => {
    const random = seededRandom(11);
    const truth = 0.6;
    let held = 0;
    const runs = 120;
    for (let run = 0; run < runs; run += 1) {
      const pairs = Array.from({ length: 40 }, (): AnswerPair => {
        const one = random() < 0.5;
        return [one, random() < truth ? one : random() < 0.5];
      });
      const found = agreementOf(pairs).kappa;
      if (found !== null && found.low <= truth && truth <= found.high) held += 1;
    }
    expect(held / runs).toBeGreaterThan(0.88);
  });
});
