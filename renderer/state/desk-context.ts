import type { Result } from '#classifier/core/result.ts';
import type { Api } from '../api.ts';
import type { QueueAction } from '../features/queue/queue-state.ts';
import type { Message, Saved } from '../features/status/status-state.ts';
import { type DeskAction, type DeskState, reduceDesk, START } from './desk-state.ts';
import { createSerial, type Serial } from './serial.ts';
import { createStore, type Store } from './store.ts';

/** What the actions of all features share. */
export interface DeskContext {
  readonly api: Api;
  readonly store: Store<DeskState, DeskAction>;
  /** Carries out what the editor does, in order. */
  readonly serial: Serial;
  tell(message: Message): void;
  inQueue(action: QueueAction): void;
  /** Says that something is on disk. */
  saved(saved: Saved): void;
  /** Tells the trouble and gives null, or hands on the value. */
  unwrap<T>(answer: Result<T>): T | null;
  /** Asks anew how many headlines and labels there are. */
  refreshCounts(): Promise<void>;
  /** The same after a decision, once for all decisions of a moment. */
  refreshCountsSoon(): void;
}

/** Milliseconds in which decisions are counted together. */
const SOON = 250;

export function createContext(api: Api): DeskContext {
  const store = createStore(reduceDesk, START);
  const tell = (message: Message) => store.dispatch({ type: 'status', action: { type: 'noticed', message } });
  let isCounting = false;

  async function refreshCounts(): Promise<void> {
    const [feeds, about] = await Promise.all([
      api.request('feed.list', {}),
      api.request('workspace.about', {}),
    ]);
    if (feeds.ok) store.dispatch({ type: 'feeds-came', feeds: feeds.value });
    if (about.ok) store.dispatch({ type: 'status', action: { type: 'about-came', about: about.value } });
  }

  return {
    api,
    store,
    tell,
    serial: createSerial((count) => tell({ kind: 'dropped', count })),
    inQueue: (action) => store.dispatch({ type: 'queue', action }),
    saved: (saved) => store.dispatch({ type: 'status', action: { type: 'saved', saved } }),
    unwrap(answer) {
      if (answer.ok) return answer.value;
      tell({ kind: 'trouble', trouble: answer.trouble });
      return null;
    },
    refreshCounts,
    refreshCountsSoon() {
      if (isCounting) return;
      isCounting = true;
      setTimeout(() => {
        isCounting = false;
        void refreshCounts();
      }, SOON);
    },
  };
}
