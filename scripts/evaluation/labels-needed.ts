import type { LabelledHeadline } from '#classifier/core/labelled-headline.ts';
import { type Candidate, orderForLabelling } from '#classifier/core/labelling-order.ts';
import { candidatesOf } from '#classifier/desk/labelling-queue.ts';
import { evaluateOn } from '#classifier/evaluate/evaluate.ts';
import { confusionOf, macroF1Of } from '#classifier/evaluate/metrics.ts';
import { shuffled } from '#classifier/evaluate/random.ts';
import { type Tools, type TrainingSet, trainModel } from '#classifier/evaluate/train.ts';

const BATCH = 25;

/**
 * Simulates a desk that labels a pool: macro F1 on a test side after so many labels, in random order and in the proposed
 * one, which is asked for anew after every 25 labels.
 */
export function labellingCurves(
  pool: readonly LabelledHeadline[],
  test: readonly LabelledHeadline[],
  starter: TrainingSet,
  weight: number,
  most: number,
  tools: Tools,
  seed: number,
): { random: number[]; proposed: number[] } {
  const macroF1 = (labelled: readonly LabelledHeadline[]): number =>
    macroF1Of(confusionOf(evaluateOn([starter, { examples: labelled, weight }], test, tools).sensational));
  const order = shuffled(pool, seed);
  const random: number[] = [];
  const proposed: number[] = [];
  let asked: LabelledHeadline[] = [];
  for (let labels = BATCH; labels <= most; labels += BATCH) {
    random.push(macroF1(order.slice(0, labels)));
    asked = [...asked, ...nextBatch(order, asked, starter, weight, tools)];
    proposed.push(macroF1(asked));
  }
  return { random, proposed };
}

function nextBatch(
  pool: readonly LabelledHeadline[],
  asked: readonly LabelledHeadline[],
  starter: TrainingSet,
  weight: number,
  tools: Tools,
): LabelledHeadline[] {
  const model = trainModel(asked.length === 0 ? [starter] : [starter, { examples: asked, weight }], tools);
  const known = new Set(asked);
  const open = pool.filter((headline) => !known.has(headline));
  const texts = open.map(({ text }) => text);
  const candidates = candidatesOf(model, tools.reader, texts).map(ofOneAxis);
  return orderForLabelling(candidates, BATCH).map(({ id }) => open[id] as LabelledHeadline);
}

/** These sets say nothing of the other axis, so it is not asked about. */
function ofOneAxis(candidate: Candidate): Candidate {
  const { probability, rules, grams } = candidate;
  return {
    ...candidate,
    probability: { ...probability, implausible: 0 },
    rules: { ...rules, implausible: 0 },
    grams: { ...grams, implausible: 0 },
  };
}
