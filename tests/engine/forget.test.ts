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
    valueOf(await engine.request('label.put', { requestId, headlineId, label, visible: [] }));
  }
  const about = async () => valueOf(await engine.request('workspace.about', {}));
  const before = await about();

  const person = { kind: 'annotator', annotator: '甲' } as const;
  expect(valueOf(await engine.request('forget.count', { doomed: person }))).toMatchObject({ labels: 1 });
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
