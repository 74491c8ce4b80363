import { AXES } from '#classifier/core/axis.ts';
import { contradictionOf } from '#classifier/core/labelling-order.ts';
import { classSizes, type Model, ruleSupport } from '#classifier/core/model.ts';
import { baseLogOdds, limitOf, logOddsWithin, ruleWeight } from '#classifier/core/score.ts';
import type { ScoreColumns } from './packed-scores.ts';
import type { RuleHits } from './rule-hits.ts';

/**
 * Log-odds up to which rules and grams contradict each other, for each headline: what labelling-order.ts computes from
 * a reading, here from the stored probabilities, whose log-odds less base and rules are the grams'.
 */
export function disagreements(scores: ScoreColumns, hits: RuleHits, model: Model): Float32Array {
  const worst = new Float32Array(scores.score.length);
  for (const axis of AXES) {
    const sizes = classSizes(model, axis);
    const limit = limitOf(sizes.yes + sizes.no);
    const base = baseLogOdds(model, axis);
    const strength = model.settings.ruleStrength;
    const weights = hits.rules.map((rule) =>
      rule.axis === axis ? ruleWeight(rule, ruleSupport(model.rules, rule.id, axis), sizes, strength) : 0,
    );
    const probabilities = scores[axis];
    for (let place = 0; place < worst.length; place += 1) {
      const end = hits.from[place + 1] as number;
      let rules = 0;
      for (let at = hits.from[place] as number; at < end; at += 1)
        rules += weights[hits.items[at] as number] as number;
      if (rules === 0) continue;
      const grams = logOddsWithin(limit, probabilities[place] as number) - base - rules;
      worst[place] = Math.max(worst[place] as number, contradictionOf(rules, grams));
    }
  }
  return worst;
}
