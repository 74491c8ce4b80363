import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { done, failed, type Result } from '#classifier/core/result.ts';
import type { Trouble } from '#classifier/core/trouble.ts';
import { DATABASE_NAME } from './database-name.ts';
import { refuseNewerFile } from './look-into.ts';
import { migrate, refuseNewer } from './migrations/index.ts';
import { storeTrouble } from './store-trouble.ts';

/** How long a second process waits for the writer before it says that the store is busy, in milliseconds. */
const BUSY_TIMEOUT = 10_000;
const LARGEST_JOURNAL = 64 * 1024 * 1024;

/**
 * Opens the workspace's database, makes it where it is missing, and brings it to the present schema.
 * Failures come back as `store-unwritable`, `store-damaged`, `store-newer`, `store-busy` or `store-failed` with the file.
 */
export function openDatabase(folder: string): Result<Database.Database> {
  const file = join(folder, DATABASE_NAME);
  let db: Database.Database | undefined;
  const giveUp = (problem: Trouble): Result<Database.Database> => {
    db?.close();
    return failed(problem);
  };
  try {
    mkdirSync(folder, { recursive: true });
    const known = refuseNewerFile(file);
    if (!known.ok) return known;
    db = new Database(file, { timeout: BUSY_TIMEOUT });
    const present = refuseNewer(db, file);
    if (!present.ok) return giveUp(present.trouble);
    configure(db);
    migrate(db);
    if (db.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new DamagedDatabase();
    return done(db);
  } catch (error) {
    return giveUp(storeTrouble(error, file));
  }
}

/** An open database of a workspace. */
export type Store = Database.Database;

/** Another connection to a database that is open already, which only reads; for a thread beside the one writer. */
export function openReader(folder: string): Store {
  return new Database(join(folder, DATABASE_NAME), { readonly: true, fileMustExist: true });
}

/** WAL with synchronous FULL: better-sqlite3's build would otherwise lose a committed label with the power. */
function configure(db: Database.Database): void {
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma(`journal_size_limit = ${LARGEST_JOURNAL}`);
}

/**
 * Does work whose commits do not wait for the disk: for what is fetched again if it is lost. With the power the last of it may go, but
 * never a part of it, nor anything before a commit that did wait: a label takes all that was written before it to the disk.
 */
export function withoutWaiting<T>(db: Database.Database, work: () => T): T {
  db.pragma('synchronous = NORMAL');
  try {
    return work();
  } finally {
    db.pragma('synchronous = FULL');
  }
}

class DamagedDatabase extends Error {
  readonly code = 'SQLITE_CORRUPT';
}
