import { useEffect, useState } from 'react';
import type { ListChoice } from '#contract/list-channels.ts';
import { useDesk, useDeskState, useDeskStateSoon } from '../../state/use-desk.ts';
import { queryOf } from './list-choice.ts';

/** Milliseconds without a change after which is counted: an editor who decides fast does not wait for it. */
const PAUSE = 250;

/** How many headlines of the present list each choice finds, counted anew after decisions; null until it is known. */
export function useCounts(choices: readonly ListChoice[]): readonly number[] | null {
  const desk = useDesk();
  const feedId = useDeskState((state) => state.queue.feedId);
  const listId = useDeskState((state) => state.queue.listId);
  const revision = useDeskStateSoon((state) => state.queue.revision);
  const [counts, setCounts] = useState<{ readonly of: string; readonly counts: readonly number[] } | null>(
    null,
  );
  const wanted = JSON.stringify(choices);

  // biome-ignore lint/correctness/useExhaustiveDependencies: decisions, scores and lists change what is found.
  useEffect(() => {
    const asked = JSON.parse(wanted) as readonly ListChoice[];
    if (feedId === null || asked.length === 0) return;
    let isCurrent = true;
    const timer = window.setTimeout(async () => {
      const queries = asked.map((choice) => queryOf(choice, new Date()));
      const answer = await desk.api.request('list.counts', { feedId, queries });
      if (isCurrent && answer.ok) setCounts({ of: wanted, counts: answer.value });
    }, PAUSE);
    return () => {
      isCurrent = false;
      window.clearTimeout(timer);
    };
  }, [desk, feedId, wanted, revision, listId]);

  return counts?.of === wanted ? counts.counts : null;
}
