import { useCallback, useEffect, useState } from 'react';
import type { Result } from '#classifier/core/result.ts';
import type { SubscriptionView } from '#contract/subscription-views.ts';
import { useDesk } from '../../state/use-desk.ts';
import type { Unwrap } from '../status/use-trouble.ts';

/** The subscriptions as they are, and the way to take in what an action answers. True where it went well. */
export function useSubscriptions(unwrap: Unwrap): {
  readonly all: readonly SubscriptionView[] | null;
  readonly take: (answer: Promise<Result<readonly SubscriptionView[] | null>>) => Promise<boolean>;
} {
  const desk = useDesk();
  const [all, setAll] = useState<readonly SubscriptionView[] | null>(null);
  const take = useCallback(
    async (answer: Promise<Result<readonly SubscriptionView[] | null>>) => {
      const value = unwrap(await answer);
      if (value !== null) setAll(value);
      return value !== null;
    },
    [unwrap],
  );
  useEffect(() => {
    const ask = async () => {
      const answer = await desk.api.request('subscription.list', {});
      // That the list came does not take back why an action was refused.
      if (answer.ok) setAll(answer.value);
      else unwrap(answer);
    };
    void ask();
    return desk.api.on('subscription.news', () => void ask());
  }, [desk, unwrap]);
  return { all, take };
}
