import { parentPort, workerData } from 'node:worker_threads';
import { checkBackup } from '#classifier/store/check-backup.ts';
import { eraseTraces } from '#classifier/store/erase-traces.ts';
import { keepBackup } from '#classifier/store/keep-backup.ts';
import type { BackupTask } from './backup-client.ts';

/** The thread of one task about backups: it works on connections of its own, so that no label waits for it where that can be helped. */

function work(task: BackupTask) {
  if (task.kind === 'keep') return keepBackup(task.folder, task.reason, task.now);
  return task.kind === 'erase' ? eraseTraces(task.folder) : checkBackup(task.file);
}

parentPort?.postMessage(await work(workerData as BackupTask));
