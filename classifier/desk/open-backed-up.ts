import { failed, type Result } from '#classifier/core/result.ts';
import { type Trouble, trouble } from '#classifier/core/trouble.ts';
import { BACKUPS } from '#classifier/store/backup.ts';
import { backUpBeforeMigration } from '#classifier/store/keep-backup.ts';
import { openWorkspace } from '#classifier/store/open-workspace.ts';
import type { Workspace, WorkspaceTools } from '#classifier/store/workspace.ts';
import { finishForgetting } from './forget-for-good.ts';

/** Opens the workspace in a folder; one of an earlier schema is backed up first, and left as it is where that fails. */
export async function openBackedUp(
  folder: string,
  tools: WorkspaceTools,
  versions?: Parameters<typeof openWorkspace>[2],
): Promise<Result<Workspace>> {
  const kept = await backUpBeforeMigration(folder, tools.now());
  if (!kept.ok) return kept;
  const opened = openWorkspace(folder, tools, versions);
  return opened.ok || kept.value === null ? opened : failed(notMigrated(opened.trouble, kept.value.name));
}

/** Why the schema of before could not be brought up to date, and where all of it is. */
function notMigrated({ code, sentence, place }: Trouble, backup: string): Trouble {
  return trouble(
    code,
    `工作区没有升级完；升级前的全部内容在备份 ${BACKUPS}/${backup} 里。${sentence.zh}`,
    `The workspace is not fully upgraded; all that it held before is in the backup ${BACKUPS}/${backup}. ${sentence.en}`,
    place,
  );
}

/**
 * The same for who is going to write, too: a deletion that was begun is finished first. Where that fails `tell` gets why, the
 * workspace is open all the same, and the next opening tries again.
 */
export async function openForWork(
  folder: string,
  tools: WorkspaceTools,
  tell: (trouble: Trouble) => void,
  versions?: Parameters<typeof openWorkspace>[2],
): Promise<Result<Workspace>> {
  const opened = await openBackedUp(folder, tools, versions);
  if (!opened.ok) return opened;
  const finished = await finishForgetting(opened.value);
  if (!finished.ok) tell(finished.trouble);
  return opened;
}
