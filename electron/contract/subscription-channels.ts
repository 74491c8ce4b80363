import { z } from 'zod';
import type { SubscriptionRequest } from './names.ts';
import type { SubscriptionView } from './subscription-views.ts';

const WEEK = 7 * 24 * 60;
const id = z.int().positive();
const everyMinutes = z.int().min(1).max(WEEK);

/** Requests about subscriptions; all answer with the whole list. */
export const SUBSCRIPTION_REQUESTS = {
  'subscription.list': z.strictObject({}),
  'subscription.add': z.strictObject({
    address: z
      .string()
      .trim()
      .regex(/^https?:\/\//i)
      .max(2000),
    everyMinutes,
    allowPrivate: z.boolean(),
  }),
  /** Subscribes to a folder; main has asked for it. */
  'subscription.folder': z.strictObject({ path: z.string().min(1).max(4096) }),
  'subscription.remove': z.strictObject({ id }),
  'subscription.pause': z.strictObject({ id, paused: z.boolean() }),
  /** Looks now, whatever the schedule says. */
  'subscription.poll': z.strictObject({ id }),
} as const satisfies Record<SubscriptionRequest, z.ZodType>;

export type SubscriptionAnswers = {
  readonly [R in SubscriptionRequest]: readonly SubscriptionView[];
};
