import { confusionOf, macroF1Of, type Prediction, rocAucOf } from '#classifier/evaluate/metrics.ts';
import { calibrationErrorOf } from '#classifier/evaluate/reliability.ts';
import { median } from '../bench/statistics.ts';

/** Macro F1, AUC and ECE over runs: medians with ranges, and the ECE of all runs pooled. */
export function figures(runs: readonly (readonly Prediction[])[]): string {
  const of = (figure: (predictions: readonly Prediction[]) => number): string => {
    const values = runs.map(figure);
    return runs.length === 1 ? three(median(values)) : `${three(median(values))} [${rangeOf(values)}]`;
  };
  const pooled = runs.length === 1 ? '' : `, all splits pooled ${three(calibrationError(runs.flat()))}`;
  return `macro F1 ${of(macroF1)}, AUC ${of(rocAucOf)}, ECE ${of(calibrationError)}${pooled}`;
}

/** The calibration error of labels as they are, not weighed to a feed. */
export function calibrationError(predictions: readonly Prediction[]): number {
  return calibrationErrorOf(predictions, null);
}

export function macroF1(predictions: readonly Prediction[]): number {
  return macroF1Of(confusionOf(predictions));
}

export function rangeOf(values: readonly number[]): string {
  return `${three(Math.min(...values))}–${three(Math.max(...values))}`;
}

export function three(figure: number): string {
  return figure.toFixed(3);
}

export function print(name: string, figure: string): void {
  process.stdout.write(`${name}: ${figure}\n`);
}
