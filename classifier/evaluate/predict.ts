import { AXES, type Axis } from '#classifier/core/axis.ts';
import type { Band } from '#classifier/core/bands.ts';
import type { LabelledHeadline } from '#classifier/core/labelled-headline.ts';
import type { Model } from '#classifier/core/model.ts';
import { type Reader, read } from '#classifier/core/reading.ts';
import { score } from '#classifier/core/score.ts';
import type { Prediction } from './metrics.ts';
import type { Triaged } from './workload.ts';

/** What a model said of a headline on one axis, beside the label's answer. */
export interface AxisPrediction extends Prediction {
  readonly headline: LabelledHeadline;
  readonly band: Band;
}

/** Predictions of each axis for the headlines whose label answers it, and the triage of those that answer both. */
export type Predictions = Record<Axis, AxisPrediction[]> & { readonly triaged: Triaged[] };

export function noPredictions(): Predictions {
  return { sensational: [], implausible: [], triaged: [] };
}

/** Adds what the model says of each headline. */
export function predictInto(
  predictions: Predictions,
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
    const { sensational, implausible } = headline.label;
    if (sensational === null || implausible === null) continue;
    predictions.triaged.push({ score: scored.score, doubtful: sensational || implausible });
  }
}
