import { createContext, startTransition, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import type { Desk } from './desk.ts';
import type { DeskState } from './desk-state.ts';

const DeskContext = createContext<Desk | null>(null);

export const DeskProvider = DeskContext.Provider;

/** The desk of this window. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('There is no desk around this component.');
  return desk;
}

/** A part of the desk's state; the component draws itself anew when that part changes. */
export function useDeskState<Part>(choose: (state: DeskState) => Part): Part {
  const { store } = useDesk();
  return useSyncExternalStore(store.subscribe, () => choose(store.get()));
}

/**
 * The same a moment later, once what the editor waits for is drawn: a decision is first shown in the list and only then
 * beside it.
 */
export function useDeskStateSoon<Part>(choose: (state: DeskState) => Part): Part {
  const { store } = useDesk();
  const [part, setPart] = useState(() => choose(store.get()));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the choice is the same each time that it is drawn.
  useEffect(() => {
    const follow = () => startTransition(() => setPart(() => choose(store.get())));
    follow();
    return store.subscribe(follow);
  }, [store]);
  return part;
}
