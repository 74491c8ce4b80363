import type { LabelledHeadline } from '#classifier/core/labelled-headline.ts';
import { type Candidate, orderForLabelling } from '#classifier/core/labelling-order.ts';
import { candidatesOf } from '#classifier/desk/labelling-queue.ts';
import type { TrainingSet } from '#classifier/evaluate/course.ts';
import { evaluateOn } from '#classifier/evaluate/evaluate.ts';
import { confusionOf, macroF1Of } from '#classifier/evaluate/metrics.ts';
import { shuffled } from '#classifier/evaluate/random.ts';
import { foldsOf } from '#classifier/evaluate/splits.ts';
import { type Tools, trainModel } from '#classifier/evaluate/train.ts';
import { median } from '../bench/statistics.ts';
import { print, rangeOf, three } from './figures.ts';

const BATCH = 25;

/** Labels with which a curve is compared. */
const MOST = 500;

/** Prints both curves over all seeds, and how many labels the proposed order needs for what 500 random ones reach. */
export async function printLabelsNeeded(
  set: readonly LabelledHeadline[],
  starter: TrainingSet,
  weight: number,
  seeds: readonly number[],
  tools: Tools,
): Promise<void> {
  const curves: { random: number[]; proposed: number[] }[] = [];
  for (const seed of seeds) {
    const [test = [], ...others] = foldsOf(set, 5, 'none', seed);
    curves.push(await labellingCurves(others.flat(), test, starter, weight, MOST, tools, seed));
  }
  const steps = Array.from({ length: MOST / BATCH }, (_, step) => step);
  const at = (order: 'random' | 'proposed', step: number): number =>
    median(curves.map((curve) => curve[order][step] as number));
  const last = steps.length - 1;
  const goal = at('random', last);
  const line = steps
    .filter((step) => step % 2 === 1)
    .map((step) => `${labelsAt(step)}: ${three(at('random', step))}/${three(at('proposed', step))}`);
  print('macro F1 by labels, random/proposed', line.join('  '));
  const reached = steps.find((step) => at('proposed', step) >= goal);
  const ofEach = curves.map(({ random, proposed }) => {
    const step = proposed.findIndex((figure) => figure >= (random[last] as number));
    return step < 0 ? MOST + BATCH : labelsAt(step);
  });
  const gaps = (step: number): number[] =>
    curves.map(({ random, proposed }) => (proposed[step] as number) - (random[step] as number));
  const won = (step: number): string => `${three(median(gaps(step)))} [${rangeOf(gaps(step))}]`;
  print(
    `labels in the proposed order for the macro F1 of ${MOST} random ones (${three(goal)})`,
    `${reached === undefined ? `more than ${MOST}` : labelsAt(reached)} on the median curve; split by split ${[...ofEach].sort((a, b) => a - b).join(', ')}`,
  );
  print('proposed less random, macro F1', `at 250 ${won(9)}, at 500 ${won(last)}`);
}

function labelsAt(step: number): number {
  return (step + 1) * BATCH;
}

/**
 * Simulates a desk that labels a pool: macro F1 on a test side after so many labels, in random order and in the proposed
 * one, which is asked for anew after every 25 labels.
 */
async function labellingCurves(
  pool: readonly LabelledHeadline[],
  test: readonly LabelledHeadline[],
  starter: TrainingSet,
  weight: number,
  most: number,
  tools: Tools,
  seed: number,
): Promise<{ random: number[]; proposed: number[] }> {
  const macroF1 = async (labelled: readonly LabelledHeadline[]): Promise<number> => {
    const predictions = await evaluateOn([starter, { examples: labelled, weight }], test, tools);
    return macroF1Of(confusionOf(predictions.sensational));
  };
  const order = shuffled(pool, seed);
  const random: number[] = [];
  const proposed: number[] = [];
  let asked: LabelledHeadline[] = [];
  for (let labels = BATCH; labels <= most; labels += BATCH) {
    random.push(await macroF1(order.slice(0, labels)));
    asked = [...asked, ...nextBatch(order, asked, starter, weight, tools)];
    proposed.push(await macroF1(asked));
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
