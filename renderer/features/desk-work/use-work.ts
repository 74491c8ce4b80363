import { useCallback, useEffect, useRef, useState } from 'react';
import type { WorkChange } from '#contract/desk-channels.ts';
import type { WorkView } from '#contract/desk-views.ts';
import { useDesk, useDeskState, useDeskStateSoon } from '../../state/use-desk.ts';
import { selectedIdOf } from '../queue/queue-state.ts';
import { putWork, undoWork } from './work-actions.ts';

interface Work {
  /** Null until it has come. */
  readonly view: WorkView | null;
  readonly change: (change: WorkChange) => void;
  /** Takes back the latest step. */
  readonly undo: () => void;
}

/** Desk work and editors' labels of a headline; asked anew after decisions, and when the page is shown again. */
export function useWork(headlineId: number): Work {
  const desk = useDesk();
  const revision = useDeskStateSoon((state) => state.queue.revision);
  const selected = useDeskStateSoon((state) => selectedIdOf(state.queue));
  const saved = useDeskStateSoon((state) => state.status.saved);
  const page = useDeskState((state) => state.view);
  const annotator = useDeskState((state) => state.editors?.annotator);
  const [view, setView] = useState<WorkView | null>(null);
  const shown = useRef(headlineId);
  useEffect(() => {
    shown.current = headlineId;
  }, [headlineId]);
  // What is saved of a headline that was left may come after what is asked of this one.
  const accept = useCallback((next: WorkView | null) => {
    if (next?.headlineId === shown.current) setView(next);
  }, []);
  const ask = useCallback(async () => {
    accept(desk.unwrap(await desk.api.request('work.of', { headlineId })));
  }, [desk, headlineId, accept]);

  // Asked once after a decision, which another headline comes with.
  const isSettled = selected === headlineId;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another label, page or editor may have changed it.
  useEffect(() => {
    if (page === 'desk' && isSettled) void ask();
  }, [ask, isSettled, revision, page, annotator, saved]);

  const change = useCallback(
    (to: WorkChange) => void putWork(desk, headlineId, to).then(accept),
    [desk, headlineId, accept],
  );

  const present = view?.headlineId === headlineId ? view : null;
  return {
    view: present,
    change,
    undo: () => {
      const eventId = present?.last?.eventId;
      if (eventId !== undefined) void undoWork(desk, eventId).then(ask);
    },
  };
}
