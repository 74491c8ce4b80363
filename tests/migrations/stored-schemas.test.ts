import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { modelState } from '#classifier/core/model.ts';
import { readingIdentity } from '#classifier/core/reading-identity.ts';
import { DATABASE_NAME } from '#classifier/store/database-name.ts';
import { LATEST_VERSION, MIGRATIONS, migrate, schemaVersion } from '#classifier/store/migrations/index.ts';
import { readModel, recount } from '#classifier/store/open-workspace.ts';
import { temporaryFolder, testTools, testWorkspace } from '../helpers/workspace.ts';

/**
 * Workspaces as earlier versions of the program left them, one for each schema that was ever the newest (80, 102 and 110 came with a later one);
 * scripts/schema-fixture.ts makes them.
 */
const FOLDER = join(import.meta.dirname, 'fixtures');
const FIXTURES = readdirSync(FOLDER).filter((name) => name.endsWith('.db.gz'));

/** What the editor had labelled last, by headline: sensational, then implausible. */
const LABELLED = [
  ['全村老人喝下村口井水，百岁老太长出新牙', 0, 1],
  ['太可怕了！这种水果千万别吃', 1, 0],
];

function stored(name: string): { readonly folder: string; readonly file: string } {
  const folder = temporaryFolder();
  const file = join(folder, DATABASE_NAME);
  writeFileSync(file, gunzipSync(readFileSync(join(FOLDER, name))));
  return { folder, file };
}

describe.each(FIXTURES)('a workspace kept as %s', (name) => {
  it('is of the schema that its name says', () => {
    const db = new Database(stored(name).file, { readonly: true });
    expect(schemaVersion(db)).toBe(Number(/\d{4}/.exec(name)?.[0]));
    db.close();
  });

  it('opens with every headline, label and event, whole and counted as a rebuild counts', () => {
    const { folder, file } = stored(name);
    expectWhole(folder, eventsIn(file));
  });

  const version = Number(/\d{4}/.exec(name)?.[0]);
  const later = MIGRATIONS.map((step) => step.version).filter((step) => step > version);
  it.each(later.slice(0, -1))('opens as whole where its migration was ended after step %d', (step) => {
    const { folder, file } = stored(name);
    const events = eventsIn(file);
    const db = new Database(file);
    migrate(db, step);
    db.close();
    expectWhole(folder, events);
  });
});

function eventsIn(file: string): unknown[] {
  const db = new Database(file, { readonly: true });
  const events = db.prepare('SELECT kind, digest, undoes, labelled_at FROM label_event ORDER BY id').all();
  db.close();
  return events;
}

function expectWhole(folder: string, events: readonly unknown[]): void {
  expect(events.length).toBeGreaterThan(4);
  const workspace = testWorkspace(folder, testTools([]));
  const { db, model, reader, rules } = workspace;
  expect(schemaVersion(db)).toBe(LATEST_VERSION);
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(db.prepare('SELECT count(*) FROM headline').pluck().get()).toBe(4);
  expect(db.prepare('SELECT kind, digest, undoes, labelled_at FROM label_event ORDER BY id').all()).toEqual(
    events,
  );
  const labels = db
    .prepare(
      `SELECT text, sensational, implausible FROM label JOIN label_event ON label.event_id = label_event.id
       WHERE origin = 'desk' AND text NOT LIKE '市教育局%' ORDER BY text`,
    )
    .raw()
    .all();
  expect(labels).toEqual(LABELLED);

  const counted = modelState(model);
  recount(db, reader, readingIdentity(rules));
  expect(modelState(readModel(db).model)).toEqual(counted);
}
