import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { mergeChanges } from '#classifier/store/count-changes.ts';

/**
 * What a closed workspace's model consists of, as text: all counts, merged, and the settings, without the marks that say how the
 * counts came to be. Rows of which nothing is left count as none.
 */
export function modelBytes(dataFolder: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'jianwen-model-'));
  const copy = join(folder, 'copy.db');
  const workspace = new Database(join(dataFolder, 'jianwen.db'), { readonly: true });
  workspace.prepare('VACUUM INTO ?').run(copy);
  workspace.close();
  const db = new Database(copy);
  try {
    mergeChanges(db);
    return bytesOf(db);
  } finally {
    db.close();
    rmSync(folder, { recursive: true });
  }
}

function bytesOf(db: Database.Database): string {
  const tables = db
    .prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE '%\\_count' ESCAPE '\\' ORDER BY name`,
    )
    .pluck()
    .all() as string[];
  const counts = tables.map((table) => [table, db.prepare(`SELECT * FROM ${table} ORDER BY 1`).raw().all()]);
  const [state] = db.prepare('SELECT * FROM model_state').all() as Record<string, unknown>[];
  const { last_event: _lastEvent, merged: _merged, counted_anew: _countedAnew, ...totals } = state ?? {};
  const settings = db.prepare('SELECT settings FROM model_version ORDER BY id DESC LIMIT 1').pluck().get();
  return JSON.stringify({ counts, totals, settings });
}
