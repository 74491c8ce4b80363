import { Worker } from 'node:worker_threads';
import type { Result } from '#classifier/core/result.ts';
import type { BackupReason } from '#classifier/store/backup-names.ts';
import type { Kept } from '#classifier/store/backup-retention.ts';
import type { BackupCheck } from '#classifier/store/check-backup.ts';
import { threadFile } from '../thread-file.ts';

/** What a thread is to do. */
export type BackupTask =
  | { readonly kind: 'keep'; readonly folder: string; readonly reason: BackupReason; readonly now: string }
  | { readonly kind: 'check'; readonly file: string };

/** Makes a backup of a workspace in a thread. */
export function makeBackup(folder: string, reason: BackupReason, now: string): Promise<Result<Kept | null>> {
  return runTask({ kind: 'keep', folder, reason, now }) as Promise<Result<Kept | null>>;
}

/** Looks at a backup in a thread. */
export function lookAtBackup(file: string): Promise<BackupCheck> {
  return runTask({ kind: 'check', file }) as Promise<BackupCheck>;
}

function runTask(task: BackupTask): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(threadFile('backups/thread', 'backup-thread'), { workerData: task });
    thread.once('message', resolve);
    thread.once('error', reject);
  });
}
