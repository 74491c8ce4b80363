import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../helpers/workspace.ts';
import { jsonLines, runCli } from './run-cli.ts';

const LIST = ['甲地桥塌了', '乙地老井喷出牛奶', '丙地通车'];

/** A workspace with two lists that share a headline, and labels of two editors. */
async function twoLists() {
  const folder = join(temporaryFolder(), 'data');
  mkdirSync(folder);
  const data = ['--data', folder];
  const file = (name: string, text: string) => {
    const path = join(folder, '..', name);
    writeFileSync(path, text);
    return path;
  };
  const line = (text: string, annotator: string, minute: number) =>
    `${JSON.stringify({ text, sensational: true, implausible: false, annotator, labelledAt: `2026-01-02T03:0${minute}:00Z` })}\n`;
  const labels = LIST.map((text, at) => line(text, '甲', at)).join('') + line('丁地涨水', '乙', 5);
  await runCli(['import', file('一.txt', LIST.join('\n')), ...data]);
  await runCli(['import', file('二.txt', `${LIST[0]}\n戊地通航`), ...data]);
  await runCli(['label', 'import', file('labels.jsonl', labels), ...data]);
  expect((await runCli(['db', 'backup', join(folder, '..', 'b.db'), ...data])).status).toBe(0);
  return { folder, data };
}

const infoOf = async (data: readonly string[]) => {
  const [info] = jsonLines((await runCli(['db', 'info', '--json', ...data])).stdout);
  return [info?.lists, info?.headlines, info?.labels];
};

it('deletes a list with the labels that only its headlines have, when asked twice', {
  timeout: 60_000,
}, async () => {
  const { folder, data } = await twoLists();
  mkdirSync(join(folder, 'backups'));
  const old = join(folder, 'backups', 'asked-2026-01-02T03-04-05-000Z.db');
  copyFileSync(join(folder, '..', 'b.db'), old);
  const asked = await runCli(['feed', 'delete', '一.txt', ...data]);
  expect([asked.status, asked.stderr]).toEqual([
    2,
    expect.stringMatching(/3 条标题、2 条标注.*现有的 1 份备份/),
  ]);
  expect(await infoOf(data)).toEqual([2, 5, 4]);
  expect((await runCli(['feed', 'delete', '没有', '--yes', ...data])).status).toBe(2);
  expect((await runCli(['feed', 'delete', '一.txt', '--yes', ...data])).status).toBe(0);
  expect(await infoOf(data)).toEqual([1, 2, 2]);
  expect((await runCli(['db', 'check', ...data])).status).toBe(0);
  const journal = readFileSync(join(folder, 'journal', 'labels-0001.jsonl'), 'utf8');
  expect([journal.includes('老井喷出牛奶'), journal.includes('甲地桥塌了')]).toEqual([false, true]);
  const [name = ''] = readdirSync(join(folder, 'backups'));
  expect(readFileSync(join(folder, 'backups', name)).includes('老井喷出牛奶')).toBe(false);
  const copy = new Database(join(folder, 'backups', name), { readonly: true });
  const count = (table: string) => copy.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
  expect([count('feed'), count('headline'), existsSync(old)]).toEqual([1, 2, false]);
  copy.close();
});

it('keeps labels when a list alone is deleted', { timeout: 60_000 }, async () => {
  const { data } = await twoLists();
  expect((await runCli(['feed', 'delete', '1', '--keep-labels', '--yes', ...data])).status).toBe(0);
  expect(await infoOf(data)).toEqual([1, 2, 4]);
});

it('forgets an editor in workspace, journal and backups', { timeout: 60_000 }, async () => {
  const { folder, data } = await twoLists();
  expect((await runCli(['label', 'forget', '--annotator', '甲', ...data])).status).toBe(2);
  expect((await runCli(['label', 'forget', '--annotator', '甲', '--yes', ...data])).status).toBe(0);
  expect(await infoOf(data)).toEqual([2, 5, 1]);
  expect((await runCli(['db', 'check', ...data])).status).toBe(0);
  expect(readFileSync(join(folder, 'journal', 'labels-0001.jsonl'), 'utf8')).not.toContain('甲');
  expect(readdirSync(join(folder, 'backups')).map((name) => name.slice(0, 16))).toEqual(['after-forgetting']);
  expect(existsSync(join(folder, '..', 'b.db'))).toBe(true);
  expect((await runCli(['label', 'forget', '--annotator', '甲', '--yes', ...data])).status).toBe(2);
});

it('finishes with the next command that writes what was ended after the deletion itself', {
  timeout: 60_000,
}, async () => {
  const { folder, data } = await twoLists();
  mkdirSync(join(folder, 'backups'));
  const db = new Database(join(folder, 'jianwen.db'));
  db.prepare("INSERT INTO desk_setting VALUES ('forgetting', ?)").run(JSON.stringify({ id: 'x', feeds: [] }));
  db.close();
  const old = join(folder, 'backups', 'asked-2026-01-02T03-04-05-000Z.db');
  copyFileSync(join(folder, '..', 'b.db'), old);
  expect((await runCli(['db', 'check', ...data])).status).toBe(0);
  expect(existsSync(old)).toBe(false);
});
