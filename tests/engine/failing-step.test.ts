import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { BACKUPS } from '#classifier/store/backup.ts';
import { DATABASE_NAME } from '#classifier/store/database-name.ts';
import { schemaVersion } from '#classifier/store/migrations/index.ts';
import { openDatabase } from '#classifier/store/open-database.ts';
import { temporaryFolder } from '../helpers/workspace.ts';
import { startEngine } from './start-engine.ts';

const FIXTURES = join(import.meta.dirname, '../migrations/fixtures');

/** A stored workspace with something in the way of a step to come. */
function obstructed(name: string, obstacle: string): { readonly folder: string; readonly file: string } {
  const folder = temporaryFolder();
  const file = join(folder, DATABASE_NAME);
  writeFileSync(file, gunzipSync(readFileSync(join(FIXTURES, name))));
  const db = new Database(file);
  db.exec(obstacle);
  db.close();
  return { folder, file };
}

/** Schema, version and every row of a database. */
function contentOf(file: string): unknown {
  const db = new Database(file, { readonly: true });
  const schema = db.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').raw().all();
  const tables = schema.flatMap((row) => {
    const [type, name, sql] = row as [string, string, string];
    return type === 'table' && !sql.startsWith('CREATE VIRTUAL') ? [name] : [];
  });
  const rows = tables.map((table) => [table, db.prepare(`SELECT * FROM "${table}"`).raw().all()]);
  const content = { version: schemaVersion(db), schema, rows };
  db.close();
  return content;
}

describe('a step of the schema that fails', { timeout: 60_000 }, () => {
  it('at its last statement leaves all as it was, a backup beside it, and says why', async () => {
    const { folder, file } = obstructed(
      'schema-0120.db.gz',
      'ALTER TABLE model_state ADD COLUMN counted_anew INTEGER',
    );
    const before = contentOf(file);
    const said = {
      code: 'store-failed',
      sentence: { zh: expect.stringContaining('counted_anew'), en: expect.stringContaining('counted_anew') },
      place: { file },
    };
    expect(openDatabase(folder)).toMatchObject({ ok: false, trouble: said });
    expect(contentOf(file)).toEqual(before);

    const engine = await startEngine(folder);
    expect(engine.first).toMatchObject({ kind: 'failed', trouble: said });
    expect(contentOf(file)).toEqual(before);
    const [backup, ...others] = readdirSync(join(folder, BACKUPS));
    expect(engine.first).toMatchObject({
      trouble: { sentence: { zh: expect.stringContaining(`${backup}`) } },
    });
    expect(backup).toMatch(/^before-migration-.*\.db$/);
    expect(others).toEqual([]);
    expect(contentOf(join(folder, BACKUPS, backup ?? ''))).toEqual(before);
  });

  it('ends the steps there: those before it are taken, none after it', async () => {
    const { folder, file } = obstructed('schema-0101.db.gz', 'CREATE TABLE subscription_item (in_the_way)');
    const before = contentOf(file);
    const engine = await startEngine(folder);
    expect(engine.first).toMatchObject({
      kind: 'failed',
      trouble: { code: 'store-failed', place: { file } },
    });
    const db = new Database(file, { readonly: true });
    expect(schemaVersion(db)).toBe(110);
    const made = db.prepare(
      `SELECT name FROM sqlite_schema WHERE name IN ('saved_view', 'subscription', 'count_change')`,
    );
    expect(made.pluck().all()).toEqual(['saved_view']);
    db.close();
    const [backup] = readdirSync(join(folder, BACKUPS));
    expect(contentOf(join(folder, BACKUPS, backup ?? ''))).toEqual(before);
  });
});
