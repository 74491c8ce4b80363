import type { LabelledHeadline } from '#classifier/core/labelled-headline.ts';
import { noPredictions, type Predictions, predictInto } from './predict.ts';
import { foldsOf, type Grouping } from './splits.ts';
import { type Tools, type TrainingSet, trainModel } from './train.ts';

const SEED = 13;

/** Trains on some sets and predicts another. Near-copies across the two are the caller's to keep apart. */
export function evaluateOn(
  sets: readonly TrainingSet[],
  test: readonly LabelledHeadline[],
  tools: Tools,
): Predictions {
  const predictions = noPredictions();
  predictInto(predictions, trainModel(sets, tools), tools.reader, test);
  return predictions;
}

/**
 * Cross-validation: the last set is dealt into folds, and each fold is predicted by a model of the other folds and of
 * all earlier sets. `folds` equal to the number of headlines leaves one out at a time.
 */
export function crossValidate(
  sets: readonly TrainingSet[],
  folds: number,
  grouping: Grouping,
  tools: Tools,
): Predictions {
  const desk = sets.at(-1);
  const predictions = noPredictions();
  if (desk === undefined) return predictions;
  const dealt = foldsOf(desk.examples, folds, grouping, SEED);
  for (const fold of dealt) {
    const others = dealt.filter((other) => other !== fold).flat();
    const model = trainModel([...sets.slice(0, -1), { ...desk, examples: others }], tools);
    predictInto(predictions, model, tools.reader, fold);
  }
  return predictions;
}
