import { useEffect, useState } from 'react';
import type { HeadlineView } from '#contract/views.ts';
import { useDesk, useDeskStateSoon } from '../../state/use-desk.ts';

/** The headlines that a folded row stands for, asked anew after decisions; null while they are not there. */
export function useMembers(headlineId: number | null): readonly HeadlineView[] | null {
  const desk = useDesk();
  const revision = useDeskStateSoon((state) => state.queue.revision);
  const listId = useDeskStateSoon((state) => state.queue.listId);
  const [members, setMembers] = useState<readonly HeadlineView[] | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: decisions and other lists change what is in a story.
  useEffect(() => {
    if (headlineId === null) return;
    let isCurrent = true;
    void desk.storyMembers(headlineId).then((answer) => {
      if (isCurrent) setMembers(desk.unwrap(answer));
    });
    return () => {
      isCurrent = false;
    };
  }, [desk, headlineId, revision, listId]);

  return members?.[0]?.id === headlineId ? members : null;
}
