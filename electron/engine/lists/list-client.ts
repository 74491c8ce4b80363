import { Worker } from 'node:worker_threads';
import type { Result } from '#classifier/core/result.ts';
import { threadFile } from '../thread-file.ts';
import type { FromList, ListRequest, ListSlice, ListThreadData, Story, ToList } from './protocol.ts';

/** The list thread as the engine sees it. */
export interface Lists {
  list(request: ListRequest): Promise<Result<ListSlice>>;
  story(headlineId: number): Promise<Result<Story>>;
  labelled(headlines: readonly number[], code: number): void;
  learned(): void;
  reload(): void;
  /** Ends the thread, so that its look at the database is over. */
  stop(): Promise<void>;
}

export type MadeByList = Extract<FromList, { readonly kind: 'blocks' | 'scores' }>;

/** Starts the list thread. `onMade` gets what it makes to be stored; a thread that dies takes the engine with it. */
export function startLists(data: ListThreadData, onMade: (made: MadeByList) => void): Lists {
  const thread = new Worker(threadFile('lists/thread', 'list-thread'), { workerData: data });
  const waiting = new Map<number, (result: Result<never>) => void>();
  let nextId = 1;
  thread.on('error', (error) => {
    throw error;
  });
  thread.on('message', (message: FromList) => {
    if (message.kind === 'blocks' || message.kind === 'scores') return onMade(message);
    const result = message.kind === 'list' ? message.slice : message.story;
    waiting.get(message.id)?.(result as Result<never>);
    waiting.delete(message.id);
  });
  thread.unref();
  const tell = (message: ToList) => thread.postMessage(message);
  const ask = <T>(question: (id: number) => ToList): Promise<Result<T>> =>
    new Promise((resolve) => {
      waiting.set(nextId, resolve as (result: Result<never>) => void);
      tell(question(nextId));
      nextId += 1;
    });
  return {
    list: (request) => ask((id) => ({ kind: 'list', id, request })),
    story: (headlineId) => ask((id) => ({ kind: 'story', id, headlineId })),
    labelled: (headlines, code) => tell({ kind: 'labelled', headlines, code }),
    learned: () => tell({ kind: 'learned' }),
    reload: () => tell({ kind: 'reload' }),
    stop: async () => {
      await thread.terminate();
    },
  };
}
