import { dirname } from 'node:path';
import type { Result } from '#classifier/core/result.ts';
import type { Kept } from '#classifier/store/backup-retention.ts';
import { keepBackup } from '#classifier/store/keep-backup.ts';
import type { Workspace } from '#classifier/store/workspace.ts';

/** Labels of a file from which on the workspace is backed up before they are learned. */
export const BULK_LABELS = 200;
/** Headlines of a list from which on the workspace is backed up before it is stored. */
export const BULK_HEADLINES = 50_000;

/** Backs a workspace up before something is done to it that is large. */
export function backUpBefore(
  { file, now }: Pick<Workspace, 'file' | 'now'>,
  reason: 'labels' | 'list' | 'forgetting',
): Promise<Result<Kept | null>> {
  return keepBackup(dirname(file), reason, now());
}
