import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openBackedUp } from '#classifier/desk/open-backed-up.ts';
import { backUp, compact, restore } from '#classifier/store/backup.ts';
import { DATABASE_NAME } from '#classifier/store/database-name.ts';
import { LATEST_VERSION, MIGRATIONS, migrate, schemaVersion } from '#classifier/store/migrations/index.ts';
import { openDatabase } from '#classifier/store/open-database.ts';
import { temporaryFolder, testTools } from '../helpers/workspace.ts';

function schemaOf(db: Database.Database): unknown[] {
  return db.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').all();
}

function freshDatabase(version: number): { db: Database.Database; folder: string; file: string } {
  const folder = temporaryFolder();
  const file = join(folder, DATABASE_NAME);
  const db = new Database(file);
  migrate(db, version);
  return { db, folder, file };
}

/** As a newer program leaves a workspace that was ended: its version, and its last rows, are in the WAL alone. */
function newerWithWal(): { folder: string; file: string } {
  const running = freshDatabase(LATEST_VERSION);
  running.db.pragma('journal_mode = WAL');
  running.db.pragma(`user_version = ${LATEST_VERSION + 10}`);
  running.db.exec(`INSERT INTO desk_setting VALUES ('newer', hex(randomblob(30000)))`);
  const folder = temporaryFolder();
  const file = join(folder, DATABASE_NAME);
  for (const end of ['', '-wal']) copyFileSync(running.file + end, file + end);
  running.db.close();
  return { folder, file };
}

