import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  accuracyOf,
  averagePrecisionOf,
  brierOf,
  confusionOf,
  f1Of,
  macroF1Of,
  type Prediction,
  rocAucOf,
} from './metrics.ts';

const predict = (...pairs: readonly (readonly [number, boolean])[]): Prediction[] =>
  pairs.map(([probability, answer]) => ({ probability, answer }));

const anyPredictions = fc.array(
  fc.record({ probability: fc.integer({ min: 0, max: 20 }).map((step) => step / 20), answer: fc.boolean() }),
  { minLength: 1, maxLength: 60 },
);

describe('metrics', () => {
  // Worked by hand, and equal to scikit-learn's roc_auc_score, average_precision_score and f1_score.
  const example = predict([0.1, false], [0.4, false], [0.35, true], [0.8, true]);

  it('agree with the textbook example', () => {
    const confusion = confusionOf(example);
    expect(confusion).toEqual({ truePositive: 1, falsePositive: 0, falseNegative: 1, trueNegative: 2 });
    expect(accuracyOf(confusion)).toBe(0.75);
    expect(f1Of(confusion)).toBeCloseTo(2 / 3, 12);
    expect(macroF1Of(confusion)).toBeCloseTo((2 / 3 + 0.8) / 2, 12);
    expect(rocAucOf(example)).toBe(0.75);
    expect(averagePrecisionOf(example)).toBeCloseTo(0.8333333333, 9);
    expect(brierOf(example)).toBeCloseTo((0.01 + 0.16 + 0.4225 + 0.04) / 4, 12);
  });

  it('take the ROC area for the chance of a right pair, ties half', () => {
    fc.assert(
      fc.property(anyPredictions, (predictions) => {
        const yes = predictions.filter(({ answer }) => answer);
        const no = predictions.filter(({ answer }) => !answer);
        fc.pre(yes.length > 0 && no.length > 0);
        let wins = 0;
        for (const a of yes)
          for (const b of no)
            wins += a.probability > b.probability ? 1 : a.probability === b.probability ? 0.5 : 0;
        expect(rocAucOf(predictions)).toBeCloseTo(wins / (yes.length * no.length), 9);
      }),
    );
  });
});
