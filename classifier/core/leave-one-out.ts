import type { Axis, PartialLabel } from './axis.ts';
import {
  findSlot,
  firstTally,
  type Support,
  slotFor,
  supportAt,
  TALLIES_A_FEATURE,
  tallyOf,
} from './feature-counts.ts';
import { lengthFactor } from './length-factor.ts';
import { classSizes, type Example, learn, type Model, ruleSupport, unlearn } from './model.ts';
import { featureLogOdds, logit, ruleLogOdds } from './naive-bayes.ts';
import type { Rule } from './rule.ts';

/** A headline that the model has learned, with the weight it was learned with. */
export interface Learned {
  readonly example: Example;
  readonly label: PartialLabel;
  readonly weight: number;
  /** Near-copies share a group and are left out together; without one a headline is left out alone. */
  readonly group?: number;
}

/** What a model that never saw the headline says of it on one axis: `fixed + shift + scale * grams` are its log-odds. */
export interface LeftOut {
  readonly fixed: number;
  readonly grams: number;
  readonly answer: boolean;
}

/**
 * Exact leave-one-out on one axis: what {@link judge} would say of each headline if the model unlearned it and the
 * near-copies of its group, to the last bit. The model is as before when this returns; a headline alone is judged
 * without changing it, its own counts are taken off as it is judged. Headlines without an answer on the axis are left
 * out. `rules` gives the points of the rules that examples name; unknown ids say nothing.
 */
export function leaveOneOut(
  model: Model,
  learned: readonly Learned[],
  rules: ReadonlyMap<string, Rule>,
  axis: Axis,
): LeftOut[] {
  const judgeAlone = alone(model, rules, axis);
  const inGroups = judgeGroups(model, learned, rules, axis);
  return learned.flatMap((one) => {
    const answer = one.label[axis];
    return answer === null ? [] : [{ ...(inGroups.get(one) ?? judgeAlone(one, answer)), answer }];
  });
}

/** Judges the headlines that have near-copies without these. */
function judgeGroups(
  model: Model,
  learned: readonly Learned[],
  rules: ReadonlyMap<string, Rule>,
  axis: Axis,
): Map<Learned, Judgement> {
  const judged = new Map<Learned, Judgement>();
  const groups = Map.groupBy(
    learned.filter(({ group }) => group !== undefined),
    ({ group }) => group,
  );
  for (const members of groups.values()) {
    if (members.length === 1) continue;
    for (const { example, label, weight } of members) unlearn(model, example, label, weight);
    for (const member of members) judged.set(member, judge(model, member.example, rules, axis));
    for (const { example, label, weight } of members) learn(model, example, label, weight);
  }
  return judged;
}

/** Judges a headline without itself, by a judge made once for each weight and answer. */
function alone(
  model: Model,
  rules: ReadonlyMap<string, Rule>,
  axis: Axis,
): (learned: Learned, answer: boolean) => Judgement {
  const judges = new Map<number, Record<'yes' | 'no', JudgeWithout>>();
  return ({ example, label, weight }, answer) => {
    const ofWeight = judges.get(weight) ?? {
      yes: judgeWithout(model, rules, axis, { yes: weight, no: 0 }),
      no: judgeWithout(model, rules, axis, { yes: 0, no: weight }),
    };
    judges.set(weight, ofWeight);
    const other = label[axis === 'sensational' ? 'implausible' : 'sensational'];
    return ofWeight[answer ? 'yes' : 'no'](example, other === null ? 0 : weight);
  };
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
      const at = firstTally(slotFor(counts, key));
      const yes = (counts.tallies[at + tally] as number) - own.yes;
      const no = (counts.tallies[at + tally + 1] as number) - own.no;
      const others =
        (counts.tallies[at + otherTally] as number) + (counts.tallies[at + otherTally + 1] as number);
      if (yes !== 0 || no !== 0 || others !== onOtherAxis) grams += logOdds(yes, no);
    }
    grams *= lengthFactor(example.keys.length);
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
  grams *= lengthFactor(example.keys.length);
  let fixed = logit(model.settings.baseRate[axis]);
  for (const id of example.rules) {
    const rule = rules.get(id);
    if (rule?.axis !== axis) continue;
    fixed += ruleLogOdds(rule.points, ruleSupport(model.rules, id, axis), sizes, model.settings.ruleStrength);
  }
  return { fixed, grams };
}
