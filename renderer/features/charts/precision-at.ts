import type { PrecisionRecallView } from '#contract/model-views.ts';

/** The precision at the highest cut that finds at least this share; null for an empty curve. */
export function precisionAt(points: readonly PrecisionRecallView[], recall: number): number | null {
  return points.find((point) => point.recall >= recall)?.precision ?? null;
}
