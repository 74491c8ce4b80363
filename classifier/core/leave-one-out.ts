import type { Axis, PartialLabel } from './axis.ts';
import { findSlot, probe, type Support, supportAt, TALLIES_A_FEATURE, tallyOf } from './feature-counts.ts';
import { classSizes, type Example, type Model, ruleSupport } from './model.ts';
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
 * Exact leave-one-out on one axis: what {@link judge} would say of each headline if the model unlearned it, to the last
 * bit, but the model is only read: the headline's own counts are taken off as it is judged. Headlines without an answer
 * on the axis are left out. `rules` gives the points of the rules that examples name; unknown ids say nothing.
 */
export function leaveOneOut(
  model: Model,
  learned: readonly Learned[],
  rules: ReadonlyMap<string, Rule>,
  axis: Axis,
): LeftOut[] {
  const judges = new Map<number, Record<'yes' | 'no', JudgeWithout>>();
  const judged: LeftOut[] = [];
  for (const { example, label, weight } of learned) {
    const answer = label[axis];
    if (answer === null) continue;
    const ofWeight = judges.get(weight) ?? {
      yes: judgeWithout(model, rules, axis, { yes: weight, no: 0 }),
      no: judgeWithout(model, rules, axis, { yes: 0, no: weight }),
    };
    judges.set(weight, ofWeight);
    const other = label[axis === 'sensational' ? 'implausible' : 'sensational'];
    judged.push({ ...ofWeight[answer ? 'yes' : 'no'](example, other === null ? 0 : weight), answer });
  }
  return judged;
}

type Judgement = Pick<LeftOut, 'fixed' | 'grams'>;

/** Judges an example that counts `own` on the axis, and so much on the other axis. */
type JudgeWithout = (example: Example, onOtherAxis: number) => Judgement;

/** Supports below this have their log-odds worked out once. */
const FEW = 64;

function judgeWithout(
  { grams: counts, rules: ruleCounts, totals, settings }: Model,
  rules: ReadonlyMap<string, Rule>,
  axis: Axis,
  own: Support,
): JudgeWithout {
  const tally = tallyOf(axis, true);
  const otherTally = TALLIES_A_FEATURE - 2 - tally;
  const sizes = {
    yes: (totals[tally] as number) - own.yes,
    no: (totals[tally + 1] as number) - own.no,
  };
  const known = new Float64Array(FEW * FEW).fill(Number.NaN);

  function logOdds(yes: number, no: number): number {
    if (yes < 0 || no < 0 || yes >= FEW || no >= FEW)
      return featureLogOdds({ yes, no }, sizes, settings.smoothing);
    const at = yes * FEW + no;
    if (Number.isNaN(known[at])) known[at] = featureLogOdds({ yes, no }, sizes, settings.smoothing);
    return known[at] as number;
  }

  return (example, onOtherAxis) => {
    let grams = 0;
    for (const key of example.keys) {
      const at = probe(counts.keys, key) * TALLIES_A_FEATURE;
      const yes = (counts.tallies[at + tally] as number) - own.yes;
      const no = (counts.tallies[at + tally + 1] as number) - own.no;
      const others =
        (counts.tallies[at + otherTally] as number) + (counts.tallies[at + otherTally + 1] as number);
      if (yes !== 0 || no !== 0 || others !== onOtherAxis) grams += logOdds(yes, no);
    }
    let fixed = logit(settings.baseRate[axis]);
    for (const id of example.rules) {
      const rule = rules.get(id);
      if (rule?.axis !== axis) continue;
      const { yes, no } = ruleSupport(ruleCounts, id, axis);
      const support = { yes: yes - own.yes, no: no - own.no };
      fixed += ruleLogOdds(rule.points, support, sizes, settings.ruleStrength);
    }
    return { fixed, grams };
  };
}

/** What a model says of an example that it has not learned; unknown rule ids say nothing. */
export function judge(
  model: Model,
  example: Example,
  rules: ReadonlyMap<string, Rule>,
  axis: Axis,
): Judgement {
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
