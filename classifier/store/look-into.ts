import Database from 'better-sqlite3';
import { done, type Result } from '#classifier/core/result.ts';
import { refuseNewer } from './migrations/index.ts';

/** What one look into a database file tells, changing nothing; null where it cannot be read. */
export function lookInto<Value>(file: string, look: (db: Database.Database) => Value): Value | null {
  let db: Database.Database | undefined;
  try {
    db = new Database(file, { readonly: true, fileMustExist: true });
    return look(db);
  } catch {
    return null;
  } finally {
    db?.close();
  }
}

/**
 * Refuses a file that is newer than this program with `store-newer`. To be asked before it is opened for writing: closing such a
 * connection takes what lies in the WAL into the file, which one that only reads leaves as it is.
 */
export function refuseNewerFile(file: string): Result<void> {
  return lookInto(file, (db) => refuseNewer(db, file)) ?? done(undefined);
}
