import { byAxis } from './axis.ts';
import { bandOf, type CostTable, cutsOf } from './bands.ts';
import type { CompiledModel } from './compiled-model.ts';
import { wideNumber } from './feature-table.ts';
import { createWalker, type Walk } from './gram-walk.ts';
import type { LatinStemmer } from './grams.ts';
import { lengthFactor } from './length-factor.ts';
import { ruleSupport } from './model.ts';
import { quantise } from './quantum.ts';
import type { TextReading } from './reading.ts';
import type { Rule } from './rule.ts';
import { isInsufficient, limitOf, probabilityWithin, ruleWeight, type Score } from './score.ts';

/** Scores readings by one compiled model. It keeps scratch memory: each thread needs one of its own. */
export interface Scorer {
  readonly model: CompiledModel;
  /** The answer that `score` gives by the model that was compiled, to the last bit. */
  readonly score: (reading: TextReading) => Score;
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
  const walkText = createWalker(features, stems);
  const sighted = walkText('');
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

  function score({ normalised, hits, classes }: TextReading): Score {
    const { numbers, found, size, occurrences, distinct } = walkText(normalised.text);
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
    for (const { rule } of hits) {
      if (rule.axis === 'sensational') sensational += weightOf(rule);
      else implausible += weightOf(rule);
    }
    const first = probabilityWithin(limits.sensational, sensational);
    const second = probabilityWithin(limits.implausible, implausible);
    const triage = 1 - (1 - first) * (1 - second);
    const known = size === 0 ? 0 : occurrences / size;
    return {
      axes: {
        sensational: { logOdds: sensational, probability: first },
        implausible: { logOdds: implausible, probability: second },
      },
      score: triage,
      band: bandOf(triage, cuts),
      known,
      insufficient: isInsufficient(known, hits.length),
    };
  }
  return { model, score, sighted, weightOf };
}
