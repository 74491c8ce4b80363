import fc from 'fast-check';
import BayesClassifier from 'natural/lib/natural/classifiers/bayes_classifier.js';
import { describe, expect, it } from 'vitest';
import { anyHeadline, learnAll, testExample } from '../../tests/helpers/headlines.ts';
import { findSlot, supportAt } from './feature-counts.ts';
import { classSizes, createModel, type Example, type Model } from './model.ts';
import { featureLogOdds, ruleLogOdds, type Smoothing, sigmoid } from './naive-bayes.ts';

const ALPHA = 0.7;
const SMOOTHING: Smoothing = { alpha: ALPHA, share: 'equal' };

function posterior(model: Model, { keys }: Example): number {
  const sizes = classSizes(model, 'sensational');
  const slots = keys.map((key) => findSlot(model.grams, key)).filter((slot) => slot >= 0);
  const weights = slots.map((slot) =>
    featureLogOdds(supportAt(model.grams, slot, 'sensational'), sizes, SMOOTHING),
  );
  return sigmoid(
    Math.log((sizes.yes + 1) / (sizes.no + 1)) + weights.reduce((sum, weight) => sum + weight, 0),
  );
}

/** natural's classifier sees each gram as one token, so that both count the same features. */
function naturalPosterior(labelled: readonly (readonly [string, boolean])[], raw: string): number {
  const classifier = new BayesClassifier(undefined, ALPHA);
  const tokens = (text: string): string[] => Array.from(testExample(text).keys, String);
  for (const [text, yes] of labelled) classifier.addDocument(tokens(text), yes ? 'yes' : 'no');
  classifier.train();
  const found = classifier.getClassifications(tokens(raw));
  const of = (name: string): number => found.find(({ label }) => label === name)?.value ?? 0;
  return of('yes') / (of('yes') + of('no'));
}

describe('featureLogOdds', () => {
  it('gives the posterior of the BayesClassifier of natural on the same features and smoothing', () => {
    // natural leaves documents without a token out of its counts.
    const withGrams = anyHeadline.filter((text) => testExample(text).keys.length > 0);
    const some = fc.array(withGrams, { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(some, some, withGrams, (yes, no, raw) => {
        const labelled = [
          ...yes.map((text) => [text, true] as const),
          ...no.map((text) => [text, false] as const),
        ];
        const model = createModel('test');
        learnAll(
          model,
          labelled.map(([text, sensational]) => [text, { sensational, implausible: false }]),
        );
        expect(Math.abs(posterior(model, testExample(raw)) - naturalPosterior(labelled, raw))).toBeLessThan(
          1e-9,
        );
      }),
      { numRuns: 60 },
    );
  });

  it('gives a feature as common as its classes no weight, however unbalanced they are', () => {
    const proportional: Smoothing = { alpha: 1, share: 'proportional' };
    expect(featureLogOdds({ yes: 0, no: 0 }, { yes: 10, no: 1000 }, proportional)).toBeCloseTo(0, 10);
    expect(Math.abs(featureLogOdds({ yes: 1, no: 100 }, { yes: 10, no: 1000 }, proportional))).toBeLessThan(
      0.1,
    );
    expect(featureLogOdds({ yes: 0, no: 0 }, { yes: 10, no: 1000 }, SMOOTHING)).toBeGreaterThan(4);
  });
});

describe('ruleLogOdds', () => {
  it('is the points before any label, and follows the labels afterwards', () => {
    expect(ruleLogOdds({ points: 2.5 }, { yes: 0, no: 0 }, { yes: 0, no: 0 }, 40)).toBeCloseTo(2.5, 12);
    const against = ruleLogOdds({ points: 2.5 }, { yes: 0, no: 30 }, { yes: 50, no: 50 }, 40);
    expect(against).toBeLessThan(0);
    expect(ruleLogOdds({ points: 2.5 }, { yes: 30, no: 0 }, { yes: 50, no: 50 }, 40)).toBeGreaterThan(2.5);
  });

  it('follows them no further than the rule may go', () => {
    const rule = { points: 0.7, most: 0.7 };
    expect(ruleLogOdds(rule, { yes: 30, no: 0 }, { yes: 50, no: 50 }, 40)).toBe(0.7);
    expect(ruleLogOdds(rule, { yes: 0, no: 30 }, { yes: 50, no: 50 }, 40)).toBeLessThan(0);
  });
});
