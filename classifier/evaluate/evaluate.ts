import type { LabelledHeadline } from '#classifier/core/labelled-headline.ts';
import { learn, type Model, unlearn } from '#classifier/core/model.ts';
import { exampleOf, read } from '#classifier/core/reading.ts';
import type { TrainingSet } from './course.ts';
import { noPredictions, type Predictions, predictInto } from './predict.ts';
import { foldsOf, type Grouping, groupsOf, withoutCopiesOf } from './splits.ts';
import { type Tools, trainModel } from './train.ts';

const SEED = 13;

/** How a model comes of training sets. */
export type Train = (sets: readonly TrainingSet[], tools: Tools) => Model | Promise<Model>;

/** Predictions, and what the model that made them was trained on. */
export interface Evaluation extends Predictions {
  readonly trainedOn: readonly TrainingSet[];
}

/** Trains on some sets, without near-copies of what is tested, and predicts another. */
export async function evaluateOn(
  sets: readonly TrainingSet[],
  test: readonly LabelledHeadline[],
  tools: Tools,
  train: Train = trainModel,
): Promise<Evaluation> {
  const predictions = noPredictions();
  const trainedOn = sets.map((set) => ({ ...set, examples: withoutCopiesOf(set.examples, test) }));
  predictInto(predictions, await train(trainedOn, tools), tools.reader, test);
  return { ...predictions, trainedOn };
}

/**
 * Cross-validation: the last set is dealt into folds, and each fold is predicted by a model of the other folds and of
 * all earlier sets.
 */
export async function crossValidate(
  sets: readonly TrainingSet[],
  folds: number,
  grouping: Grouping,
  tools: Tools,
  train: Train = trainModel,
): Promise<Predictions> {
  const desk = sets.at(-1);
  const predictions = noPredictions();
  if (desk === undefined) return predictions;
  const dealt = foldsOf(desk.examples, folds, grouping, SEED);
  for (const fold of dealt) {
    const others = dealt.filter((other) => other !== fold).flat();
    const model = await train([...sets.slice(0, -1), { ...desk, examples: others }], tools);
    predictInto(predictions, model, tools.reader, fold);
  }
  return predictions;
}

/**
 * Exact leave-one-out on the last set: one model learns everything, and each headline is predicted while it, or its
 * whole group, is unlearned. The two parameters of calibration are those of the whole.
 */
export async function leaveOneOutPredictions(
  sets: readonly TrainingSet[],
  grouping: Grouping,
  tools: Tools,
  train: Train = trainModel,
): Promise<Predictions> {
  const predictions = noPredictions();
  const desk = sets.at(-1);
  if (desk === undefined) return predictions;
  const model = await train(sets, tools);
  for (const group of groupsOf(desk.examples, grouping)) {
    const learned = group.map(({ text, label }) => ({ example: exampleOf(read(tools.reader, text)), label }));
    for (const { example, label } of learned) unlearn(model, example, label, desk.weight);
    predictInto(predictions, model, tools.reader, group);
    for (const { example, label } of learned) learn(model, example, label, desk.weight);
  }
  return predictions;
}
