import type { Result } from '#classifier/core/result.ts';
import type { Trouble } from '#classifier/core/trouble.ts';
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
  return kept.ok ? openWorkspace(folder, tools, versions) : kept;
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
