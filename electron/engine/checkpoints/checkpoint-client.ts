import { Worker } from 'node:worker_threads';
import { setCheckpoints } from '#classifier/store/checkpoint.ts';
import type { Workspace } from '#classifier/store/workspace.ts';
import { threadFile } from '../thread-file.ts';

/** Keeps the write-ahead log short beside the desk. */
export interface Checkpoints {
  stop(): Promise<void>;
}

/** Starts the thread. Should it end by itself, commits do its work again and `report` gets why. */
export function startCheckpoints(
  { db }: Workspace,
  folder: string,
  report: (error: unknown) => void,
): Checkpoints {
  const thread = new Worker(threadFile('checkpoints/thread', 'checkpoint-thread'), { workerData: folder });
  setCheckpoints(db, 'another');
  thread.once('error', (error) => {
    report(error);
    if (db.open) setCheckpoints(db, 'commits');
  });
  thread.unref();
  return {
    stop: async () => {
      await thread.terminate();
    },
  };
}
