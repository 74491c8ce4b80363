import { AXES, type Axis, byAxis, type PartialLabel } from './axis.ts';
import {
  addTallies,
  findSlot,
  firstTally,
  type Support,
  slotsFor,
  supportAt,
  tallyOf,
} from './feature-counts.ts';
import { lengthFactor } from './length-factor.ts';
import { amountsOf, classSizes, type Example, learn, type Model, ruleSupport } from './model.ts';
import { featureLogOdds, featureWeigher, logit, ruleLogOdds } from './naive-bayes.ts';
import { HIDDEN_CHARACTERS } from './reading.ts';
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

/** Judges the headlines that have near-copies while the model has not learned these. */
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
    const placed = members.map((member): [Learned, Int32Array] => {
      const { keys } = member.example;
      return [member, slotsFor(model.grams, keys).slice(0, keys.length)];
    });
    for (const [member, slots] of placed) learnAt(model, member, slots, -member.weight);
    const judges = byAxis((axis) => axisJudge(model, rules, axis, NOTHING));
    for (const [member, slots] of placed) judged.set(member, judgeBy(judges, model, member.example, slots));
    for (const [member, slots] of placed) learnAt(model, member, slots, member.weight);
  }
  return judged;
}

/** Learns what the model has slots for. */
function learnAt(model: Model, { example, label }: Learned, slots: Int32Array, weight: number): void {
  learn(model, { keys: NO_KEYS, rules: example.rules }, label, weight);
  const amounts = amountsOf(label, weight);
  const { tallies } = model.grams;
  for (let at = 0; at < slots.length; at += 1) addTallies(tallies, firstTally(slots[at] as number), amounts);
}

/** Judges headlines without themselves, by judges that are made once for each axis, answer and weight. */
function alone(model: Model, rules: ReadonlyMap<string, Rule>): (learned: Learned) => Judgements {
  const judges = new Map<string, AxisJudge>();

  function judgeFor(axis: Axis, { label, weight }: Learned): AxisJudge {
    const name = `${axis} ${label[axis]} ${weight}`;
    const known = judges.get(name);
    if (known !== undefined) return known;
    const made = remembering(axisJudge(model, rules, axis, supportOf(label[axis], weight)));
    judges.set(name, made);
    return made;
  }

  return (learned) => {
    const judgesOf = byAxis((axis) => judgeFor(axis, learned));
    return judgeBy(judgesOf, model, learned.example, slotsFor(model.grams, learned.example.keys));
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

const NO_KEYS = new Float64Array();
const NOTHING: Support = { yes: 0, no: 0 };
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
  return {
    own,
    logOdds: featureWeigher(sizes, settings.smoothing),
    fixed(ids) {
      let sum = logit(settings.baseRate[axis]);
      for (const id of ids) {
        const rule = ruleNamed(rules, id);
        if (rule?.axis !== axis) continue;
        const { yes, no } = ruleSupport(ruleCounts, id, axis);
        const support = { yes: yes - own.yes, no: no - own.no };
        sum += ruleLogOdds(rule, support, sizes, settings.ruleStrength);
      }
      return sum;
    },
  };
}

/** The same judge, that works the log-odds of small supports out once. */
function remembering(judge: AxisJudge): AxisJudge {
  const known = new Float64Array(1 << (2 * FEW_BITS)).fill(Number.NaN);
  return {
    ...judge,
    logOdds(yes, no) {
      if ((yes | no) >>> FEW_BITS !== 0) return judge.logOdds(yes, no);
      const at = (yes << FEW_BITS) | no;
      if (Number.isNaN(known[at])) known[at] = judge.logOdds(yes, no);
      return known[at] as number;
    },
  };
}

/** Judges a headline whose features stand at some slots on both axes at once. */
function judgeBy(
  { sensational, implausible }: Readonly<Record<Axis, AxisJudge>>,
  { grams: { tallies } }: Model,
  { keys, rules }: Example,
  slots: Int32Array,
): Judgements {
  let sensationalSum = 0;
  let implausibleSum = 0;
  for (let at = 0; at < keys.length; at += 1) {
    const tally = firstTally(slots[at] as number);
    const a = (tallies[tally] as number) - sensational.own.yes;
    const b = (tallies[tally + 1] as number) - sensational.own.no;
    const c = (tallies[tally + 2] as number) - implausible.own.yes;
    const d = (tallies[tally + 3] as number) - implausible.own.no;
    if ((a | b | c | d) === 0) continue;
    sensationalSum += sensational.logOdds(a, b);
    implausibleSum += implausible.logOdds(c, d);
  }
  const factor = lengthFactor(keys.length);
  return {
    sensational: { fixed: sensational.fixed(rules), grams: sensationalSum * factor },
    implausible: { fixed: implausible.fixed(rules), grams: implausibleSum * factor },
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
    const rule = ruleNamed(rules, id);
    if (rule?.axis !== axis) continue;
    fixed += ruleLogOdds(rule, ruleSupport(model.rules, id, axis), sizes, model.settings.ruleStrength);
  }
  return { fixed, grams };
}

/** A rule of the packs or of the classifier itself. */
function ruleNamed(rules: ReadonlyMap<string, Rule>, id: string): Rule | undefined {
  return id === HIDDEN_CHARACTERS.id ? HIDDEN_CHARACTERS : rules.get(id);
}
