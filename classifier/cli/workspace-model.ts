import type { Model } from '#classifier/core/model.ts';
import { done, type Result } from '#classifier/core/result.ts';
import type { Assembly } from '#classifier/desk/assemble.ts';
import { openBackedUp } from '#classifier/desk/open-backed-up.ts';
import { closeWorkspace } from '#classifier/store/workspace.ts';

/** The model of the workspace in a folder. */
export async function readWorkspaceModel(folder: string, assembly: Assembly): Promise<Result<Model>> {
  const opened = await openBackedUp(folder, { ...assembly, now: () => new Date().toISOString() });
  if (!opened.ok) return opened;
  closeWorkspace(opened.value);
  return done(opened.value.model);
}
