import { AXES, type Axis, byAxis } from './axis.ts';
import { type Band, bandOf, cutsOf } from './bands.ts';
import { findSlot, type Support, supportAt } from './feature-counts.ts';
import { distinctKeys } from './grams.ts';
import { lengthFactor } from './length-factor.ts';
import { classSizes, type Model, ruleSupport } from './model.ts';
import { type ClassSizes, featureLogOdds, logit, ruleLogOdds, sigmoid } from './naive-bayes.ts';
import { quantise } from './quantum.ts';
import type { Reading } from './reading.ts';
import type { Rule, RuleHit } from './rule.ts';

/** The answer on one headline. Probabilities lie in (0, 1), never at its ends. */
export interface Score {
  readonly axes: Readonly<Record<Axis, { readonly logOdds: number; readonly probability: number }>>;
  /** 1 - (1 - sensational)(1 - implausible): the chance that at least one axis holds, taken as independent. */
  readonly score: number;
  readonly band: Band;
  /** Share of the headline's grams that the model has met, 0 to 1. */
  readonly known: number;
  /** 证据不足: hardly a gram is known and no rule speaks. */
  readonly insufficient: boolean;
}

/** However many labels there are, probabilities stay between about 0.1 % and 99.9 %. */
const FIRMEST = 6.9;
/** However few labels there are, rules alone may go as far as ten headlines would. */
const FEWEST_LABELS = 10;
/** Where a probability as stored was rounded up to its limit, the way back would lead to infinity. */
const LARGEST_BEND = 0.999_999;
/** Below this share of known grams the model alone has too little to go by. */
const FEWEST_KNOWN = 0.2;

/** Scores a reading. Pure: depends on the model and the text alone. */
export function score(model: Model, reading: Reading): Score {
  const slots = knownSlots(model, reading);
  const axes = byAxis((axis) => {
    const logOdds = axisLogOdds(model, reading, slots, axis);
    const { yes, no } = classSizes(model, axis);
    return { logOdds, probability: probabilityOf(logOdds, yes + no) };
  });
  const triage = 1 - AXES.reduce((left, axis) => left * (1 - axes[axis].probability), 1);
  const known = reading.grams.size === 0 ? 0 : slots.occurrences / reading.grams.size;
  return {
    axes,
    score: triage,
    band: bandOf(triage, cutsOf(model.settings.costs)),
    known,
    insufficient: isInsufficient(known, reading.hits.length),
  };
}

/** The axis that decides the band: the one with the higher probability. */
export function leadingAxis({ axes: { sensational, implausible } }: Pick<Score, 'axes'>): Axis {
  return leadingOf(sensational.probability, implausible.probability);
}

/** The same of the probabilities. */
export function leadingOf(sensational: number, implausible: number): Axis {
  return implausible > sensational ? 'implausible' : 'sensational';
}

/** What an axis starts from before anything is known of a headline: its base rate and the calibrated shift. */
export function baseLogOdds(model: Model, axis: Axis): number {
  const { baseRate, calibration } = model.settings;
  return quantise(logit(baseRate[axis]) + calibration[axis].shift);
}

/**
 * What a gram or class feature adds to the sum over features of an axis: its naive Bayes weight, scaled against the
 * overlap of features. The whole sum is multiplied by {@link lengthFactor}.
 */
export function gramLogOdds(model: Model, slot: number, sizes: ClassSizes, axis: Axis): number {
  const { smoothing, calibration } = model.settings;
  return quantise(
    calibration[axis].scale * featureLogOdds(supportAt(model.grams, slot, axis), sizes, smoothing),
  );
}

/** What a rule hit adds to its axis. */
export function hitLogOdds(model: Model, { rule }: RuleHit, sizes: ClassSizes): number {
  return ruleWeight(rule, ruleSupport(model.rules, rule.id, rule.axis), sizes, model.settings.ruleStrength);
}

/** What a rule with this support adds to its axis. */
export function ruleWeight(rule: Rule, support: Support, sizes: ClassSizes, strength: number): number {
  return quantise(ruleLogOdds(rule, support, sizes, strength));
}

/**
 * Probability of log-odds that rest on so many labels. Bent towards the limit of Laplace's rule of succession, so that
 * a model is never surer than n labels allow (84 labels: 98.8 %); strictly rising, so the order of headlines stays.
 */
export function probabilityOf(logOdds: number, labels: number): number {
  return probabilityWithin(limitOf(labels), logOdds);
}

/** The log-odds that probabilities which rest on so many labels come near to. */
export function limitOf(labels: number): number {
  return Math.min(FIRMEST, Math.log(Math.max(FEWEST_LABELS, labels) + 1));
}

/** Log-odds bent towards a limit, as a probability. */
export function probabilityWithin(limit: number, logOdds: number): number {
  return sigmoid(limit * Math.tanh(logOdds / limit));
}

/** The way back of {@link probabilityWithin}. */
export function logOddsWithin(limit: number, probability: number): number {
  const bent = Math.max(-LARGEST_BEND, Math.min(LARGEST_BEND, logit(probability) / limit));
  return limit * Math.atanh(bent);
}

/** Whether a share of known grams is too small to go by where no rule speaks. */
export function isInsufficient(known: number, hits: number): boolean {
  return known < FEWEST_KNOWN && hits === 0;
}

function axisLogOdds(model: Model, reading: Reading, slots: KnownSlots, axis: Axis): number {
  const sizes = classSizes(model, axis);
  let grams = 0;
  for (const slot of slots.distinct) grams += gramLogOdds(model, slot, sizes, axis);
  let sum = baseLogOdds(model, axis) + quantise(lengthFactor(slots.features) * grams);
  for (const hit of reading.hits) if (hit.rule.axis === axis) sum += hitLogOdds(model, hit, sizes);
  return sum;
}

interface KnownSlots {
  /** Each known gram and class feature once: a feature counts once a headline. */
  readonly distinct: ReadonlySet<number>;
  /** Occurrences of known grams, repeats included. */
  readonly occurrences: number;
  /** Distinct grams and class features, known or not. */
  readonly features: number;
}

function knownSlots(model: Model, { grams, classes }: Reading): KnownSlots {
  const distinct = new Set<number>();
  let occurrences = 0;
  for (let at = 0; at < grams.size; at += 1) {
    const slot = findSlot(model.grams, grams.keys[at] as number);
    if (slot < 0) continue;
    occurrences += 1;
    distinct.add(slot);
  }
  for (let at = 0; at < classes.size; at += 1) {
    const slot = findSlot(model.grams, classes.keys[at] as number);
    if (slot >= 0) distinct.add(slot);
  }
  return { distinct, occurrences, features: distinctKeys(grams).length + classes.size };
}
