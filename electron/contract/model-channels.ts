import { z } from 'zod';
import type { CurveView, JobView, QualityView, WorkloadView } from './model-views.ts';
import type { ModelRequest } from './names.ts';

const nothing = z.strictObject({});
/** Both are worth at least one look, or looking would never pay. */
const worth = z.number().min(1).max(50);
const costs = z.strictObject({ miss: worth, falseAlarm: worth, look: z.literal(1) });

/** Requests of the model room. Those that compute answer at once with what is there, and go on in the background. */
export const MODEL_REQUESTS = {
  /** Figures, reliability, confusion, precision and recall of both axes. */
  'model.quality': nothing,
  'model.curve': nothing,
  /** What a cost table would mean, without applying it. */
  'model.workload': z.strictObject({ costs }),
} as const satisfies Record<ModelRequest, z.ZodType>;

export interface ModelAnswers {
  'model.quality': JobView<QualityView>;
  'model.curve': JobView<CurveView>;
  'model.workload': WorkloadView;
}
