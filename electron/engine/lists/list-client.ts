import { Worker } from 'node:worker_threads';
import { failed, type Result } from '#classifier/core/result.ts';
import type { NotedLabel, NotedWork } from '#classifier/desk/list/desk-columns.ts';
import { threadEnded } from '../thread-ended.ts';
import { threadFile } from '../thread-file.ts';
import type { FromList, ListThreadData, Question, QuestionName, Questions, ToList } from './protocol.ts';

/** The list thread as the engine sees it. */
export interface Lists {
  /** Asks the thread; a trouble where it has ended, also while it was asked. */
  ask<Q extends QuestionName>(
    name: Q,
    question: Questions[Q]['question'],
  ): Promise<Result<Questions[Q]['answer']>>;
  labelled(headlines: readonly number[], noted: NotedLabel): void;
  worked(headlines: readonly number[], work: NotedWork): void;
  learned(): void;
  reload(): void;
  /** Reads the rules of the workspace again. */
  readRules(): void;
  /** Ends the thread, so that its look at the database is over. */
  stop(): Promise<void>;
}

export type MadeByList = Extract<FromList, { readonly kind: 'blocks' | 'stories' | 'scores' }>;

/** The list thread from its first moment on: it may end before anyone speaks to it. */
export interface LoadingLists {
  readonly thread: Worker;
  /** What ended it. */
  readonly death: Promise<unknown>;
}

/** Starts the list thread, which loads beside what else is done meanwhile; the workspace must be open before it is asked. */
export function loadLists(data: ListThreadData): LoadingLists {
  const thread = new Worker(threadFile('lists/thread', 'list-thread'), { workerData: data });
  const death = new Promise((resolve) => {
    thread.once('error', resolve);
    thread.once('exit', () => resolve(new Error(threadEnded().sentence.en)));
  });
  return { thread, death };
}

/**
 * Speaks to the list thread. `onMade` gets what it makes to be stored, `onError` what ended it; where that throws, which ends the
 * engine, what was asked stays open and is asked of the next engine.
 */
export function startLists(
  { thread, death }: LoadingLists,
  onMade: (made: MadeByList) => void,
  onError: (error: unknown) => void,
): Lists {
  const waiting = new Map<number, (result: Result<never>) => void>();
  let nextId = 1;
  let isStopped = false;
  let isEnded = false;

  /** Nothing is answered any more: what was asked, and what will be, is told so. */
  function end(): void {
    isEnded = true;
    for (const answer of waiting.values()) answer(failed(threadEnded()));
    waiting.clear();
  }

  void death.then((error) => {
    if (!isStopped) onError(error);
    end();
  });
  thread.on('message', (message: FromList) => {
    if (message.kind !== 'answer') return onMade(message);
    waiting.get(message.id)?.(message.result as Result<never>);
    waiting.delete(message.id);
  });
  thread.unref();
  const tell = (message: ToList) => thread.postMessage(message);
  return {
    ask: (name, question) =>
      new Promise((resolve) => {
        if (isEnded) return resolve(failed(threadEnded()));
        waiting.set(nextId, resolve as (result: Result<never>) => void);
        tell({ kind: 'ask', id: nextId, name, question } as Question);
        nextId += 1;
      }),
    labelled: (headlines, noted) => tell({ kind: 'labelled', headlines, noted }),
    worked: (headlines, work) => tell({ kind: 'worked', headlines, work }),
    learned: () => tell({ kind: 'learned' }),
    reload: () => tell({ kind: 'reload' }),
    readRules: () => tell({ kind: 'rules' }),
    stop: async () => {
      isStopped = true;
      end();
      await thread.terminate();
    },
  };
}
