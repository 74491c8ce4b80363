import { AXES } from '#classifier/core/axis.ts';
import type { CostTable } from '#classifier/core/bands.ts';
import type { ModelSettings } from '#classifier/core/model.ts';
import { precisionRecallOf } from '#classifier/evaluate/curves.ts';
import { expectedWorkload } from '#classifier/evaluate/expected-workload.ts';
import type { JobView, WorkloadView } from '#contract/model-views.ts';
import { CURVE_POINTS, type Quality } from './quality.ts';

/** What a cost table would mean for the desk, by the judgements of leave-one-out. */
export function workloadView(
  settings: ModelSettings,
  { value, progress }: JobView<Quality>,
  costs: CostTable,
): WorkloadView {
  const triaged = (value?.judgements ?? []).map(({ lesson, score }) => ({
    score,
    doubtful: AXES.some((axis) => lesson.label[axis]),
  }));
  const share = 1 - AXES.reduce((left, axis) => left * (1 - settings.baseRate[axis]), 1);
  const doubtful = triaged.filter((one) => one.doubtful).length;
  return {
    present: settings.costs,
    expected: expectedWorkload(triaged, costs, share),
    precisionRecall: precisionRecallOf(
      triaged.map(({ score, doubtful: answer }) => ({ probability: score, answer })),
      share,
      CURVE_POINTS,
    ),
    share,
    doubtful,
    ordinary: triaged.length - doubtful,
    progress,
  };
}
