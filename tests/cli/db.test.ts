import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../helpers/workspace.ts';
import { jsonLines, runCli } from './run-cli.ts';

const label = (text: string): string =>
  `${JSON.stringify({ text, sensational: true, implausible: false, annotator: '甲', labelledAt: '2026-01-02T03:04:05.000Z' })}\n`;

async function workspaceWith(
  ...texts: readonly string[]
): Promise<{ folder: string; data: readonly string[] }> {
  const folder = join(temporaryFolder(), 'data');
  mkdirSync(folder);
  await learn(folder, ...texts);
  return { folder, data: ['--data', folder] };
}

async function learn(folder: string, ...texts: readonly string[]): Promise<void> {
  const file = join(folder, 'labels.jsonl');
  writeFileSync(file, texts.map(label).join(''));
  expect((await runCli(['label', 'import', file, '--data', folder])).status).toBe(0);
}

async function labelsOf(folder: string): Promise<number> {
  const [info] = jsonLines((await runCli(['db', 'info', '--json', '--data', folder])).stdout);
  return info?.labels as number;
}

describe('jianwen db', () => {
  it('backs up, restores and keeps what was there before', async () => {
    const { folder, data } = await workspaceWith('蜀道奇观云上看');
    const backup = join(folder, '..', 'backup.db');
    expect((await runCli(['db', 'backup', backup, ...data])).status).toBe(0);
    await learn(folder, '老井喷出牛奶');
    expect(await labelsOf(folder)).toBe(2);
    const restored = await runCli(['db', 'restore', backup, ...data]);
    expect([restored.status, restored.stderr]).toEqual([0, expect.stringContaining('before-restore-')]);
    expect(await labelsOf(folder)).toBe(1);
    expect((await runCli(['db', 'check', ...data])).status).toBe(0);
    const [kept = ''] = readdirSync(join(folder, 'backups'));
    expect((await runCli(['db', 'restore', join(folder, 'backups', kept), ...data])).status).toBe(0);
    expect(await labelsOf(folder)).toBe(2);
    expect((await runCli(['db', 'compact', ...data])).stderr).toMatch(/MB → .* MB/);
    expect(await labelsOf(folder)).toBe(2);
    expect(readdirSync(join(folder, '..')).sort()).toEqual(['backup.db', 'data']);
  });

  it('restores into an empty folder', async () => {
    const { folder, data } = await workspaceWith('蜀道奇观云上看');
    const backup = join(folder, '..', 'backup.db');
    await runCli(['db', 'backup', backup, ...data]);
    const elsewhere = join(temporaryFolder(), 'new');
    expect((await runCli(['db', 'restore', backup, '--data', elsewhere])).status).toBe(0);
    expect(await labelsOf(elsewhere)).toBe(1);
    expect(existsSync(join(elsewhere, 'backups'))).toBe(false);
  });

  it('uses no backup that is not sound, and changes nothing then', async () => {
    const { folder, data } = await workspaceWith('蜀道奇观云上看');
    const backup = join(folder, '..', 'backup.db');
    await runCli(['db', 'backup', backup, ...data]);
    const bytes = readFileSync(backup);
    const bad = join(folder, '..', 'bad.db');
    const refusal = async (content: Uint8Array | string): Promise<string> => {
      writeFileSync(bad, content);
      const { status, stderr } = await runCli(['db', 'restore', bad, ...data]);
      expect([status, await labelsOf(folder)]).toEqual([2, 1]);
      return stderr;
    };
    expect(await refusal('')).toMatch(/不是完好的/);
    expect(await refusal('not a database, just a text that is long enough to be read as one')).toMatch(
      /bad\.db|损坏/,
    );
    expect(await refusal(bytes.subarray(0, bytes.length / 2))).toMatch(/bad\.db|损坏/);
    const holed = Buffer.from(bytes);
    holed.fill(0xff, 3 * 4096, 40 * 4096);
    expect(await refusal(holed)).toMatch(/bad\.db|损坏/);
    const newer = new Database(backup);
    newer.pragma('user_version = 99999');
    newer.close();
    expect(await refusal(readFileSync(backup))).toMatch(/更新版本/);
    expect((await runCli(['db', 'restore', join(folder, 'gone.db'), ...data])).status).toBe(2);
    expect(readdirSync(folder).filter((name) => name.includes('restoring'))).toEqual([]);
  });

  it('does not restore under a window that is open', async () => {
    const { folder, data } = await workspaceWith('蜀道奇观云上看');
    const backup = join(folder, '..', 'backup.db');
    await runCli(['db', 'backup', backup, ...data]);
    const other = new Database(join(folder, 'jianwen.db'));
    other.prepare('SELECT count(*) FROM label_event').get();
    const { status, stderr } = await runCli(['db', 'restore', backup, ...data]);
    expect([status, stderr]).toEqual([2, expect.stringContaining('正在使用')]);
    expect((await runCli(['db', 'backup', backup, ...data])).status).toBe(0);
    other.close();
  });

  it('finds counts that are not those of the labels, and damage', async () => {
    const { folder, data } = await workspaceWith('蜀道奇观云上看');
    const db = new Database(join(folder, 'jianwen.db'));
    const [table] = db
      .prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE 'model%count%' OR name LIKE '%gram%'",
      )
      .pluck()
      .all() as string[];
    db.exec(`DELETE FROM ${table} WHERE rowid IN (SELECT rowid FROM ${table} LIMIT 1)`);
    db.close();
    const { status, stderr } = await runCli(['db', 'check', ...data]);
    expect([status, stderr]).toEqual([1, expect.stringContaining('jianwen db recount')]);
    expect((await runCli(['db', 'recount', ...data])).status).toBe(0);
    expect((await runCli(['db', 'check', ...data])).status).toBe(0);
    expect(await labelsOf(folder)).toBe(1);
  });

  it('reads the labels out of a database whose header is gone, for another workspace to learn', async () => {
    const { folder } = await workspaceWith('蜀道奇观云上看', '老井喷出牛奶');
    const file = join(folder, 'jianwen.db');
    writeFileSync(file, Buffer.concat([Buffer.alloc(100, 7), readFileSync(file).subarray(100)]));
    const damaged = readFileSync(file);
    const piped = await runCli(['db', 'salvage', file]);
    expect([piped.status, piped.stderr]).toEqual([0, expect.stringContaining('2 条，缺 0 条')]);
    expect(jsonLines(piped.stdout).map(({ text }) => text)).toEqual(['蜀道奇观云上看', '老井喷出牛奶']);
    const out = join(folder, '..', 'salvaged.jsonl');
    expect((await runCli(['db', 'salvage', file, '--out', out])).status).toBe(0);
    expect(readFileSync(out, 'utf8')).toBe(piped.stdout);
    const fresh = join(folder, '..', 'fresh');
    expect((await runCli(['label', 'import', out, '--data', fresh])).status).toBe(0);
    expect(await labelsOf(fresh)).toBe(2);
    expect((await runCli(['db', 'salvage', file, '--out', file])).status).toBe(2);
    expect(readFileSync(file).equals(damaged)).toBe(true);
  }, 60_000);

  it('finds nothing in a file that is no database, and says so', async () => {
    const file = join(temporaryFolder(), 'text.db');
    writeFileSync(file, 'no database '.repeat(1000));
    const { status, stdout, stderr } = await runCli(['db', 'salvage', file]);
    expect([status, stdout, stderr]).toEqual([1, '', expect.stringContaining('0 条')]);
    const missing = await runCli(['db', 'salvage', `${file}x`]);
    expect([missing.status, missing.stderr]).toEqual([2, expect.stringMatching(/没有这个/)]);
  });

  it('says where there is nothing', async () => {
    for (const args of [['info'], ['check'], ['recount'], ['compact'], ['backup', 'x.db']])
      expect((await runCli(['db', ...args, '--data', '/nonexistent/here'])).status).toBe(2);
  });
});
