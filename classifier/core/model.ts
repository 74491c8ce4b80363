import { AXES, type Axis, byAxis, type PartialLabel } from './axis.ts';
import { type CostTable, DEFAULT_COSTS } from './bands.ts';
import { type Calibration, PRIOR_CALIBRATION } from './calibration.ts';
import {
  addCounts,
  addTallies,
  addToAll,
  countRows,
  createFeatureCounts,
  type FeatureCounts,
  type Support,
  TALLIES_A_FEATURE,
  tallyOf,
} from './feature-counts.ts';
import type { ClassSizes, Smoothing } from './naive-bayes.ts';

/** What a labelled headline teaches: the keys of its distinct grams and the ids of the rules that hold for it. */
export interface Example {
  readonly keys: Float64Array;
  readonly rules: readonly string[];
}

/** How counts become probabilities. Kept with the model, so that a score depends on the model and the text alone. */
export interface ModelSettings {
  readonly smoothing: Smoothing;
  /** Headlines that a rule's prior points are worth against the labels. */
  readonly ruleStrength: number;
  /** Grams overlap, so their plain sum is overconfident; fitted by {@link ./calibration.ts}. */
  readonly calibration: Readonly<Record<Axis, Calibration>>;
  /** Share of a feed that is expected to have the axis, before anything is known of a headline. */
  readonly baseRate: Readonly<Record<Axis, number>>;
  readonly costs: CostTable;
}

/** What labels have taught; nothing else is learned. */
export interface Counts {
  readonly grams: FeatureCounts;
  /** Per rule id the same four tallies as for a gram. */
  readonly rules: Map<string, Int32Array>;
  /** Labelled headlines: the four tallies over all of them. */
  readonly totals: Int32Array;
}

/** Counts, which change with every label, and settings. */
export interface Model extends Counts {
  /** Shown with every score, e.g. `starter@84` or `workspace@12`. */
  readonly name: string;
  readonly settings: ModelSettings;
}

/** What a model starts with; calibration is replaced by a fit to the labels, the smoothing is that of docs/experiments/smoothing.md. */
export const DEFAULT_SETTINGS: ModelSettings = {
  smoothing: { alpha: 4, share: 'proportional' },
  ruleStrength: 40,
  calibration: byAxis(() => PRIOR_CALIBRATION),
  baseRate: { sensational: 0.15, implausible: 0.05 },
  costs: DEFAULT_COSTS,
};

/** A model that has learned nothing. */
export function createModel(name: string, settings: ModelSettings = DEFAULT_SETTINGS): Model {
  return { name, ...createCounts(), settings };
}

/** Counts of nothing. */
export function createCounts(): Counts {
  return { grams: createFeatureCounts(), rules: new Map(), totals: new Int32Array(TALLIES_A_FEATURE) };
}

/** Adds a label to the counts, `weight` (a whole number) times; an axis without an answer is left out. */
export function learn(model: Counts, example: Example, label: PartialLabel, weight: number): void {
  addExample(model, example, label, weight);
}

/** The exact inverse of {@link learn}. */
export function unlearn(model: Counts, example: Example, label: PartialLabel, weight: number): void {
  addExample(model, example, label, -weight);
}

/** Learns all that another model has learned: counts are sums, so that headlines can be counted apart. */
export function learnCounts(model: Counts, { grams, rules, totals }: Counts): void {
  addCounts(model.grams, grams);
  for (const [id, tallies] of rules) addToRule(model.rules, id, tallies);
  addTallies(model.totals, 0, totals);
}

/** Adds the same four amounts to the tallies of each key and rule of an example, and to nothing else. */
export function addToFeatures(
  { grams, rules: tallyOfRule }: Pick<Model, 'grams' | 'rules'>,
  { keys, rules }: Example,
  amounts: Int32Array,
): void {
  addToAll(grams, keys, amounts);
  for (const id of rules) addToRule(tallyOfRule, id, amounts);
}

function addToRule(tallyOfRule: Model['rules'], id: string, amounts: Int32Array): void {
  const tallies = tallyOfRule.get(id) ?? new Int32Array(TALLIES_A_FEATURE);
  tallyOfRule.set(id, tallies);
  addTallies(tallies, 0, amounts);
}

/** Labelled headlines with and without an axis, by weight. */
export function classSizes(model: Model, axis: Axis): ClassSizes {
  const tally = tallyOf(axis, true);
  return { yes: model.totals[tally] as number, no: model.totals[tally + 1] as number };
}

/** Labelled headlines on which a rule hit, by weight. */
export function ruleSupport(rules: ReadonlyMap<string, Int32Array>, ruleId: string, axis: Axis): Support {
  const tallies = rules.get(ruleId);
  const tally = tallyOf(axis, true);
  return { yes: tallies?.[tally] ?? 0, no: tallies?.[tally + 1] ?? 0 };
}

/** All counts in one canonical form: two models that learned the same are deeply equal in it. */
export function modelState(model: Model): {
  grams: number[][];
  rules: [string, number[]][];
  totals: number[];
} {
  const rules = [...model.rules]
    .map(([id, tallies]): [string, number[]] => [id, [...tallies]])
    .filter(([, tallies]) => tallies.some((tally) => tally !== 0))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return { grams: countRows(model.grams), rules, totals: [...model.totals] };
}

/** What a label adds to each of the four tallies of what the headline has; an axis without an answer adds nothing. */
export function amountsOf(label: PartialLabel, weight: number): Int32Array {
  const amounts = new Int32Array(TALLIES_A_FEATURE);
  for (const axis of AXES) {
    const answer = label[axis];
    if (answer !== null) amounts[tallyOf(axis, answer)] = weight;
  }
  return amounts;
}

function addExample(model: Counts, example: Example, label: PartialLabel, weight: number): void {
  const amounts = amountsOf(label, weight);
  if (amounts.every((one) => one === 0)) return;
  addTallies(model.totals, 0, amounts);
  addToFeatures(model, example, amounts);
}
