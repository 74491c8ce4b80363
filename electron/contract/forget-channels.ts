import { z } from 'zod';
import type { ForgetRequest } from './names.ts';

const doomed = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('annotator'), annotator: z.string().max(200) }),
  z.strictObject({ kind: z.literal('feed'), feedId: z.int().positive(), withLabels: z.boolean() }),
]);

/** What is to be deleted for good: a list, or all labels and desk work of an editor. */
export type Doomed = z.infer<typeof doomed>;

/** Requests to delete for good; the window asks twice. */
export const FORGET_REQUESTS = {
  /** How much it would be. */
  'forget.count': z.strictObject({ doomed }),
  'forget.carry-out': z.strictObject({ doomed }),
} as const satisfies Record<ForgetRequest, z.ZodType>;

export interface ForgetCounts {
  readonly headlines: number;
  readonly labels: number;
  readonly work: number;
  readonly views: number;
  /** Backups that go because they hold it; one comes in their place. */
  readonly backups: number;
}

export interface ForgetAnswers {
  'forget.count': ForgetCounts;
  'forget.carry-out': ForgetCounts;
}
