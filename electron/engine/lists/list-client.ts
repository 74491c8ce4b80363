import { Worker } from 'node:worker_threads';
import type { Result } from '#classifier/core/result.ts';
import { threadFile } from '../thread-file.ts';
import type { FromList, ListRequest, ListSlice, ListThreadData, ToList } from './protocol.ts';

/** The list thread as the engine sees it. */
export interface Lists {
  list(request: ListRequest): Promise<Result<ListSlice>>;
  labelled(headlines: readonly number[], code: number): void;
  learned(): void;
  reload(): void;
}

export type MadeByList = Exclude<FromList, { readonly kind: 'list' }>;

/** Starts the list thread. `onMade` gets what it makes to be stored; a thread that dies takes the engine with it. */
export function startLists(data: ListThreadData, onMade: (made: MadeByList) => void): Lists {
  const thread = new Worker(threadFile('lists/thread', 'list-thread'), { workerData: data });
  const waiting = new Map<number, (slice: Result<ListSlice>) => void>();
  let nextId = 1;
  thread.on('error', (error) => {
    throw error;
  });
  thread.on('message', (message: FromList) => {
    if (message.kind !== 'list') return onMade(message);
    waiting.get(message.id)?.(message.slice);
    waiting.delete(message.id);
  });
  thread.unref();
  const tell = (message: ToList) => thread.postMessage(message);
  return {
    list: (request) =>
      new Promise((resolve) => {
        waiting.set(nextId, resolve);
        tell({ kind: 'list', id: nextId, request });
        nextId += 1;
      }),
    labelled: (headlines, code) => tell({ kind: 'labelled', headlines, code }),
    learned: () => tell({ kind: 'learned' }),
    reload: () => tell({ kind: 'reload' }),
  };
}
