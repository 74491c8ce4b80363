import { z } from 'zod';
import type { JobView } from './model-views.ts';
import type { ReasonRequestName } from './names.ts';
import type { RuleChangesView, RulePreviewView, WhatIfView } from './reason-views.ts';

const id = z.int().positive();
const ruleId = z.string().regex(/^[a-z][a-z0-9-]{0,99}$/);
/** Log-odds; null switches the rule off, and `shipped` gives it back as it ships. */
const points = z.union([z.number().min(-3).max(4), z.null(), z.literal('shipped')]);

export type RulePointsChoice = z.infer<typeof points>;

/** Requests about reasons: what would change them, and rules that are changed. */
export const REASON_REQUESTS = {
  /** What would have to be labelled so that a headline's reasons weigh nothing. */
  'reason.what-if': z.strictObject({ headlineId: id }),
  /** Shipped rules that the workspace has changed. */
  'rule.changes': z.strictObject({}),
  /** Which headlines of a list would change their band; asked again until it is done. */
  'rule.preview': z.strictObject({ feedId: z.union([id, z.literal('all')]), ruleId, points }),
  /** Changes a rule of this workspace; all labels are counted anew under it. */
  'rule.change': z.strictObject({ ruleId, points }),
} as const satisfies Record<ReasonRequestName, z.ZodType>;

export interface ReasonAnswers {
  'reason.what-if': WhatIfView;
  'rule.changes': RuleChangesView;
  'rule.preview': JobView<RulePreviewView>;
  'rule.change': RuleChangesView;
}
