import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../helpers/workspace.ts';
import { EVERYTHING, startEngine, valueOf } from './start-engine.ts';

it('deletes a list and an editor’s labels while the desk is open, and nothing brings them back', {
  timeout: 60_000,
}, async () => {
  const folder = temporaryFolder();
  const engine = await startEngine(folder);
  const first = valueOf(await engine.request('feed.paste', { text: '甲地桥塌了\n乙地老井喷出牛奶' })).feed;
  const second = valueOf(await engine.request('feed.paste', { text: '丙地通车\n丁地涨水' })).feed;
  const label = { sensational: true, implausible: false };
  for (const headlineId of [1, 3]) {
    valueOf(await engine.request('editors.choose', { name: headlineId === 1 ? '甲' : '乙' }));
    const requestId = crypto.randomUUID();
    valueOf(await engine.request('label.put', { requestId, headlineId, label }));
  }
  const about = async () => valueOf(await engine.request('workspace.about', {}));
  const before = await about();

  const person = { kind: 'annotator', annotator: '甲' } as const;
  valueOf(await engine.request('backup.make', {}));
  expect(valueOf(await engine.request('forget.count', { doomed: person }))).toMatchObject({
    labels: 1,
    backups: 1,
  });
  expect((await about()).deskLabels).toBe(2);
  valueOf(await engine.request('forget.carry-out', { doomed: person }));
  expect(await about()).toMatchObject({ deskLabels: 1 });
  expect((await about()).model).not.toBe(before.model);

  const list = { kind: 'feed', feedId: second.id, withLabels: true } as const;
  valueOf(await engine.request('forget.carry-out', { doomed: list }));
  expect((await about()).deskLabels).toBe(0);
  expect(valueOf(await engine.request('feed.list', {})).map(({ id, labelled }) => [id, labelled])).toEqual([
    [first.id, 0],
  ]);
  const shown = valueOf(await engine.request('headline.list', { ...EVERYTHING, feedId: first.id }));
  expect(shown.rows).toHaveLength(2);
  const undone = await engine.request('step.undo', { requestId: crypto.randomUUID(), visible: [] });
  expect(undone).toMatchObject({ ok: false, trouble: { code: 'nothing-to-undo' } });
  expect((await about()).deskLabels).toBe(0);
});

it('shows the list that comes after the only one was deleted, though it has as many headlines', {
  timeout: 60_000,
}, async () => {
  const engine = await startEngine(temporaryFolder());
  const paste = async (text: string) => valueOf(await engine.request('feed.paste', { text })).feed.id;
  const search = async (feedId: number, text: string) => {
    const page = valueOf(await engine.request('headline.list', { ...EVERYTHING, feedId, search: text }));
    return page.rows.map((row) => row.text);
  };
  const first = await paste('甲地桥塌了\n乙地老井喷出牛奶');
  expect(await search(first, '牛奶')).toEqual(['乙地老井喷出牛奶']);
  const list = { kind: 'feed', feedId: first, withLabels: true } as const;
  valueOf(await engine.request('forget.carry-out', { doomed: list }));
  const second = await paste('丙地通车\n丁地涨水');
  expect(second).toBe(first);
  expect(await search(second, '牛奶')).toEqual([]);
  expect(await search(second, '涨水')).toEqual(['丁地涨水']);
});

it('leaves no byte of a list of 3,000 headlines while the desk is open, and its lists can be read meanwhile', {
  timeout: 120_000,
}, async () => {
  const folder = temporaryFolder();
  const engine = await startEngine(folder);
  const listOf = (name: string, count: number) =>
    Array.from({ length: count }, (_, at) => `${name}第${at}号：提取DNA定制恐龙${at * 7}次`).join('\n');
  const first = valueOf(await engine.request('feed.paste', { text: listOf('绝密', 3_000) })).feed;
  const second = valueOf(await engine.request('feed.paste', { text: listOf('寻常', 500) })).feed;
  const label = { sensational: true, implausible: false };
  for (let at = 0; at < 60; at += 1) {
    const headlineId = 1 + at * 40;
    const requestId = crypto.randomUUID();
    valueOf(await engine.request('label.put', { requestId, headlineId, label }));
  }
  const list = { kind: 'feed', feedId: first.id, withLabels: true } as const;
  const gone = engine.request('forget.carry-out', { doomed: list });
  const shown = valueOf(await engine.request('headline.list', { ...EVERYTHING, feedId: second.id }));
  expect(shown.total).toBe(500);
  valueOf(await gone);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  expect(files.some((file) => file.includes('after-forgetting'))).toBe(true);
  expect(files.filter((file) => readFileSync(file).includes('绝密第'))).toEqual([]);
});
