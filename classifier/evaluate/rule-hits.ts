import type { Axis } from '#classifier/core/axis.ts';
import { condense } from '#classifier/core/condense.ts';
import type { LabelledHeadline } from '#classifier/core/labelled-headline.ts';
import { DEFAULT_SETTINGS } from '#classifier/core/model.ts';
import { ruleLogOdds } from '#classifier/core/naive-bayes.ts';
import type { Rule } from '#classifier/core/rule.ts';
import type { Tools } from './train.ts';

/** How a rule did on labelled headlines of its axis. */
export interface RuleHits {
  readonly id: string;
  readonly axis: Axis;
  readonly points: number;
  /** Hits among headlines with the axis, and without it. */
  readonly yes: number;
  readonly no: number;
  /** Hit rate with the axis over hit rate without it, one hit added to each; above 1 speaks for the axis. */
  readonly ratio: number;
  /** Share of its hits on which another rule of the axis hit too. */
  readonly overlap: number;
  /** The points moved by these labels, held within the bounds of a rule's points. */
  readonly suggested: number;
}

const LEAST_POINTS = -3;
const MOST_POINTS = 4;

/** The hit table of all rules on a corpus, as SpamAssassin's hit-frequencies gives it: most hits first. */
export function ruleHitTable(headlines: readonly LabelledHeadline[], { reader, rules }: Tools): RuleHits[] {
  const counts = new Map(rules.map((rule) => [rule.id, { yes: 0, no: 0, shared: 0 }]));
  const sizes = { sensational: { yes: 0, no: 0 }, implausible: { yes: 0, no: 0 } };
  for (const { text, label } of headlines) {
    if (label.sensational !== null) sizes.sensational[label.sensational ? 'yes' : 'no'] += 1;
    if (label.implausible !== null) sizes.implausible[label.implausible ? 'yes' : 'no'] += 1;
    const hits = reader.signs.find(condense(text).text, reader.classes);
    for (const { rule } of hits) {
      const count = counts.get(rule.id);
      const answer = label[rule.axis];
      if (count === undefined || answer === null) continue;
      count[answer ? 'yes' : 'no'] += 1;
      if (hits.some((other) => other.rule !== rule && other.rule.axis === rule.axis)) count.shared += 1;
    }
  }
  return rules
    .map((rule) => hitsOf(rule, counts.get(rule.id) ?? { yes: 0, no: 0, shared: 0 }, sizes[rule.axis]))
    .sort((a, b) => b.yes + b.no - a.yes - a.no || (a.id < b.id ? -1 : 1));
}

function hitsOf(
  rule: Rule,
  { yes, no, shared }: { yes: number; no: number; shared: number },
  sizes: { yes: number; no: number },
): RuleHits {
  const { id, axis, points } = rule;
  const moved = ruleLogOdds(rule, { yes, no }, sizes, DEFAULT_SETTINGS.ruleStrength);
  return {
    id,
    axis,
    points,
    yes,
    no,
    ratio: ((yes + 1) * (sizes.no + 1)) / ((no + 1) * (sizes.yes + 1)),
    overlap: yes + no === 0 ? 0 : shared / (yes + no),
    suggested: Math.min(MOST_POINTS, Math.max(LEAST_POINTS, Math.round(moved * 10) / 10)),
  };
}