describe('migrations', () => {
  it('rise in number, and every file is in the list', () => {
    const versions = MIGRATIONS.map(({ version }) => version);
    expect(versions).toEqual([...versions].sort((a, b) => a - b));
    expect(versions.at(-1)).toBe(LATEST_VERSION);
    const folder = new URL('../../classifier/store/migrations/', import.meta.url);
    const files = readdirSync(folder).filter((name) => /^\d{4}-/.test(name));
    expect(files.map((name) => Number(name.slice(0, 4)))).toEqual(versions);
  });

  it.each([0, ...MIGRATIONS.map(({ version }) => version)])(
    'bring a database of version %d to the present schema',
    (version) => {
      const { db, folder } = freshDatabase(version);
      db.close();
      const opened = openDatabase(folder);
      if (!opened.ok) throw new Error(opened.trouble.sentence.en);
      const latest = freshDatabase(LATEST_VERSION).db;
      expect(schemaVersion(opened.value)).toBe(LATEST_VERSION);
      expect(schemaOf(opened.value)).toEqual(schemaOf(latest));
      opened.value.close();
      latest.close();
    },
  );

  const ROWS: readonly (readonly [number, string, string, unknown[]])[] = [
    [
      10,
      `INSERT INTO feed VALUES (1, '晨报', 'd', '2026-01-01', 'workspace@0'); INSERT INTO headline VALUES (1, 1, 1, 'aa', '桥', 0.5);`,
      'SELECT text || name || first_id || headlines || labelled FROM headline, feed WHERE headline.id >= first_id',
      ['桥晨报110'],
    ],
    [
      20,
      `INSERT INTO label_event (id, kind, digest, text, sensational, implausible, origin, annotator, labelled_at)
         VALUES (1, 'label', 'aa', '桥', 1, 0, 'desk', 'editor', '2026-01-01'); INSERT INTO label VALUES ('aa', 1);`,
      'SELECT sensational || annotator FROM label JOIN label_event ON event_id = id',
      ['1editor'],
    ],
    [
      30,
      `INSERT INTO gram_count VALUES (281474976710655, 1, 2, 3, 4); INSERT INTO model_version VALUES (1, '2026-01-01', 0, '{}', '{}');`,
      'SELECT key + implausible_no FROM gram_count',
      [281474976710659],
    ],
    [
      50,
      `INSERT INTO feed (id, name, digest, imported_at, scored_with, indexed) VALUES (1, '晨报', 'd', '', 'm', 1), (2, '晚报', 'e', '', 'm', 0);
       INSERT INTO headline VALUES (1, 1, 1, 'bb', '桥', 0.5), (2, 1, 3, 'aa', '龙', 0.5), (3, 2, 1, 'aa', '龙', 0.5);
       INSERT INTO label_event (id, kind, digest, text, sensational, implausible, origin, annotator, labelled_at)
         VALUES (1, 'label', 'aa', '龙', 1, 0, 'desk', 'editor', '2026-01-01'); INSERT INTO label VALUES ('aa', 1);`,
      `SELECT name || first_id || headlines || labelled || scored_with || (SELECT group_concat(headline_id) FROM headline_digest WHERE digest = 'aa') FROM feed`,
      ['晨报1212,3', '晚报3112,3'],
    ],
    [
      70,
      `INSERT INTO label_event (id, kind, digest, text, sensational, implausible, origin, annotator, labelled_at)
         VALUES (1, 'label', 'aa', '龙', 1, 0, 'desk', '王', '2026-01-01'), (2, 'label', 'aa', '龙', 0, 0, 'import', '李', '2026-01-02');
       INSERT INTO label VALUES ('aa', 2);
       INSERT INTO model_state VALUES (1, 2, 'rules', 0, 5, 0, 5);`,
      `SELECT event_id || holds || hidden || (SELECT max(is_ruling) FROM label_event) || '"' || reading || '"' FROM label, model_state`,
      ['2200""'],
    ],
    [
      80,
      `INSERT INTO desk_setting VALUES ('annotator', '王');`,
      `SELECT value || (SELECT count(*) FROM desk_work) FROM desk_setting`,
      ['王0'],
    ],
    [
      81,
      `INSERT INTO label_event (id, kind, digest, text, sensational, implausible, origin, annotator, labelled_at)
         VALUES (1, 'label', 'aa', '龙', 1, 0, 'desk', '王', '2026-01-01');`,
      `SELECT annotator || (batch IS NULL) FROM label_event`,
      ['王1'],
    ],
    [
      100,
      `INSERT INTO label_event (id, kind, undoes, digest, text, sensational, implausible, origin, annotator, labelled_at)
         VALUES (1, 'label', NULL, 'aa', '龙', 1, 0, 'desk', '王', '2026-01-03'), (2, 'undo', 1, 'aa', '龙', 1, 0, 'desk', '王', '2026-01-04');
       INSERT INTO desk_event (id, request_id, field, undoes, digest, text, value, annotator, made_at)
         VALUES (1, 'r', 'note', NULL, 'aa', '龙', '一', '王', '2026-01-01'), (2, 'q', 'note', NULL, 'aa', '龙', '二', '王', '2026-01-05');
       INSERT INTO desk_work VALUES ('aa', '龙', NULL, '二', NULL, NULL);`,
      `SELECT step || coalesce('label' || label_event, 'work' || desk_event) || coalesce(undone, '') || note
       FROM step JOIN step_event ON step = step.id, desk_work ORDER BY step`,
      ['1work1二', '2label10二', '3work2二'],
    ],
    [
      120,
      `INSERT INTO model_state VALUES (1, 7, 'rules', 4, 5, 0, 5);`,
      `SELECT last_event || sensational_yes || merged || counted_anew || (SELECT count(*) FROM count_change) FROM model_state`,
      ['74000'],
    ],
  ];

  it.each(ROWS)('keep the rows of version %d', (version, insert, select, expected) => {
    const { db, folder } = freshDatabase(version);
    db.exec(insert);
    db.close();
    const opened = openDatabase(folder);
    if (!opened.ok) throw new Error(opened.trouble.sentence.en);
    expect(opened.value.prepare(select).pluck().all()).toEqual(expected);
    opened.value.close();
  });

  const NOW = '2026-01-02T03:04:05.678Z';

  it.each([
    ['opened', (folder: string) => openBackedUp(folder, testTools([]))],
    ['opened without a backup', openDatabase],
    ['backed up', (folder: string) => backUp(folder, join(folder, 'copy.db'))],
    ['compacted', compact],
    ['restored over', (folder: string) => restore(folder, freshDatabase(LATEST_VERSION).file, NOW)],
  ] as const)('leave a newer file and its WAL untouched that is %s, and say so', async (_, work) => {
    const { folder, file } = newerWithWal();
    const files = [file, `${file}-wal`];
    const before = files.map((one) => readFileSync(one));
    expect(before[1]?.length).toBeGreaterThan(0);
    expect(await work(folder)).toMatchObject({
      ok: false,
      trouble: { code: 'store-newer', place: { file } },
    });
    for (const [at, one] of files.entries())
      expect(readFileSync(one).equals(before[at] as Buffer), one).toBe(true);
  });

  it('roll a failing step back', () => {
    const { db } = freshDatabase(10);
    db.exec('CREATE TABLE label (digest TEXT)');
    expect(() => migrate(db)).toThrow('already exists');
    expect(schemaVersion(db)).toBe(10);
    expect(db.prepare(`SELECT count(*) FROM sqlite_schema WHERE name = 'label_event'`).pluck().get()).toBe(0);
    db.close();
  });
});

describe('openDatabase', () => {
  it('runs on an SQLite without the WAL-reset bug, with every commit synchronous', () => {
    const opened = openDatabase(temporaryFolder());
    if (!opened.ok) throw new Error(opened.trouble.sentence.en);
    const [major, minor, patch] = (opened.value.prepare('SELECT sqlite_version()').pluck().get() as string)
      .split('.')
      .map(Number) as [number, number, number];
    expect(major * 1e6 + minor * 1e3 + patch).toBeGreaterThanOrEqual(3_051_003);
    expect(opened.value.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(opened.value.pragma('synchronous', { simple: true })).toBe(2);
    opened.value.close();
  });
});
