import type { Trouble } from '#classifier/core/trouble.ts';
import type { SourceRow } from '#classifier/interchange/sources/source-reading.ts';
import type { Subscription } from '#classifier/store/subscriptions.ts';

/** What is looked at. */
export type Source = Pick<Subscription, 'kind' | 'address' | 'allowPrivate' | 'seen'>;

/** What a look found. */
export type Found =
  | {
      readonly kind: 'read';
      readonly rows: readonly SourceRow[];
      /** What to give the next look, so that nothing is read twice. */
      readonly seen: string;
      /** Parts that could not be read; the rest was. */
      readonly troubles: readonly Trouble[];
      /** Something was left for the next look, which is wanted soon. */
      readonly hasMore: boolean;
    }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'failed'; readonly trouble: Trouble; readonly retryAfter: number | null };

/** What a look is given that has seen nothing yet. */
export const NOTHING_SEEN = '{}';

/** Most headlines that one document or file of a subscription may bring. */
export const MOST_ITEMS = 10_000;
