import type { LabelledHeadline } from '#classifier/core/labelled-headline.ts';
import { type Candidate, orderForLabelling } from '#classifier/core/labelling-order.ts';
import { classSizes } from '#classifier/core/model.ts';
import { read } from '#classifier/core/reading.ts';
import { hitLogOdds, score } from '#classifier/core/score.ts';
import { evaluateOn } from '#classifier/evaluate/evaluate.ts';
import { confusionOf, macroF1Of } from '#classifier/evaluate/metrics.ts';
import { shuffled } from '#classifier/evaluate/random.ts';
import { type Tools, type TrainingSet, trainModel } from '#classifier/evaluate/train.ts';
import { headlineDigest } from '#classifier/store/digest.ts';

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
  const candidates = pool.flatMap((headline, id): Candidate[] => {
    if (known.has(headline)) return [];
    const reading = read(tools.reader, headline.text);
    const { axes } = score(model, reading);
    const rules = reading.hits
      .filter(({ rule }) => rule.axis === 'sensational')
      .reduce((sum, hit) => sum + hitLogOdds(model, hit, classSizes(model, 'sensational')), 0);
    return [
      {
        id,
        digest: headlineDigest(headline.text),
        cluster: id,
        probability: { sensational: axes.sensational.probability, implausible: 0 },
        rules: { sensational: rules, implausible: 0 },
        grams: { sensational: axes.sensational.logOdds - rules, implausible: 0 },
      },
    ];
  });
  return orderForLabelling(candidates, BATCH).map((id) => pool[id] as LabelledHeadline);
}
