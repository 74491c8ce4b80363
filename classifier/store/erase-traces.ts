import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import { done, failed, type Result } from '#classifier/core/result.ts';
import { trouble } from '#classifier/core/trouble.ts';
import { openPresent } from './backup.ts';
import { DATABASE_NAME } from './database-name.ts';
import { storeTrouble } from './store-trouble.ts';

/** Milliseconds in which another writer must have ended. */
const PATIENCE = 10_000;
/** How often the write-ahead log is tried to be emptied, and the milliseconds between two tries. */
const TRIES = 50;
const PAUSE = 200;

/**
 * Writes a workspace's database anew and empties its write-ahead log, so that no byte of what was deleted stays in either: SQLite
 * overwrites what is deleted, but not the copies that it left where pages were split. No label can be saved meanwhile.
 * `store-busy` where another goes on reading the log as it was before.
 */
export async function eraseTraces(folder: string, tries = TRIES): Promise<Result<null>> {
  const file = join(folder, DATABASE_NAME);
  const present = openPresent(folder);
  if (!present.ok) return present;
  const { value: db } = present;
  try {
    db.pragma(`busy_timeout = ${PATIENCE}`);
    db.exec('VACUUM');
    // Waiting for a reader it would hold up all writers.
    db.pragma('busy_timeout = 0');
    for (let at = 0; at < tries; at += 1) {
      if (at > 0) await pause(PAUSE);
      if (isEmptied(db)) return done(null);
    }
    return failed(stillRead(file));
  } catch (error) {
    return failed(storeTrouble(error, file));
  } finally {
    db.close();
  }
}

/** Moves the whole log into the database and cuts it to nothing; false where somebody still needs it. */
function isEmptied(db: Database.Database): boolean {
  const [outcome] = db.pragma('wal_checkpoint(TRUNCATE)') as { readonly busy: number }[];
  return outcome?.busy === 0;
}

function stillRead(file: string) {
  return trouble(
    'store-busy',
    '另一个程序正读着这个数据库，写前日志（-wal 文件）里还有删掉的内容。请关掉别的窗口和命令。',
    'Another program is reading this database, and its write-ahead log (the -wal file) still holds what was deleted. Close other windows and commands.',
    { file },
  );
}
