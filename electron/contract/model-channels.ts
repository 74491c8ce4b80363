import { z } from 'zod';
import type {
  ChangesView,
  CurveView,
  JobView,
  QualityView,
  VersionsView,
  WordsView,
  WorkloadView,
} from './model-views.ts';
import type { ModelRequest } from './names.ts';

const nothing = z.strictObject({});
const requestId = z.uuid();
const versionId = z.int().positive();
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
  /** The strongest words and rules of both axes. */
  'model.words': nothing,
  'model.versions': nothing,
  /** Which headlines a version moved into another band. */
  'model.changes': z.strictObject({ versionId }),
  /** Gives the model a cost table. The same requestId twice changes nothing, here and below. */
  'model.costs': z.strictObject({ requestId, costs }),
  /** Makes the model what it was at a version. */
  'model.restore': z.strictObject({ requestId, versionId }),
  /** Takes back the latest cost table or restored version. */
  'model.undo': z.strictObject({ requestId }),
  /** Stops all that the model room computes, or lets it go on where it was. */
  'model.stop': z.strictObject({ isStopped: z.boolean() }),
} as const satisfies Record<ModelRequest, z.ZodType>;

export interface ModelAnswers {
  'model.quality': JobView<QualityView>;
  'model.curve': JobView<CurveView>;
  'model.workload': WorkloadView;
  'model.words': JobView<WordsView>;
  'model.versions': VersionsView;
  'model.changes': JobView<ChangesView | null>;
  'model.costs': VersionsView;
  'model.restore': VersionsView;
  'model.undo': VersionsView;
  'model.stop': null;
}
