import { join } from 'node:path';
import { failed, type Result } from '#classifier/core/result.ts';
import type { Trouble } from '#classifier/core/trouble.ts';
import { BACKUPS } from '#classifier/store/backup.ts';
import type { Kept } from '#classifier/store/backup-retention.ts';
import { listBackups } from '#classifier/store/keep-backup.ts';
import { logEnds, logEndsIn } from '#classifier/store/log-ends.ts';
import { storeTrouble } from '#classifier/store/store-trouble.ts';
import type { Workspace } from '#classifier/store/workspace.ts';
import { makeBackup } from './backup-client.ts';

/** Milliseconds from the start to the first look, between two looks, and between two backups. */
const TIMES = { first: 60_000, every: 10 * 60_000, apart: 60 * 60_000 } as const;

export interface BackupTimer {
  stop(): void;
}

export interface BackupTimerTools {
  readonly workspace: Workspace;
  readonly folder: string;
  /** A backup that cannot be made is told of once, until one can be made again. */
  readonly onTrouble: (trouble: Trouble) => void;
  readonly times?: Readonly<Record<keyof typeof TIMES, number>>;
}

/** Backs the workspace up now and then, if something was decided, made or imported since the latest backup. */
export function startBackupTimer({
  workspace,
  folder,
  onTrouble,
  times = TIMES,
}: BackupTimerTools): BackupTimer {
  let kept: string | null | undefined;
  let timer = setTimeout(look, times.first).unref();
  let isStopped = false;
  let isTold = false;

  async function look(): Promise<void> {
    const backup = await backUpIfDue().catch((error) => failed(storeTrouble(error, join(folder, BACKUPS))));
    if (backup?.ok === false && !isTold) onTrouble(backup.trouble);
    if (backup !== null) isTold = !backup.ok;
    if (!isStopped) timer = setTimeout(look, times.every).unref();
  }

  async function backUpIfDue(): Promise<Result<Kept | null> | null> {
    const now = workspace.now();
    // Those of a clock that has been set back since say nothing of how old the latest is.
    const newest = listBackups(folder).find(({ kind, at }) => kind !== 'damaged' && at <= now);
    kept ??= newest === undefined ? null : logEndsIn(join(folder, BACKUPS, newest.name));
    const present = logEnds(workspace.db);
    if (present === kept || !isApart(newest, now, times.apart)) return null;
    const made = await makeBackup(folder, 'timer', now);
    // What came while it was copied may be missing in it, so the copy itself is asked.
    if (made.ok && made.value !== null) kept = logEndsIn(join(folder, BACKUPS, made.value.name));
    return made;
  }

  return {
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}

/** Whether the latest backup is old enough. */
function isApart(newest: Kept | undefined, now: string, apart: number): boolean {
  return newest === undefined || Date.parse(now) - Date.parse(newest.at) >= apart;
}
