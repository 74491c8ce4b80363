import type Database from 'better-sqlite3';
import { preparedColumn } from './prepared.ts';
import { UNSIGNED, type Viewer } from './standing.ts';

/** Of how many headlines one is labelled twice, unless the desk says otherwise. */
const DEFAULT_ONE_IN = 10;

/** The editor at the desk; null while nobody has been asked, empty for the desk as a whole. */
export function presentAnnotator(db: Database.Database): string | null {
  return setting(db, 'annotator');
}

/** Of how many headlines one is to be labelled by two editors; 0 for none. */
export function doubleOneIn(db: Database.Database): number {
  const stored = setting(db, 'double-one-in');
  return stored === null ? DEFAULT_ONE_IN : Number(stored);
}

/** Who signed labels of the desk, by name; the desk as a whole is left out. */
export function annotatorNames(db: Database.Database): string[] {
  return db
    .prepare<[]>(
      `SELECT DISTINCT annotator FROM label_event WHERE origin IN ('desk', 'import') AND annotator <> '' ORDER BY annotator`,
    )
    .pluck()
    .all() as string[];
}

/** Stores one setting of the desk. What the desk shows is to be settled anew afterwards. */
export function putSetting(
  db: Database.Database,
  name: 'annotator' | 'double-one-in',
  value: string | number,
): void {
  db.prepare(
    'INSERT INTO desk_setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  ).run(name, String(value));
}

/** Whom labels are shown to, for any headline. */
export function viewerOf(db: Database.Database): (digest: string) => Viewer {
  const annotator = presentAnnotator(db) ?? UNSIGNED;
  const oneIn = doubleOneIn(db);
  return (digest) => ({ annotator, isDouble: isDouble(digest, oneIn) });
}

/** Whether a headline belongs to the share that two editors label; its digest decides, so every desk chooses the same. */
export function isDouble(digest: string, oneIn: number): boolean {
  return oneIn > 0 && Number.parseInt(digest.slice(-8), 16) % oneIn === 0;
}

function setting(db: Database.Database, name: string): string | null {
  const stored = preparedColumn<[string]>(db, 'SELECT value FROM desk_setting WHERE name = ?').get(name);
  return (stored as string | undefined) ?? null;
}
