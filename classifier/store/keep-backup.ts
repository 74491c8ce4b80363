import { existsSync, mkdirSync, readdirSync, rmSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { done, failed, type Result } from '#classifier/core/result.ts';
import { type Trouble, trouble } from '#classifier/core/trouble.ts';
import { BACKUPS, backUp } from './backup.ts';
import { type BackupReason, backupName, readBackupName } from './backup-names.ts';
import { backupsToKeep, type Kept } from './backup-retention.ts';
import { DATABASE_NAME } from './database-name.ts';
import { lookInto } from './look-into.ts';
import { LATEST_VERSION, schemaVersion } from './migrations/index.ts';
import type { Store } from './open-database.ts';
import { forgettingDone, pendingForgetting } from './pending-forgetting.ts';
import { storeTrouble } from './store-trouble.ts';

/** Bytes that a backup leaves free for labels. */
const RESERVE = 64 * 1024 * 1024;
/** Milliseconds after which a half-made copy belongs to nobody any more. */
const ABANDONED = 60 * 60 * 1000;

/**
 * Backs a workspace up into its folder of backups, checks the copy, and lets go of those that retention no longer wants.
 * Null where there is no database yet. `store-full` where the disk has no room for it: labels come first.
 */
export async function keepBackup(
  folder: string,
  reason: BackupReason,
  now: string,
): Promise<Result<Kept | null>> {
  const file = join(folder, DATABASE_NAME);
  const backups = join(folder, BACKUPS);
  if (!existsSync(file)) return done(null);
  try {
    mkdirSync(backups, { recursive: true });
    dropAbandoned(backups);
    const { bavail, bsize } = statfsSync(backups);
    if (bavail * bsize < bytesOf(file) + bytesOf(`${file}-wal`) + RESERVE) return failed(noRoom(backups));
    const name = backupName(reason, now);
    const made = await backUp(folder, join(backups, name), reason === 'forgetting' ? withoutMark : undefined);
    if (!made.ok) return made;
    prune(folder);
    return done({ name, kind: reason, at: now, bytes: made.value });
  } catch (error) {
    return failed(storeTrouble(error, backups));
  }
}

/** Backs a workspace up that the next opening would migrate; null for others, which are left alone. */
export async function backUpBeforeMigration(folder: string, now: string): Promise<Result<Kept | null>> {
  const file = join(folder, DATABASE_NAME);
  if (!existsSync(file)) return done(null);
  // One that cannot be read is not backed up: the opening says why.
  const present = lookInto(file, schemaVersion);
  if (present === null || present === 0 || present >= LATEST_VERSION) return done(null);
  return keepBackup(folder, 'migration', now);
}

/** What lies in the folder of backups, the newest first. */
export function listBackups(folder: string): Kept[] {
  const backups = join(folder, BACKUPS);
  if (!existsSync(backups)) return [];
  return readdirSync(backups)
    .flatMap((name) => {
      const said = readBackupName(name);
      return said === null ? [] : [{ name, ...said, bytes: bytesOf(join(backups, name)) }];
    })
    .sort((a, b) => (a.at < b.at ? 1 : -1));
}

/** Lets go of the backups that retention does not keep. */
function prune(folder: string): void {
  const kept = listBackups(folder);
  const stays = backupsToKeep(kept);
  for (const { name } of kept) if (!stays.has(name)) rmSync(join(folder, BACKUPS, name), { force: true });
}

/** Removes what a process left behind that was ended while it copied. */
function dropAbandoned(backups: string): void {
  for (const name of readdirSync(backups)) {
    const path = join(backups, name);
    if (/\.partial(-\w+)?$/.test(name) && Date.now() - statSync(path).mtimeMs > ABANDONED)
      rmSync(path, { force: true });
  }
}

/** Whoever restores a backup that is clean has nothing to finish. */
function withoutMark(copy: Store): void {
  const pending = pendingForgetting(copy);
  if (pending !== null) forgettingDone(copy, pending);
}

function bytesOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function noRoom(folder: string): Trouble {
  return trouble(
    'store-full',
    '磁盘空间不够做备份，因此没有做下一步；标注照常保存。请腾出空间。',
    'The disk has no room for a backup, so the next step was not done; labels are saved as ever. Make room.',
    { file: folder },
  );
}
