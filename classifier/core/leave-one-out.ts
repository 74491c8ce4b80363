import type { Axis, PartialLabel } from './axis.ts';
import { findSlot, supportAt } from './feature-counts.ts';
import { classSizes, type Example, learn, type Model, ruleSupport, unlearn } from './model.ts';
import { featureLogOdds, logit, ruleLogOdds } from './naive-bayes.ts';
import type { Rule } from './rule.ts';

/** A headline that the model has learned, with the weight it was learned with. */
export interface Learned {
  readonly example: Example;
  readonly label: PartialLabel;
  readonly weight: number;
}

/** What a model that never saw the headline says of it on one axis: `fixed + shift + scale * grams` are its log-odds. */
export interface LeftOut {
  readonly fixed: number;
  readonly grams: number;
  readonly answer: boolean;
}

/**
 * Exact leave-one-out on one axis: each headline is unlearned, judged by all others and learned again, so the model is
 * as before when this returns. Headlines without an answer on the axis are left out. `rules` gives the points of the
 * rules that examples name; unknown ids say nothing.
 */
export function leaveOneOut(
  model: Model,
  learned: readonly Learned[],
  rules: ReadonlyMap<string, Rule>,
  axis: Axis,
): LeftOut[] {
  return learned.flatMap(({ example, label, weight }) => {
    const answer = label[axis];
    if (answer === null) return [];
    unlearn(model, example, label, weight);
    const judged = { ...judge(model, example, rules, axis), answer };
    learn(model, example, label, weight);
    return [judged];
  });
}

/** What a model says of an example that it has not learned; unknown rule ids say nothing. */
export function judge(
  model: Model,
  example: Example,
  rules: ReadonlyMap<string, Rule>,
  axis: Axis,
): { fixed: number; grams: number } {
  const sizes = classSizes(model, axis);
  let grams = 0;
  for (const key of example.keys) {
    const slot = findSlot(model.grams, key);
    if (slot >= 0)
      grams += featureLogOdds(supportAt(model.grams, slot, axis), sizes, model.settings.smoothing);
  }
  let fixed = logit(model.settings.baseRate[axis]);
  for (const id of example.rules) {
    const rule = rules.get(id);
    if (rule?.axis !== axis) continue;
    fixed += ruleLogOdds(rule.points, ruleSupport(model.rules, id, axis), sizes, model.settings.ruleStrength);
  }
  return { fixed, grams };
}
