import { bootstrapIntervals, type Interval } from './bootstrap.ts';
import { confusionOf, macroF1Of, type Prediction, rocAucOf } from './metrics.ts';
import { calibrationErrorOf } from './reliability.ts';

/** A figure with the ends of its 95 % interval. */
export interface Figure extends Interval {
  readonly value: number;
}

/** The figures by which an axis is judged; null where one answer is missing and a figure has no meaning. */
export interface AxisFigures {
  readonly labels: number;
  readonly yes: number;
  readonly rocAuc: Figure | null;
  readonly macroF1: Figure | null;
  readonly calibrationError: Figure | null;
  /** Headlines without the axis that are taken for having it, of a hundred without it. */
  readonly falseAlarms: Figure | null;
}

const SEED = 13;

/**
 * The figures of an axis with bootstrap intervals; yields the share that is done. With `share` the calibration error is
 * that of a feed in which so many have the axis; null takes the labels as they are.
 */
export function* axisFigures(
  predictions: readonly Prediction[],
  share: number | null,
): Generator<number, AxisFigures> {
  const valuesOf = (drawn: readonly Prediction[]) => figuresOf(drawn, share);
  const labels = predictions.length;
  const yes = predictions.filter(({ answer }) => answer).length;
  if (yes === 0 || yes === labels) {
    return { labels, yes, rocAuc: null, macroF1: null, calibrationError: null, falseAlarms: null };
  }
  const intervals = yield* bootstrapIntervals(predictions, valuesOf, SEED);
  const [rocAuc, macroF1, calibrationError, falseAlarms] = valuesOf(predictions).map((value, at) => ({
    value,
    ...(intervals[at] as Interval),
  })) as [Figure, Figure, Figure, Figure];
  return { labels, yes, rocAuc, macroF1, calibrationError, falseAlarms };
}

function figuresOf(predictions: readonly Prediction[], share: number | null): readonly number[] {
  const confusion = confusionOf(predictions);
  const { falsePositive, trueNegative } = confusion;
  return [
    rocAucOf(predictions),
    macroF1Of(confusion),
    calibrationErrorOf(predictions, share),
    (100 * falsePositive) / (falsePositive + trueNegative),
  ];
}
