import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { done, failed, type Result } from '#classifier/core/result.ts';
import { type Trouble, trouble } from '#classifier/core/trouble.ts';
import { backupName } from './backup-names.ts';
import { DATABASE_NAME } from './database-name.ts';
import { refuseNewerFile } from './look-into.ts';
import { refuseNewer, schemaVersion } from './migrations/index.ts';
import { storeTrouble } from './store-trouble.ts';

/** Folder of backups that are made by themselves, in the data folder. */
export const BACKUPS = 'backups';
/** What a restore that was ended leaves behind ends so. */
export const RESTORING = '.restoring';
/** Files that SQLite keeps beside a database in use. */
const BESIDE = ['-wal', '-shm'] as const;
const BUSY_TIMEOUT = 2000;
/** Pages that are copied before others have their turn. */
const PAGES_A_STEP = 256;
/** Tables whose rows a copy must have, every one. */
const COUNTED = ['feed', 'headline', 'label_event', 'desk_event', 'model_version'] as const;

/**
 * Copies a workspace's database by SQLite's backup, which takes a consistent state also while it is in use, and opens the
 * copy to check it. `change` is done to the copy alone. The file is there whole or not at all. Returns its bytes.
 */
export async function backUp(
  folder: string,
  target: string,
  change: (copy: Database.Database) => void = () => undefined,
): Promise<Result<number>> {
  const partial = `${target}.partial`;
  const present = openPresent(folder);
  if (!present.ok) return present;
  const { value: db } = present;
  try {
    rmSync(partial, { force: true });
    // What is read in one transaction does not change: the copy need not start anew at every label given meanwhile.
    db.exec('BEGIN');
    const rows = rowsOf(db);
    await db.backup(partial, { progress: () => PAGES_A_STEP });
    db.exec('COMMIT');
    const checked = checkCopy(partial, target, rows, change);
    if (!checked.ok) return checked;
    renameSync(partial, target);
    return done(statSync(target).size);
  } catch (error) {
    return failed(storeTrouble(error, target));
  } finally {
    db.close();
    for (const name of [partial, ...BESIDE.map((end) => partial + end)]) rmSync(name, { force: true });
  }
}

/**
 * Puts a backup in the place of a workspace's database. The present state is backed up first; nothing changes where the
 * backup is not sound, or where the workspace is in use. Returns where the present state is kept, null where there was none.
 */
export async function restore(folder: string, backup: string, now: string): Promise<Result<string | null>> {
  const file = join(folder, DATABASE_NAME);
  const incoming = file + RESTORING;
  if (!existsSync(backup)) return failed(noDatabase(backup));
  try {
    mkdirSync(folder, { recursive: true });
    rmSync(incoming, { force: true });
    const copied = await copySound(backup, incoming);
    if (!copied.ok) return copied;
    const kept = await keepPresent(folder, file, now);
    if (!kept.ok) return kept;
    renameSync(incoming, file);
    return kept;
  } catch (error) {
    return failed(storeTrouble(error, file));
  } finally {
    for (const name of [incoming, ...BESIDE.map((end) => incoming + end)]) rmSync(name, { force: true });
  }
}

/** Gives unused room back to the disk. Returns the bytes before and after. */
export function compact(folder: string): Result<{ readonly before: number; readonly after: number }> {
  const file = join(folder, DATABASE_NAME);
  const present = openPresent(folder);
  if (!present.ok) return present;
  const { value: db } = present;
  try {
    db.pragma('wal_checkpoint(TRUNCATE)');
    const before = statSync(file).size;
    db.exec('VACUUM');
    db.pragma('optimize');
    db.pragma('wal_checkpoint(TRUNCATE)');
    return done({ before, after: statSync(file).size });
  } catch (error) {
    return failed(storeTrouble(error, file));
  } finally {
    db.close();
  }
}

/** Opens a workspace's database as it is, unless it is newer than this program; to be closed. */
export function openPresent(folder: string): Result<Database.Database> {
  const file = join(folder, DATABASE_NAME);
  if (!existsSync(file)) return failed(noDatabase(file));
  const looked = refuseNewerFile(file);
  if (!looked.ok) return looked;
  let db: Database.Database | undefined;
  try {
    db = new Database(file, { fileMustExist: true, timeout: BUSY_TIMEOUT });
    const known = refuseNewer(db, file);
    if (known.ok) return done(db);
    db.close();
    return known;
  } catch (error) {
    db?.close();
    return failed(storeTrouble(error, file));
  }
}

