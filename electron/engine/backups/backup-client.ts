import { Worker } from 'node:worker_threads';
import { done, failed, type Result } from '#classifier/core/result.ts';
import type { BackupReason } from '#classifier/store/backup-names.ts';
import type { Kept } from '#classifier/store/backup-retention.ts';
import type { BackupCheck } from '#classifier/store/check-backup.ts';
import { threadEnded } from '../thread-ended.ts';
import { threadFile } from '../thread-file.ts';

/** What a thread is to do. */
export type BackupTask =
  | { readonly kind: 'keep'; readonly folder: string; readonly reason: BackupReason; readonly now: string }
  | { readonly kind: 'check'; readonly file: string }
  | { readonly kind: 'erase'; readonly folder: string };

/** Makes a backup of a workspace in a thread. */
export async function makeBackup(
  folder: string,
  reason: BackupReason,
  now: string,
): Promise<Result<Kept | null>> {
  const made = await runTask<Result<Kept | null>>({ kind: 'keep', folder, reason, now });
  return made.ok ? made.value : made;
}

/** Looks at a backup in a thread. */
export function lookAtBackup(file: string): Promise<Result<BackupCheck>> {
  return runTask({ kind: 'check', file });
}

/** Writes a workspace's database anew in a thread: whoever only reads does not wait for it. */
export async function eraseTraces(folder: string): Promise<Result<null>> {
  const erased = await runTask<Result<null>>({ kind: 'erase', folder });
  return erased.ok ? erased.value : erased;
}

/** What a thread answers to its task; fails where it ends without an answer. */
function runTask<Answer>(task: BackupTask): Promise<Result<Answer>> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(threadFile('backups/thread', 'backup-thread'), { workerData: task });
    thread.once('message', (answer: Answer) => resolve(done(answer)));
    thread.once('error', reject);
    thread.once('exit', () => resolve(failed(threadEnded())));
  });
}
