import { useCallback, useEffect, useState } from 'react';
import type { Result } from '#classifier/core/result.ts';
import type { SubscriptionView } from '#contract/subscription-views.ts';
import { useDesk } from '../../state/use-desk.ts';

/** The subscriptions as they are, and the way to take in what an action answers. True where it went well. */
export function useSubscriptions(): {
  readonly all: readonly SubscriptionView[] | null;
  readonly take: (answer: Promise<Result<readonly SubscriptionView[] | null>>) => Promise<boolean>;
} {
  const desk = useDesk();
  const [all, setAll] = useState<readonly SubscriptionView[] | null>(null);
  const take = useCallback(
    async (answer: Promise<Result<readonly SubscriptionView[] | null>>) => {
      const value = desk.unwrap(await answer);
      if (value !== null) setAll(value);
      return value !== null;
    },
    [desk],
  );
  useEffect(() => {
    const ask = () => void take(desk.api.request('subscription.list', {}));
    ask();
    return desk.api.on('subscription.news', ask);
  }, [desk, take]);
  return { all, take };
}
