import type { Support } from './feature-counts.ts';
import type { Rule } from './rule.ts';

/** Labelled headlines with and without an axis. */
export interface ClassSizes {
  readonly yes: number;
  readonly no: number;
}

/**
 * Pseudo-counts added to every feature's count. `equal` gives both classes alpha; `proportional` shares 2·alpha out by
 * class size, so that a feature seen nowhere, or as often as its class is large, weighs nothing however unbalanced the
 * labels are (ablation: docs/experiments/smoothing.md).
 */
export interface Smoothing {
  readonly alpha: number;
  readonly share: 'equal' | 'proportional';
}

/**
 * Log-odds that the presence of a feature adds to an axis in binarised naive Bayes:
 * log P(feature | yes) - log P(feature | no), with P(feature | class) = (count + pseudo) / (class size + 1).
 * The +1 follows the BayesClassifier of the npm package natural, with which `equal` agrees exactly.
 */
export function featureLogOdds(support: Support, sizes: ClassSizes, smoothing: Smoothing): number {
  return logOddsUnder(pseudoCounts(sizes, smoothing), sizes, support.yes, support.no);
}

/** {@link featureLogOdds} of many features in one model. */
export function featureWeigher(sizes: ClassSizes, smoothing: Smoothing): (yes: number, no: number) => number {
  const pseudo = pseudoCounts(sizes, smoothing);
  return (yes, no) => logOddsUnder(pseudo, sizes, yes, no);
}

function logOddsUnder(pseudo: Support, sizes: ClassSizes, yes: number, no: number): number {
  return Math.log(((yes + pseudo.yes) * (sizes.no + 1)) / ((no + pseudo.no) * (sizes.yes + 1)));
}

/**
 * Log-odds of a rule hit: the rule's points, moved by the labels, but not beyond what the rule may say at most. The points are prior hit rates
 * TYPICAL_HIT_RATE·e^(±points/2) in the two classes, worth `strength` headlines each; with no labels the result is the points.
 */
export function ruleLogOdds(
  { points, most = Number.POSITIVE_INFINITY }: Pick<Rule, 'points' | 'most'>,
  support: Support,
  sizes: ClassSizes,
  strength: number,
): number {
  const yesRate = TYPICAL_HIT_RATE * Math.exp(points / 2);
  const noRate = TYPICAL_HIT_RATE * Math.exp(-points / 2);
  const learned = Math.log(
    ((support.yes + strength * yesRate) * (sizes.no + strength)) /
      ((support.no + strength * noRate) * (sizes.yes + strength)),
  );
  return Math.min(most, learned);
}

/** Share of headlines on which a rule of no meaning hits; keeps both prior rates below one for points up to 4. */
const TYPICAL_HIT_RATE = 0.05;

function pseudoCounts(sizes: ClassSizes, smoothing: Smoothing): Support {
  if (smoothing.share === 'equal') return { yes: smoothing.alpha, no: smoothing.alpha };
  const total = sizes.yes + sizes.no + 2;
  return {
    yes: (2 * smoothing.alpha * (sizes.yes + 1)) / total,
    no: (2 * smoothing.alpha * (sizes.no + 1)) / total,
  };
}

/** Probability of log-odds. */
export function sigmoid(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

/** Log-odds of a probability. */
export function logit(probability: number): number {
  return Math.log(probability / (1 - probability));
}
