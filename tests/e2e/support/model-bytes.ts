import { join } from 'node:path';
import Database from 'better-sqlite3';

/**
 * What a closed workspace's model consists of, as text: all counts and the settings, without the numbers of the event
 * that was learned and of the change that was merged last. Rows of which nothing is left count as none.
 */
export function modelBytes(dataFolder: string): string {
  const db = new Database(join(dataFolder, 'jianwen.db'), { readonly: true });
  try {
    const tables = db
      .prepare(
        `SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE '%\\_count' ESCAPE '\\' ORDER BY name`,
      )
      .pluck()
      .all() as string[];
    const counts = tables.map((table) => [
      table,
      db.prepare(`SELECT * FROM ${table} ORDER BY 1`).raw().all(),
    ]);
    const [state] = db.prepare('SELECT * FROM model_state').all() as Record<string, unknown>[];
    const { last_event: _lastEvent, merged: _merged, counted_anew: _countedAnew, ...totals } = state ?? {};
    const settings = db.prepare('SELECT settings FROM model_version ORDER BY id DESC LIMIT 1').pluck().get();
    return JSON.stringify({ counts, totals, settings });
  } finally {
    db.close();
  }
}
