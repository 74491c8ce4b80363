import type Database from 'better-sqlite3';

/** The headlines that were stored last, the newest first. */
export function newestTexts(db: Database.Database, limit: number): string[] {
  return db
    .prepare<[number], { text: string }>('SELECT text FROM headline ORDER BY id DESC LIMIT ?')
    .all(limit)
    .map(({ text }) => text);
}
