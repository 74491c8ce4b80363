import { byAxis } from './axis.ts';
import { type Band, bandOf, type CostTable, cutsOf } from './bands.ts';
import type { CompiledModel } from './compiled-model.ts';
import { wideNumber } from './feature-table.ts';
import { createWalker, type Walk } from './gram-walk.ts';
import type { LatinStemmer } from './grams.ts';
import { lengthFactor } from './length-factor.ts';
import { ruleSupport } from './model.ts';
import { quantise } from './quantum.ts';
import type { TextReading } from './reading.ts';
import type { Rule, RuleHit } from './rule.ts';
import { isInsufficient, limitOf, probabilityWithin, ruleWeight, type Score } from './score.ts';
import { createUnitText, putText, type UnitText } from './unit-text.ts';
import type { KeyBuffer } from './word-classes.ts';

/** What a model says of a text: for each axis its log-odds and their probability, and that of at least one axis. */
export interface Sums {
  sensational: number;
  implausible: number;
  sensationalChance: number;
  implausibleChance: number;
  triage: number;
  /** Share of the text's grams that the model has met. */
  known: number;
}

/** Scores readings by one compiled model. It keeps scratch memory: each thread needs one of its own. */
export interface Scorer {
  readonly model: CompiledModel;
  /** The answer that `score` gives by the model that was compiled, to the last bit. */
  readonly score: (reading: TextReading) => Score;
  /** The same without making anything: fills `sums`. */
  readonly sum: (text: UnitText, hits: readonly RuleHit[], classes: KeyBuffer) => void;
  readonly sums: Readonly<Sums>;
  readonly bandOf: (triage: number) => Band;
  /** The known features of the reading that was scored last, until the next. */
  readonly sighted: Walk;
  /** What a rule adds to its axis where it holds. */
  readonly weightOf: (rule: Rule) => number;
}

/** Makes a scorer that cuts the bands by `costs`, or by the model's own cost table. */
export function createScorer(
  model: CompiledModel,
  stems: LatinStemmer,
  costs: CostTable = model.costs,
): Scorer {
  const { weights, features, axes } = model;
  const walker = createWalker(features, stems);
  const sighted = walker.found;
  const own = createUnitText();
  const sums: Sums = {
    sensational: 0.5,
    implausible: 0.5,
    sensationalChance: 0.5,
    implausibleChance: 0.5,
    triage: 0.5,
    known: 0.5,
  };
  const cuts = cutsOf(costs);
  const limits = byAxis((axis) => limitOf(axes[axis].sizes.yes + axes[axis].sizes.no));
  const ruleWeights = new Map<Rule, number>();

  function weightOf(rule: Rule): number {
    const known = ruleWeights.get(rule);
    if (known !== undefined) return known;
    const support = ruleSupport(model.rules, rule.id, rule.axis);
    const weight = ruleWeight(rule, support, axes[rule.axis].sizes, model.ruleStrength);
    ruleWeights.set(rule, weight);
    return weight;
  }

  function sum(text: UnitText, hits: readonly RuleHit[], classes: KeyBuffer): void {
    walker.walk(text);
    const { numbers, found, size, occurrences, distinct } = sighted;
    let sensational = 0;
    let implausible = 0;
    for (let at = 0; at < found; at += 1) {
      const number = numbers[at] as number;
      sensational += weights[2 * number] as number;
      implausible += weights[2 * number + 1] as number;
    }
    for (let at = 0; at < classes.size; at += 1) {
      const number = wideNumber(features.keys, features.numbers, classes.keys[at] as number);
      sensational += weights[2 * number] as number;
      implausible += weights[2 * number + 1] as number;
    }
    const factor = lengthFactor(distinct + classes.size);
    sensational = axes.sensational.base + quantise(factor * sensational);
    implausible = axes.implausible.base + quantise(factor * implausible);
    for (let at = 0; at < hits.length; at += 1) {
      const { rule } = hits[at] as RuleHit;
      if (rule.axis === 'sensational') sensational += weightOf(rule);
      else implausible += weightOf(rule);
    }
    sums.sensational = sensational;
    sums.implausible = implausible;
    sums.sensationalChance = probabilityWithin(limits.sensational, sensational);
    sums.implausibleChance = probabilityWithin(limits.implausible, implausible);
    sums.triage = 1 - (1 - sums.sensationalChance) * (1 - sums.implausibleChance);
    sums.known = size === 0 ? 0 : occurrences / size;
  }

  function score({ normalised, hits, classes }: TextReading): Score {
    sum(putText(own, normalised.text), hits, classes);
    const { sensational, implausible, sensationalChance, implausibleChance, triage, known } = sums;
    return {
      axes: {
        sensational: { logOdds: sensational, probability: sensationalChance },
        implausible: { logOdds: implausible, probability: implausibleChance },
      },
      score: triage,
      band: bandOf(triage, cuts),
      known,
      insufficient: isInsufficient(known, hits.length),
    };
  }

  return { model, score, sum, sums, bandOf: (triage) => bandOf(triage, cuts), sighted, weightOf };
}
