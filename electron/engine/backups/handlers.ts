import { join } from 'node:path';
import { done, failed, type Result } from '#classifier/core/result.ts';
import { trouble } from '#classifier/core/trouble.ts';
import { writeSalvaged } from '#classifier/desk/journal/write-salvaged.ts';
import { BACKUPS, restore } from '#classifier/store/backup.ts';
import { DATABASE_NAME } from '#classifier/store/database-name.ts';
import { listBackups } from '#classifier/store/keep-backup.ts';
import type { Arguments, EngineAnswers } from '#contract/channels.ts';
import type { BackupRequest } from '#contract/names.ts';
import { lookAtBackup, makeBackup } from './backup-client.ts';

/** What the handlers of backups need of the engine, whether its workspace is open or damaged. */
export interface BackupRoom {
  readonly folder: string;
  readonly now: () => string;
  /** Closes the workspace where one is open, does the work, and opens it again. */
  closedFor<Value>(work: () => Promise<Result<Value>>): Promise<Result<Value>>;
  /** Opens the damaged workspace for reading only. */
  look(): Promise<Result<null>>;
}

/** Answers the requests about backups and recovery. */
export const BACKUP_HANDLERS: {
  readonly [C in BackupRequest]: (room: BackupRoom, args: Arguments<C>) => Promise<Result<EngineAnswers[C]>>;
} = {
  'backup.list': async ({ folder }) =>
    done({ file: join(folder, DATABASE_NAME), backups: listBackups(folder) }),
  'backup.check': ({ folder }, { name }) => lookAtBackup(join(folder, BACKUPS, name)),
  'backup.make': async ({ folder, now }) => {
    const made = await makeBackup(folder, 'asked', now());
    if (!made.ok) return made;
    return made.value === null ? failed(nothingYet()) : done(made.value);
  },
  'backup.restore': (room, { name }) =>
    room.closedFor(async () => {
      const restored = await restore(room.folder, join(room.folder, BACKUPS, name), room.now());
      return restored.ok ? done(null) : restored;
    }),
  'recovery.look': (room) => room.look(),
  'recovery.salvage': ({ folder }, { path }) => writeSalvaged(join(folder, DATABASE_NAME), path),
};

function nothingYet() {
  return trouble('not-found', '这里还没有工作区。', 'There is no workspace here yet.');
}
