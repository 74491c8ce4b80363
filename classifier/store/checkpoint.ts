import { join } from 'node:path';
import Database from 'better-sqlite3';
import { DATABASE_NAME } from './database-name.ts';
import type { Store } from './open-database.ts';

/** Pages of the write-ahead log that are worth moving into the database: SQLite's own number. */
const WORTH_IT = 1000;
/** Pages from which on the log is to begin anew even where a commit has to wait for it: 64 MB. */
const TOO_LONG = 16_384;
/** Milliseconds for which commits may have to wait until nobody reads of a log that is too long; then it is left for later. */
const PATIENCE = 100;

/** Whether commits on this connection move pages of the write-ahead log into the database, or another connection does. */
export function setCheckpoints(db: Store, by: 'commits' | 'another'): void {
  db.pragma(`wal_autocheckpoint = ${by === 'commits' ? WORTH_IT : 0}`);
}

/** A connection that only moves pages of the write-ahead log into the database: beside the writer no commit waits for it. */
export function openCheckpointer(folder: string): Store {
  return new Database(join(folder, DATABASE_NAME), { fileMustExist: true, timeout: PATIENCE });
}

/** Moves the pages where there are enough of them; tells whether it did. */
export function checkpoint(db: Store, worthIt: number = WORTH_IT, tooLong: number = TOO_LONG): boolean {
  const { log, checkpointed } = run(db, 'NOOP');
  if (log - checkpointed < worthIt) return false;
  const moved = run(db, 'PASSIVE');
  if (moved.log >= tooLong) run(db, 'RESTART');
  return true;
}

interface Progress {
  /** Pages in the log, and those of them that stand in the database, too. */
  readonly log: number;
  readonly checkpointed: number;
}

function run(db: Store, how: 'NOOP' | 'PASSIVE' | 'RESTART'): Progress {
  const [progress] = db.pragma(`wal_checkpoint(${how})`) as Progress[];
  return progress as Progress;
}
