import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TEST_RULES, testExample } from '../../tests/helpers/headlines.ts';
import { fitCalibration, PRIOR_CALIBRATION } from './calibration.ts';
import { type Learned, type LeftOut, leaveOneOut } from './leave-one-out.ts';
import { createModel, learn, modelState } from './model.ts';
import { sigmoid } from './naive-bayes.ts';

/** Answers drawn in exact proportion: at each gram sum the share of yes is what `scale` and `shift` promise. */
function judgementsAt(scale: number, shift: number): LeftOut[] {
  return [-8, -4, -2, 0, 2, 4, 8].flatMap((grams) => {
    const yes = Math.round(1000 * sigmoid(shift + scale * grams));
    return Array.from({ length: 1000 }, (_, at) => ({ fixed: 0, grams, answer: at < yes }));
  });
}

describe('fitCalibration', () => {
  it.each([
    [0.1, 0],
    [0.25, 0.5],
    [0.6, -1],
  ])('finds the scale %d and shift %d that made the answers', (scale, shift) => {
    const judgements = judgementsAt(scale, shift);
    const share = judgements.filter(({ answer }) => answer).length / judgements.length;
    const fitted = fitCalibration(judgements, share);
    expect(fitted.scale).toBeCloseTo(scale, 2);
    expect(fitted.shift).toBeCloseTo(shift, 1);
  });

  it('stays at its prior without both answers', () => {
    expect(fitCalibration([{ fixed: 0, grams: 3, answer: true }], 0.5)).toEqual(PRIOR_CALIBRATION);
  });

  it('fits the shift alone where no headline shares a gram with another', () => {
    const judgements = [true, false, false].map((answer) => ({ fixed: 1, grams: 0, answer }));
    const { scale, shift } = fitCalibration(judgements, 0.1);
    expect(scale).toBe(PRIOR_CALIBRATION.scale);
    expect(shift).toBeLessThan(0);
  });

  it('is a number whatever the judgements are', () => {
    const judgement = fc.record({
      fixed: fc.double({ min: -50, max: 50, noNaN: true }),
      grams: fc.oneof(fc.constant(0), fc.double({ min: -500, max: 500, noNaN: true })),
      answer: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(judgement, { maxLength: 30 }),
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        (all, baseRate) => {
          const { scale, shift } = fitCalibration(all, baseRate);
          expect(Number.isFinite(scale) && Number.isFinite(shift)).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('leaveOneOut', () => {
  it('judges each headline without itself and leaves the model as it was', () => {
    const learned: Learned[] = [
      { example: testExample('恐龙宠物'), label: { sensational: false, implausible: true }, weight: 3 },
      { example: testExample('市政府发布'), label: { sensational: false, implausible: false }, weight: 1 },
    ];
    const model = createModel('test');
    for (const { example, label, weight } of learned) learn(model, example, label, weight);
    const state = modelState(model);
    const judged = leaveOneOut(model, learned, TEST_RULES).implausible;
    expect(judged.map(({ answer, grams }) => [answer, grams])).toEqual([
      [true, 0],
      [false, 0],
    ]);
    expect(modelState(model)).toEqual(state);
  });
});
