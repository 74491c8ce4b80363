import { parentPort, workerData } from 'node:worker_threads';
import { checkBackup } from '#classifier/store/check-backup.ts';
import { keepBackup } from '#classifier/store/keep-backup.ts';
import type { BackupTask } from './backup-client.ts';

/** The thread of one task about backups: it copies and checks on connections of its own, so that no label waits for it. */

const task = workerData as BackupTask;
const outcome =
  task.kind === 'keep' ? await keepBackup(task.folder, task.reason, task.now) : checkBackup(task.file);
parentPort?.postMessage(outcome);
