import type { Axis } from './axis.ts';
import type { Calibration } from './calibration.ts';
import type { LeftOut } from './leave-one-out.ts';
import { sigmoid } from './naive-bayes.ts';

/** How well a model judges headlines that it did not learn from, on one axis. */
export interface AxisQuality {
  readonly labels: number;
  /** Share of answers on the right side of one half, 0 to 1. */
  readonly accuracy: number;
  /** Mean squared error of the probability, 0 to 1; lower is better (Brier 1950). */
  readonly brier: number;
}

export type Quality = Readonly<Record<Axis, AxisQuality>>;

/** Accuracy and Brier score of leave-one-out judgements under a calibration; zero labels give zeros. */
export function qualityOf(judgements: readonly LeftOut[], { scale, shift }: Calibration): AxisQuality {
  const labels = judgements.length;
  if (labels === 0) return { labels, accuracy: 0, brier: 0 };
  let right = 0;
  let squares = 0;
  for (const { fixed, grams, answer } of judgements) {
    const probability = sigmoid(fixed + shift + scale * grams);
    if (probability >= 0.5 === answer) right += 1;
    squares += (probability - (answer ? 1 : 0)) ** 2;
  }
  return { labels, accuracy: right / labels, brier: squares / labels };
}
