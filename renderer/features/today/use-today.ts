import { useCallback, useEffect, useState } from 'react';
import type { TodayView } from '#contract/desk-views.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import type { Day } from './day.ts';

/** The decisions of a day and what is to be seen to then, with the way to ask again. */
export function useToday({ from, to, day }: Day): readonly [TodayView | null, () => Promise<void>] {
  const desk = useDesk();
  const editors = useDeskState((state) => state.editors);
  const revision = useDeskState((state) => state.queue.revision);
  const [today, setToday] = useState<TodayView | null>(null);
  const ask = useCallback(async () => {
    const value = desk.unwrap(await desk.api.request('work.today', { from, to, day }));
    if (value !== null) setToday(value);
  }, [desk, from, to, day]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another editor has other headlines; undo and redo change decisions.
  useEffect(() => void ask(), [ask, editors, revision]);
  return [today, ask];
}
