import { existsSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate as pause } from 'node:timers/promises';
import { done, failed, type Result } from '#classifier/core/result.ts';
import type { Trouble } from '#classifier/core/trouble.ts';
import { BACKUPS, noDatabase, RESTORING } from '#classifier/store/backup.ts';
import { readBackupName } from '#classifier/store/backup-names.ts';
import { eraseTraces } from '#classifier/store/erase-traces.ts';
import { countDoomed, type Doomed, type Forgotten, forget } from '#classifier/store/forgetting.ts';
import { keepBackup } from '#classifier/store/keep-backup.ts';
import { forgettingDone, pendingForgetting } from '#classifier/store/pending-forgetting.ts';
import { dropStaged } from '#classifier/store/staged-feed.ts';
import { storeTrouble } from '#classifier/store/store-trouble.ts';
import type { Workspace } from '#classifier/store/workspace.ts';
import { rewriteJournal } from './journal/journal.ts';
import { dropRejected } from './store-feed.ts';

/** What was deleted, and how many backups go because they hold it. */
export interface ForgottenForGood extends Forgotten {
  readonly backups: number;
}

/** How the database is written anew and backed up: here, or in a thread beside the desk. */
export interface ForgetTools {
  readonly erase: typeof eraseTraces;
  readonly backUp: typeof keepBackup;
}

const HERE: ForgetTools = { erase: eraseTraces, backUp: keepBackup };

/** How much {@link forgetForGood} would delete. Changes nothing. */
export function countForGood(workspace: Workspace, doomed: Doomed): ForgottenForGood {
  const backups = backupFiles(dirname(workspace.file)).filter(isWhole).length;
  return { ...countDoomed(workspace, doomed), backups };
}

/**
 * Deletes a list, or all labels and desk work of an editor, for good: from the workspace, its model, its journal and its
 * folder of backups, in whose place one backup comes that holds nothing of it. Copies elsewhere are out of reach. Where it
 * fails after the deletion itself, the next opening of the workspace goes on with it.
 */
export async function forgetForGood(
  workspace: Workspace,
  doomed: Doomed,
  tools: ForgetTools = HERE,
): Promise<Result<ForgottenForGood>> {
  const forgotten = forget(workspace, doomed);
  const backups = await finishForgetting(workspace, tools);
  return backups.ok ? done({ ...forgotten, backups: backups.value }) : backups;
}

/**
 * Does what is left to do of a deletion, if anything is: each step may be done twice. Answers how many backups went. The old
 * ones go only when the new one is there and was checked.
 */
export async function finishForgetting(
  workspace: Workspace,
  tools: ForgetTools = HERE,
): Promise<Result<number>> {
  const { db, file } = workspace;
  const pending = pendingForgetting(db);
  if (pending === null) return done(0);
  try {
    for (const _ of dropStaged(db, 'deleted')) await pause();
    const cleaned = await cleanBeside(workspace, pending.feeds, tools);
    if (cleaned.ok) forgettingDone(db, pending);
    return cleaned.ok ? cleaned : failed(unfinished(cleaned.trouble));
  } catch (error) {
    return failed(unfinished(storeTrouble(error, file)));
  }
}

async function cleanBeside(
  workspace: Workspace,
  feeds: readonly number[],
  { erase, backUp }: ForgetTools,
): Promise<Result<number>> {
  const { file, now } = workspace;
  const folder = dirname(file);
  dropRejected(folder, feeds);
  const journal = rewriteJournal(workspace);
  const erased = await erase(folder);
  if (!erased.ok) return erased;
  const old = backupFiles(folder);
  const kept = await backUp(folder, 'forgetting', now());
  if (!kept.ok) return kept;
  if (kept.value === null) return failed(noDatabase(file));
  const { name: made } = kept.value;
  const gone = old.filter((name) => name !== made);
  for (const name of gone) rmSync(join(folder, BACKUPS, name), { force: true });
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(file + RESTORING + end, { force: true });
  return journal.ok ? done(gone.filter(isWhole).length) : journal;
}

/** All backups, damaged originals and half-made copies, with what lies beside them. */
function backupFiles(folder: string): string[] {
  const backups = join(folder, BACKUPS);
  if (!existsSync(backups)) return [];
  return readdirSync(backups).filter((name) => readBackupName(name.replace(BESIDE, '')) !== null);
}

const BESIDE = /(\.partial)?(-\w+)?$/;

function isWhole(name: string): boolean {
  return name.endsWith('.db');
}

function unfinished({ code, sentence, place }: Trouble): Trouble {
  return {
    code,
    place,
    sentence: {
      zh: `已从清单、标注和模型里删除，但文件里可能还有副本，没有清完，下次打开工作区时接着清：${sentence.zh}`,
      en: `Deleted from lists, labels and model, but files may still hold copies; the next opening of the workspace goes on with them: ${sentence.en}`,
    },
  };
}
