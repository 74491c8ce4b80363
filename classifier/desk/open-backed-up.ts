import type { Result } from '#classifier/core/result.ts';
import { backUpBeforeMigration } from '#classifier/store/keep-backup.ts';
import { openWorkspace } from '#classifier/store/open-workspace.ts';
import type { Workspace, WorkspaceTools } from '#classifier/store/workspace.ts';

/** Opens the workspace in a folder; one of an earlier schema is backed up first, and left as it is where that fails. */
export async function openBackedUp(
  folder: string,
  tools: WorkspaceTools,
  versions?: Parameters<typeof openWorkspace>[2],
): Promise<Result<Workspace>> {
  const kept = await backUpBeforeMigration(folder, tools.now());
  return kept.ok ? openWorkspace(folder, tools, versions) : kept;
}
