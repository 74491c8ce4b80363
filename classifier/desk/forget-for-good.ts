import { existsSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { done, type Result } from '#classifier/core/result.ts';
import { BACKUPS } from '#classifier/store/backup.ts';
import { readBackupName } from '#classifier/store/backup-names.ts';
import { type Doomed, type Forgotten, forget } from '#classifier/store/forgetting.ts';
import { keepBackup } from '#classifier/store/keep-backup.ts';
import type { Workspace } from '#classifier/store/workspace.ts';
import { rewriteJournal } from './journal/journal.ts';

/** What was deleted, and how many backups went because they held it. */
export interface ForgottenForGood extends Forgotten {
  readonly backups: number;
}

/**
 * Deletes a list, or all labels and desk work of an editor, for good: from the workspace, its model, its journal and its
 * folder of backups, in whose place one backup comes that holds nothing of it. Copies elsewhere are out of reach.
 */
export async function forgetForGood(
  workspace: Workspace,
  doomed: Doomed,
  backUp: typeof keepBackup = keepBackup,
): Promise<Result<ForgottenForGood>> {
  const forgotten = forget(workspace, doomed);
  const journal = rewriteJournal(workspace);
  const folder = dirname(workspace.file);
  const backups = dropBackups(join(folder, BACKUPS));
  const kept = await backUp(folder, 'forgetting', workspace.now());
  if (!journal.ok) return journal;
  return kept.ok ? done({ ...forgotten, backups }) : kept;
}

/** Lets go of all backups, and of damaged originals with what lies beside them. */
function dropBackups(folder: string): number {
  if (!existsSync(folder)) return 0;
  const ours = readdirSync(folder).filter((name) => readBackupName(name.replace(/-(wal|shm)$/, '')) !== null);
  for (const name of ours) rmSync(join(folder, name), { force: true });
  return ours.filter((name) => name.endsWith('.db')).length;
}