/** Every fault that SQLite finds in an open database; none where it is sound. */
export function faultsOf(db: Database.Database): readonly string[] {
  const integrity = db.prepare<[], string>('PRAGMA integrity_check(20)').pluck().all();
  const keys = db.prepare<[], { table: string; rowid: number }>('PRAGMA foreign_key_check').all();
  const broken = keys.slice(0, 20).map(({ table, rowid }) => `${table} ${rowid}: foreign key`);
  return [...integrity.filter((line) => line !== 'ok'), ...broken];
}

async function copySound(backup: string, incoming: string): Promise<Result<void>> {
  const source = new Database(backup, { readonly: true, fileMustExist: true });
  try {
    const present = refuseNewer(source, backup);
    if (!present.ok) return present;
    if (schemaVersion(source) === 0) return failed(noBackup(backup));
    source.exec('BEGIN');
    const rows = rowsOf(source);
    await source.backup(incoming, { progress: () => PAGES_A_STEP });
    return checkCopy(incoming, backup, rows);
  } finally {
    source.close();
  }
}

/** Opens a copy, makes it one file that needs no others beside it, and looks at all of it. */
function checkCopy(
  copy: string,
  shown: string,
  rows: string,
  change: (copy: Database.Database) => void = () => undefined,
): Result<void> {
  const db = new Database(copy, { fileMustExist: true });
  try {
    db.pragma('journal_mode = DELETE');
    change(db);
    return faultsOf(db).length === 0 && rowsOf(db) === rows ? done(undefined) : failed(noBackup(shown));
  } finally {
    db.close();
  }
}

/** How many rows each table has that counts; a table that an earlier schema lacks is left out. */
export function rowsOf(db: Database.Database): string {
  const tables = new Set(db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all());
  const counts = COUNTED.filter((table) => tables.has(table)).map((table) => [
    table,
    db.prepare(`SELECT count(*) FROM ${table}`).pluck().get(),
  ]);
  return JSON.stringify(counts);
}

/** Backs the present database up, and sees to it that nobody uses it and that nothing of it is left beside it. */
async function keepPresent(folder: string, file: string, now: string): Promise<Result<string | null>> {
  const kept = join(folder, BACKUPS, backupName('restore', now));
  // What SQLite left beside a database that is gone would be taken for a part of the one that comes.
  if (!existsSync(file)) return done(moveBeside(file, join(folder, BACKUPS, backupName('damaged', now))));
  mkdirSync(dirname(kept), { recursive: true });
  const saved = await backUp(folder, kept);
  if (!saved.ok && saved.trouble.code !== 'store-damaged') return saved;
  const freed = leaveBy(file);
  if (freed.ok && saved.ok) return done(kept);
  if (!freed.ok && freed.trouble.code !== 'store-damaged') return freed;
  return done(putAside(folder, file, now));
}

/** Sees to it that nobody has a database open, and that nothing of it is left beside it. */
function leaveBy(file: string): Result<void> {
  let db: Database.Database | undefined;
  try {
    db = new Database(file, { fileMustExist: true, timeout: BUSY_TIMEOUT });
    db.pragma('locking_mode = EXCLUSIVE');
    db.exec('BEGIN EXCLUSIVE; COMMIT');
    db.pragma('journal_mode = DELETE');
    return done(undefined);
  } catch (error) {
    return failed(storeTrouble(error, file));
  } finally {
    db?.close();
  }
}

/** Keeps a damaged database as it is, with what SQLite left beside it: more of it may be read some day. */
function putAside(folder: string, file: string, now: string): string {
  const kept = join(folder, BACKUPS, backupName('damaged', now));
  moveBeside(file, kept);
  renameSync(file, kept);
  return kept;
}

/** Null: of what is moved nothing is a database by itself. */
function moveBeside(file: string, kept: string): null {
  for (const end of BESIDE) {
    if (!existsSync(file + end)) continue;
    mkdirSync(dirname(kept), { recursive: true });
    renameSync(file + end, kept + end);
  }
  return null;
}

/** There is no database to read. */
export function noDatabase(file: string): Trouble {
  return trouble('file-missing', '没有这个数据库文件。', 'There is no such database.', { file });
}

function noBackup(file: string): Trouble {
  return trouble(
    'store-damaged',
    '这个文件不是完好的鉴闻数据库，没有用它，也没有改动任何内容。',
    'This file is no sound database of Jianwen; it was not used and nothing was changed.',
    { file },
  );
}
