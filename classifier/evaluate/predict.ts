import { AXES, type Axis } from '#classifier/core/axis.ts';
import type { Band } from '#classifier/core/bands.ts';
import type { LabelledHeadline } from '#classifier/core/labelled-headline.ts';
import type { Model } from '#classifier/core/model.ts';
import { type Reader, read } from '#classifier/core/reading.ts';
import { score } from '#classifier/core/score.ts';
import type { Prediction } from './metrics.ts';

/** What a model said of a headline on one axis, beside the label's answer. */
export interface AxisPrediction extends Prediction {
  readonly headline: LabelledHeadline;
  readonly band: Band;
}

export type PredictionsByAxis = Record<Axis, AxisPrediction[]>;

export function noPredictions(): PredictionsByAxis {
  return { sensational: [], implausible: [] };
}

/** Adds what the model says of each headline to the predictions of every axis that its label answers. */
export function predictInto(
  predictions: PredictionsByAxis,
  model: Model,
  reader: Reader,
  headlines: readonly LabelledHeadline[],
): void {
  for (const headline of headlines) {
    const scored = score(model, read(reader, headline.text));
    for (const axis of AXES) {
      const answer = headline.label[axis];
      if (answer === null) continue;
      predictions[axis].push({
        headline,
        answer,
        probability: scored.axes[axis].probability,
        band: scored.band,
      });
    }
  }
}
