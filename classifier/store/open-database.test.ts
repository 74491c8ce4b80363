import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../tests/helpers/workspace.ts';
import { DATABASE_NAME } from './database-name.ts';
import { openDatabase, withoutWaiting } from './open-database.ts';

function damagedMiddle(folder: string): void {
  const opened = openDatabase(folder);
  if (!opened.ok) throw new Error(opened.trouble.sentence.en);
  const insert = opened.value.prepare(
    `INSERT INTO feed (name, digest, imported_at, scored_with, first_id, headlines, labelled, staged) VALUES (?, ?, '', '', 0, 0, 0, 0)`,
  );
  for (let at = 0; at < 2000; at += 1) insert.run('一份很长的清单名称', `digest-${at}`);
  opened.value.pragma('wal_checkpoint(TRUNCATE)');
  const bytes = opened.value.serialize();
  opened.value.close();
  bytes.fill(0x5a, 4096 * 8, 4096 * 12);
  writeFileSync(join(folder, DATABASE_NAME), bytes);
}

describe('openDatabase', () => {
  it.each([
    [
      'a file that is no database',
      (folder: string) => writeFileSync(join(folder, DATABASE_NAME), 'not a database'.repeat(400)),
      'store-damaged',
    ],
    ['a database with damaged pages', damagedMiddle, 'store-damaged'],
    [
      'a folder in the database’s place',
      (folder: string) => mkdirSync(join(folder, DATABASE_NAME)),
      'store-unwritable',
    ],
  ] as const)('refuses %s by name', (_, prepare, code) => {
    const folder = temporaryFolder();
    prepare(folder);
    expect(openDatabase(folder)).toMatchObject({
      ok: false,
      trouble: { code, place: { file: join(folder, DATABASE_NAME) } },
    });
  });

  it('refuses a data folder that cannot be made', () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    expect(openDatabase(join(file, 'data'))).toMatchObject({
      ok: false,
      trouble: { code: 'store-unwritable' },
    });
  });
});

it('waits for the disk with each commit, save those that are said to do without, whatever becomes of them', () => {
  const opened = openDatabase(temporaryFolder());
  if (!opened.ok) throw new Error(opened.trouble.sentence.en);
  const db = opened.value;
  const synchronous = () => db.pragma('synchronous', { simple: true });
  const [NORMAL, FULL] = [1, 2];
  expect(synchronous()).toBe(FULL);
  expect(withoutWaiting(db, synchronous)).toBe(NORMAL);
  expect(() =>
    withoutWaiting(db, () => {
      throw new Error('the work failed');
    }),
  ).toThrow('the work failed');
  expect(synchronous()).toBe(FULL);
  db.close();
});
