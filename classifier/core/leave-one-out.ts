import { AXES, type Axis, byAxis, type PartialLabel } from './axis.ts';
import { findSlot, firstTally, type Support, slotsFor, supportAt, tallyOf } from './feature-counts.ts';
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
 * Exact leave-one-out: what {@link judge} would say of each headline if the model unlearned it and the near-copies of
 * its group, to the last bit. The model is as before when this returns; a headline alone is judged without changing it,
 * its own counts are taken off as it is judged. Headlines without an answer on an axis are left out of it. `rules` gives
 * the points of the rules that examples name; unknown ids say nothing.
 */
export function leaveOneOut(
  model: Model,
  learned: readonly Learned[],
  rules: ReadonlyMap<string, Rule>,
): Record<Axis, LeftOut[]> {
  const judgeAlone = alone(model, rules);
  const inGroups = judgeGroups(model, learned, rules);
  const judgements = byAxis((): LeftOut[] => []);
  for (const one of learned) {
    const judged = inGroups.get(one) ?? judgeAlone(one);
    for (const axis of AXES) {
      const answer = one.label[axis];
      if (answer !== null) judgements[axis].push({ ...judged[axis], answer });
    }
  }
  return judgements;
}

type Judgement = Pick<LeftOut, 'fixed' | 'grams'>;
type Judgements = Readonly<Record<Axis, Judgement>>;

/** Judges the headlines that have near-copies without these. */
function judgeGroups(
  model: Model,
  learned: readonly Learned[],
  rules: ReadonlyMap<string, Rule>,
): Map<Learned, Judgements> {
  const judged = new Map<Learned, Judgements>();
  const groups = Map.groupBy(
    learned.filter(({ group }) => group !== undefined),
    ({ group }) => group,
  );
  for (const members of groups.values()) {
    if (members.length === 1) continue;
    for (const { example, label, weight } of members) unlearn(model, example, label, weight);
    for (const member of members) {
      judged.set(
        member,
        byAxis((axis) => judge(model, member.example, rules, axis)),
      );
    }
    for (const { example, label, weight } of members) learn(model, example, label, weight);
  }
  return judged;
}

/** Judges headlines without themselves, by judges that are made once for each axis, answer and weight. */
function alone(model: Model, rules: ReadonlyMap<string, Rule>): (learned: Learned) => Judgements {
  const { grams: counts } = model;
  const judges = new Map<string, AxisJudge>();

  function judgeFor(axis: Axis, { label, weight }: Learned): AxisJudge {
    const name = `${axis} ${label[axis]} ${weight}`;
    const known = judges.get(name);
    if (known !== undefined) return known;
    const own = supportOf(label[axis], weight);
    const made = axisJudge(model, rules, axis, own);
    judges.set(name, made);
    return made;
  }

  return (learned) => {
    const { keys, rules: hits } = learned.example;
    const sensational = judgeFor('sensational', learned);
    const implausible = judgeFor('implausible', learned);
    const slots = slotsFor(counts, keys);
    const sums = { sensational: 0, implausible: 0 };
    for (let at = 0; at < keys.length; at += 1) {
      const tally = firstTally(slots[at] as number);
      const a = (counts.tallies[tally] as number) - sensational.own.yes;
      const b = (counts.tallies[tally + 1] as number) - sensational.own.no;
      const c = (counts.tallies[tally + 2] as number) - implausible.own.yes;
      const d = (counts.tallies[tally + 3] as number) - implausible.own.no;
      if ((a | b | c | d) === 0) continue;
      sums.sensational += sensational.logOdds(a, b);
      sums.implausible += implausible.logOdds(c, d);
    }
    const factor = lengthFactor(keys.length);
    return {
      sensational: { fixed: sensational.fixed(hits), grams: sums.sensational * factor },
      implausible: { fixed: implausible.fixed(hits), grams: sums.implausible * factor },
    };
  };
}

/** What a model says on an axis that has not learned some headline. */
interface AxisJudge {
  /** What the headline adds to the support of each of its features on the axis. */
  readonly own: Support;
  /** Of a feature that others support so often. */
  readonly logOdds: (yes: number, no: number) => number;
  /** Of the base rate and the rules that hold for the headline. */
  readonly fixed: (ids: readonly string[]) => number;
}

/** Supports below 2 to this have their log-odds worked out once. */
const FEW_BITS = 6;

function axisJudge(
  { rules: ruleCounts, totals, settings }: Model,
  rules: ReadonlyMap<string, Rule>,
  axis: Axis,
  own: Support,
): AxisJudge {
  const tally = tallyOf(axis, true);
  const sizes = {
    yes: (totals[tally] as number) - own.yes,
    no: (totals[tally + 1] as number) - own.no,
  };
  const known = new Float64Array(1 << (2 * FEW_BITS)).fill(Number.NaN);
  return {
    own,
    logOdds(yes, no) {
      if ((yes | no) >>> FEW_BITS !== 0) return featureLogOdds({ yes, no }, sizes, settings.smoothing);
      const at = (yes << FEW_BITS) | no;
      if (Number.isNaN(known[at])) known[at] = featureLogOdds({ yes, no }, sizes, settings.smoothing);
      return known[at] as number;
    },
    fixed(ids) {
      let sum = logit(settings.baseRate[axis]);
      for (const id of ids) {
        const rule = rules.get(id);
        if (rule?.axis !== axis) continue;
        const { yes, no } = ruleSupport(ruleCounts, id, axis);
        const support = { yes: yes - own.yes, no: no - own.no };
        sum += ruleLogOdds(rule.points, support, sizes, settings.ruleStrength);
      }
      return sum;
    },
  };
}

function supportOf(answer: boolean | null, weight: number): Support {
  return { yes: answer === true ? weight : 0, no: answer === false ? weight : 0 };
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
