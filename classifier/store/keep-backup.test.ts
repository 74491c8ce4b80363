import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { giveLabel, temporaryFolder, testTools, testWorkspace } from '../../tests/helpers/workspace.ts';
import { BACKUPS, backUp, faultsOf, restore, rowsOf } from './backup.ts';
import { DATABASE_NAME } from './database-name.ts';
import { backUpBeforeMigration, keepBackup, listBackups } from './keep-backup.ts';
import { openWorkspace } from './open-workspace.ts';

const FIXTURES = join(import.meta.dirname, '../../tests/migrations/fixtures');

function rowsIn(file: string): string {
  const db = new Database(file, { readonly: true });
  try {
    return rowsOf(db);
  } finally {
    db.close();
  }
}

it('copies the state of one moment while labels go on', async () => {
  const folder = temporaryFolder();
  const workspace = testWorkspace(folder);
  workspace.db.transaction(() => {
    for (let at = 0; at < 3000; at += 1)
      giveLabel(workspace, `第${at}号标题：老井喷出牛奶${'很长'.repeat(50)}`);
  })();
  const before = rowsOf(workspace.db);
  let isDone = false;
  const target = join(folder, 'copy.db');
  const copying = backUp(folder, target).finally(() => {
    isDone = true;
  });
  let given = 0;
  while (!isDone) {
    giveLabel(workspace, `备份时的标题${given}`);
    given += 1;
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect((await copying).ok).toBe(true);
  expect(given).toBeGreaterThan(1);
  expect(rowsIn(target)).toBe(before);
  expect(rowsOf(workspace.db)).not.toBe(before);
});

it('lists what it made, and leaves files of others alone', async () => {
  const folder = temporaryFolder();
  testWorkspace(folder);
  await keepBackup(folder, 'timer', '2026-01-02T03:04:05.678Z');
  writeFileSync(join(folder, BACKUPS, '我的.db'), 'x');
  await keepBackup(folder, 'labels', '2026-01-03T03:04:05.678Z');
  expect(listBackups(folder).map(({ kind }) => kind)).toEqual(['labels', 'timer']);
  for (let day = 4; day < 30; day += 1)
    await keepBackup(folder, 'timer', `2026-01-${String(day).padStart(2, '0')}T03:04:05.678Z`);
  const names = readdirSync(join(folder, BACKUPS));
  expect(names).toContain('我的.db');
  expect(names.filter((name) => name.endsWith('Z.db')).length).toBeLessThan(15);
  expect(names).toContain('timed-2026-01-29T03-04-05-678Z.db');
});

it('backs an older workspace up before it is migrated, and no other', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, DATABASE_NAME), gunzipSync(readFileSync(join(FIXTURES, 'schema-0040.db.gz'))));
  const rows = rowsIn(join(folder, DATABASE_NAME));
  expect((await backUpBeforeMigration(folder, '2026-01-02T03:04:05.678Z')).ok).toBe(true);
  const [kept] = listBackups(folder);
  expect([kept?.kind, rowsIn(join(folder, BACKUPS, kept?.name ?? ''))]).toEqual(['migration', rows]);
  testWorkspace(folder);
  await backUpBeforeMigration(folder, '2026-01-03T03:04:05.678Z');
  expect(listBackups(folder)).toHaveLength(1);
});

it('restores over a damaged database and keeps the damaged one as it is', async () => {
  const folder = temporaryFolder();
  const workspace = testWorkspace(folder);
  giveLabel(workspace, '老井喷出牛奶');
  const rows = rowsOf(workspace.db);
  const kept = await keepBackup(folder, 'timer', '2026-01-02T03:04:05.678Z');
  workspace.db.close();
  const file = join(folder, DATABASE_NAME);
  writeFileSync(file, Buffer.concat([Buffer.alloc(100, 7), readFileSync(file).subarray(100)]));
  const damaged = readFileSync(file);
  expect(openWorkspace(folder, testTools())).toMatchObject({ trouble: { code: 'store-damaged' } });
  const name = kept.ok ? (kept.value?.name ?? '') : '';
  const restored = await restore(folder, join(folder, BACKUPS, name), '2026-01-04T03:04:05.678Z');
  expect(restored).toEqual({ ok: true, value: join(folder, BACKUPS, 'damaged-2026-01-04T03-04-05-678Z.db') });
  expect(readFileSync(join(folder, BACKUPS, 'damaged-2026-01-04T03-04-05-678Z.db')).equals(damaged)).toBe(
    true,
  );
  expect(rowsIn(file)).toBe(rows);
  expect(faultsOf(testWorkspace(folder).db)).toEqual([]);
});

it('takes no log of a database that is gone for a part of the one restored', async () => {
  const folder = temporaryFolder();
  const workspace = testWorkspace(folder);
  const file = join(folder, DATABASE_NAME);
  const kept = await keepBackup(folder, 'timer', '2026-01-02T03:04:05.678Z');
  for (let at = 0; at < 50; at += 1) giveLabel(workspace, `第${at}号`);
  const wal = readFileSync(`${file}-wal`);
  workspace.db.close();
  rmSync(file);
  writeFileSync(`${file}-wal`, wal);
  const name = kept.ok ? (kept.value?.name ?? '') : '';
  expect((await restore(folder, join(folder, BACKUPS, name), '2026-01-04T03:04:05.678Z')).ok).toBe(true);
  expect(existsSync(`${file}-wal`)).toBe(false);
  expect(faultsOf(testWorkspace(folder).db)).toEqual([]);
});
