import Database from 'better-sqlite3';

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
