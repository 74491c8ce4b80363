import { bootstrapped, type Interval } from './bootstrap.ts';
import {
  accuracyOf,
  averagePrecisionOf,
  brierOf,
  type Confusion,
  confusionOf,
  f1Of,
  macroF1Of,
  rocAucOf,
} from './metrics.ts';
import type { AxisPrediction } from './predict.ts';
import { calibrationErrorOf } from './reliability.ts';

/** Every figure of one axis; NaN where it has no meaning, such as an AUC of one class. */
export interface AxisReport {
  readonly headlines: number;
  readonly yes: number;
  readonly accuracy: number;
  readonly macroF1: number;
  readonly f1: number;
  readonly rocAuc: number;
  readonly averagePrecision: number;
  readonly brier: number;
  readonly calibrationError: number;
  readonly confusion: Confusion;
  /** Share of headlines in the band flag. */
  readonly flagRate: number;
  /** 95 % by bootstrap over headlines. */
  readonly intervals: { readonly macroF1: Interval; readonly rocAuc: Interval };
}

/** A report on each value of a property of the headlines, such as their topic. */
export type GroupReports = readonly { readonly group: string; readonly report: AxisReport }[];

const SEED = 13;
const FEWEST_IN_GROUP = 10;

export function reportOn(predictions: readonly AxisPrediction[]): AxisReport {
  const confusion = confusionOf(predictions);
  return {
    headlines: predictions.length,
    yes: predictions.filter(({ answer }) => answer).length,
    accuracy: accuracyOf(confusion),
    macroF1: macroF1Of(confusion),
    f1: f1Of(confusion),
    rocAuc: rocAucOf(predictions),
    averagePrecision: averagePrecisionOf(predictions),
    brier: brierOf(predictions),
    calibrationError: calibrationErrorOf(predictions, null),
    confusion,
    flagRate: predictions.filter(({ band }) => band === 'flag').length / predictions.length,
    intervals: intervalsOf(predictions),
  };
}

function intervalsOf(predictions: readonly AxisPrediction[]): AxisReport['intervals'] {
  const figures = (drawn: readonly AxisPrediction[]) => [macroF1Of(confusionOf(drawn)), rocAucOf(drawn)];
  const [macroF1, rocAuc] = bootstrapped(predictions, figures, SEED) as [Interval, Interval];
  return { macroF1, rocAuc };
}

/** Reports by topic or difficulty, for groups of at least ten headlines; empty where the headlines have none. */
export function reportsBy(
  property: 'topic' | 'difficulty',
  predictions: readonly AxisPrediction[],
): GroupReports {
  const groups = Map.groupBy(predictions, ({ headline }) => headline[property]);
  return [...groups]
    .flatMap(([group, members]) =>
      group === null || members.length < FEWEST_IN_GROUP ? [] : [{ group, members }],
    )
    .sort((a, b) => (a.group < b.group ? -1 : 1))
    .map(({ group, members }) => ({ group, report: reportOn(members) }));
}
