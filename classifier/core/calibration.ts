import type { LeftOut } from './leave-one-out.ts';
import { sigmoid } from './naive-bayes.ts';

/** How gram sums become log-odds: `shift + scale * grams`, added to the base rate and the rules. */
export interface Calibration {
  readonly scale: number;
  readonly shift: number;
}

/** What calibration stays near while there are few labels, and how many headlines that opinion is worth. */
export const PRIOR_CALIBRATION: Calibration = { scale: 0.3, shift: 0 };
const PRIOR_STRENGTH = 10;
const SMALLEST_SCALE = 0.02;
const LARGEST_SCALE = 1;
const STEPS = 40;
/** Curvature of the logistic loss at even odds: what one headline adds. */
const ONE_HEADLINE = 0.25;

/**
 * The scale and shift under which leave-one-out judgements are best calibrated: a logistic regression of the answers on
 * the gram sums with everything else held fixed (Platt 1999), by Newton's method. Answers are weighted so that the
 * labelled set looks like a feed with `baseRate` of the axis; Gaussian priors hold both near {@link PRIOR_CALIBRATION}.
 */
export function fitCalibration(judgements: readonly LeftOut[], baseRate: number): Calibration {
  const yes = judgements.filter((judgement) => judgement.answer).length;
  const no = judgements.length - yes;
  if (yes === 0 || no === 0) return PRIOR_CALIBRATION;
  const weights = {
    yes: (judgements.length * baseRate) / yes,
    no: (judgements.length * (1 - baseRate)) / no,
  };
  const meanSquare = judgements.reduce((sum, { grams }) => sum + grams * grams, 0) / judgements.length;
  // Where no headline has a gram in common with another nothing moves the scale, and any spread keeps it at its prior.
  const spread = meanSquare === 0 ? 1 : meanSquare;
  const prior = { scale: PRIOR_STRENGTH * ONE_HEADLINE * spread, shift: PRIOR_STRENGTH * ONE_HEADLINE };
  let { scale, shift } = PRIOR_CALIBRATION;
  for (let step = 0; step < STEPS; step += 1) {
    const before = { scale, shift };
    const slope = { scale: prior.scale * (scale - PRIOR_CALIBRATION.scale), shift: prior.shift * shift };
    const curve = { scale: prior.scale, shift: prior.shift, both: 0 };
    for (const { fixed, grams, answer } of judgements) {
      const probability = sigmoid(fixed + shift + scale * grams);
      const weight = answer ? weights.yes : weights.no;
      const error = weight * (probability - (answer ? 1 : 0));
      const steepness = weight * probability * (1 - probability);
      slope.scale += error * grams;
      slope.shift += error;
      curve.scale += steepness * grams * grams;
      curve.both += steepness * grams;
      curve.shift += steepness;
    }
    const determinant = curve.scale * curve.shift - curve.both * curve.both;
    scale -= (slope.scale * curve.shift - slope.shift * curve.both) / determinant;
    shift -= (slope.shift * curve.scale - slope.scale * curve.both) / determinant;
    scale = Math.min(LARGEST_SCALE, Math.max(SMALLEST_SCALE, scale));
    if (scale === before.scale && shift === before.shift) break;
  }
  return { scale, shift };
}
