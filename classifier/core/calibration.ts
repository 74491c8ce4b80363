import type { LeftOut } from './leave-one-out.ts';
import { sigmoid } from './naive-bayes.ts';

/** Where the scale stays when nothing speaks for another, and how many headlines that opinion is worth. */
const PRIOR_SCALE = 0.3;
const PRIOR_STRENGTH = 10;
const SMALLEST_SCALE = 0.02;
const LARGEST_SCALE = 1;
const STEPS = 40;

/**
 * The factor on summed gram weights under which leave-one-out judgements are best calibrated: the one parameter of a
 * logistic regression of the answers on the gram sums, everything else held fixed, found by Newton's method. Answers
 * are weighted so that the labelled set looks like a feed with `baseRate` of the axis; a Gaussian prior holds the
 * factor near 0.3 while there are few labels. (Platt 1999, with the intercept given by the base rate.)
 */
export function fitScale(judgements: readonly LeftOut[], baseRate: number): number {
  const yes = judgements.filter((judgement) => judgement.answer).length;
  const no = judgements.length - yes;
  if (yes === 0 || no === 0) return PRIOR_SCALE;
  const weightOf = (answer: boolean): number =>
    judgements.length * (answer ? baseRate / yes : (1 - baseRate) / no);
  const spread = judgements.reduce((sum, { grams }) => sum + grams * grams, 0) / judgements.length;
  let scale = PRIOR_SCALE;
  for (let step = 0; step < STEPS; step += 1) {
    let slope = PRIOR_STRENGTH * spread * 0.25 * (scale - PRIOR_SCALE);
    let curvature = PRIOR_STRENGTH * spread * 0.25;
    for (const { fixed, grams, answer } of judgements) {
      const probability = sigmoid(fixed + scale * grams);
      slope += weightOf(answer) * grams * (probability - (answer ? 1 : 0));
      curvature += weightOf(answer) * grams * grams * probability * (1 - probability);
    }
    scale = Math.min(
      LARGEST_SCALE,
      Math.max(SMALLEST_SCALE, scale - slope / Math.max(curvature, Number.EPSILON)),
    );
  }
  return scale;
}
