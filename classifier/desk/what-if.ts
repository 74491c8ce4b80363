import { AXES, type Axis, CREDIBLE, type PartialLabel } from '#classifier/core/axis.ts';
import { type Band, bandOf, cutsOf } from '#classifier/core/bands.ts';
import { type EvidenceByAxis, explain, isWorthReading, WEAKEST_REASON } from '#classifier/core/evidence.ts';
import { classSizes, type Example, learn, type Model, unlearn } from '#classifier/core/model.ts';
import { exampleOf, type Reader, read } from '#classifier/core/reading.ts';
import { probabilityOf, type Score, score } from '#classifier/core/score.ts';
import { wordsOfHeadline } from '#classifier/core/word-cut.ts';
import { LABEL_WEIGHT } from '#classifier/store/workspace.ts';

/** What a headline's score would be. */
export interface Outcome {
  readonly score: number;
  readonly band: Band;
}

/** A word or rule that speaks against a headline, and what would take its weight away. */
export interface Neutralised {
  readonly axis: Axis;
  /** The word as printed, or the rule's id. */
  readonly kind: 'word' | 'rule';
  readonly name: string;
  readonly logOdds: number;
  /** Labels of other headlines with the word or rule, as not having the axis, until it weighs nothing; null for more than {@link MOST_LABELS}. */
  readonly labels: number | null;
  /** The headline without it. */
  readonly without: Outcome;
}

export interface WhatIf {
  readonly parts: readonly Neutralised[];
  /** Were the headline itself labelled credible. */
  readonly ifCredible: Outcome;
}

/** More labels than these nobody gives for one word. */
export const MOST_LABELS = 500;
/** The strongest words and rules of an axis that are looked at. */
const MOST_PARTS = 3;
const NO_KEYS = new Float64Array();

/**
 * Finds out what would change a headline's score, by teaching the model and taking that back: exact for the model as it
 * is, which is the same afterwards. A label that is imagined teaches the word or the rule alone, on its axis alone.
 */
export function whatIf(model: Model, reader: Reader, text: string): WhatIf {
  const { evidence, scored, example } = look(model, reader, text);
  const parts = AXES.flatMap((axis) =>
    evidence[axis]
      .flatMap((part) => (part.kind === 'base' ? [] : [part]))
      .filter((part) => part.logOdds >= WEAKEST_REASON && (part.kind === 'rule' || isWorthReading(part.word)))
      .slice(0, MOST_PARTS)
      .map((part): Neutralised => {
        const { kind, logOdds } = part;
        const name = part.kind === 'rule' ? part.rule.id : part.word;
        const sign = { axis, kind, name };
        const taught = kind === 'rule' ? { keys: NO_KEYS, rules: [name] } : wordExample(reader, name);
        const labels = labelsToNeutralise(model, reader, text, sign, taught);
        return { ...sign, logOdds, labels, without: withoutPart(model, scored, axis, logOdds) };
      }),
  );
  return { parts, ifCredible: taughtOutcome(model, reader, text, example) };
}

interface Sign {
  readonly axis: Axis;
  readonly kind: 'word' | 'rule';
  readonly name: string;
}

function look(
  model: Model,
  reader: Reader,
  text: string,
): { readonly evidence: EvidenceByAxis; readonly scored: Score; readonly example: Example } {
  const reading = read(reader, text);
  const words = wordsOfHeadline(reader.cutWords, reading.normalised);
  return {
    evidence: explain(model, reading, words, text),
    scored: score(model, reading),
    example: exampleOf(reading),
  };
}

/** What a headline teaches that has the word and nothing else; a rule that the word sets off is told apart. */
function wordExample(reader: Reader, word: string): Example {
  return { keys: exampleOf(read(reader, word)).keys, rules: [] };
}

function labelsToNeutralise(
  model: Model,
  reader: Reader,
  text: string,
  sign: Sign,
  taught: Example,
): number | null {
  const weighs = (labels: number) => weightAfter(model, reader, text, sign, taught, labels) > 0;
  let enough = 1;
  while (enough < MOST_LABELS && weighs(enough)) enough *= 2;
  if (enough >= MOST_LABELS && weighs(MOST_LABELS)) return null;
  let few = enough / 2;
  let most = Math.min(enough, MOST_LABELS);
  while (most - few > 1) {
    const middle = Math.floor((few + most) / 2);
    if (weighs(middle)) few = middle;
    else most = middle;
  }
  return most;
}

/** What the word or rule adds to its axis after so many labels of the desk. */
function weightAfter(
  model: Model,
  reader: Reader,
  text: string,
  { axis, kind, name }: Sign,
  taught: Example,
  labels: number,
): number {
  const label: PartialLabel = { sensational: null, implausible: null, [axis]: false };
  const weight = labels * LABEL_WEIGHT.desk;
  learn(model, taught, label, weight);
  try {
    const parts = look(model, reader, text).evidence[axis];
    const same = parts.find((part) =>
      kind === 'rule'
        ? part.kind === 'rule' && part.rule.id === name
        : part.kind === 'word' && part.word === name,
    );
    return same?.logOdds ?? 0;
  } finally {
    unlearn(model, taught, label, weight);
  }
}

function withoutPart(model: Model, { axes }: Score, axis: Axis, logOdds: number): Outcome {
  const { yes, no } = classSizes(model, axis);
  const left = AXES.reduce((product, one) => {
    const probability =
      one === axis ? probabilityOf(axes[one].logOdds - logOdds, yes + no) : axes[one].probability;
    return product * (1 - probability);
  }, 1);
  return outcome(model, 1 - left);
}

function taughtOutcome(model: Model, reader: Reader, text: string, example: Example): Outcome {
  learn(model, example, CREDIBLE, LABEL_WEIGHT.desk);
  try {
    return outcome(model, look(model, reader, text).scored.score);
  } finally {
    unlearn(model, example, CREDIBLE, LABEL_WEIGHT.desk);
  }
}

function outcome({ settings }: Model, triage: number): Outcome {
  return { score: triage, band: bandOf(triage, cutsOf(settings.costs)) };
}
