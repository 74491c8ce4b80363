import { learningCurve } from '#classifier/evaluate/learning-curve.ts';
import type { Workspace } from '#classifier/store/workspace.ts';
import type { CurveView } from '#contract/model-views.ts';
import type { Steps } from './jobs.ts';
import { readLessons } from './lessons.ts';
import { part } from './steps.ts';

/** How the model's quality grew with its labels. */
export function* curveSteps(workspace: Workspace): Steps<CurveView> {
  const { model, groups } = yield* part(readLessons(workspace), 0, 0.2);
  return yield* part(learningCurve(groups, model.settings, workspace.rulesById), 0.2, 1);
}
