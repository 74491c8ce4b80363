import { expect, it } from 'vitest';
import { temporaryFolder } from '../helpers/workspace.ts';
import { startEngine, valueOf } from './start-engine.ts';

it('opens one desk a workspace: the second says so and stops, and the next one after a kill has every label', async () => {
  const folder = temporaryFolder();
  const first = await startEngine(folder);
  valueOf(await first.request('feed.paste', { text: '提取DNA定制专属“恐龙宠物”' }));

  const second = await startEngine(folder);
  expect(second.first).toMatchObject({
    kind: 'failed',
    trouble: { code: 'store-busy', place: { file: folder } },
  });

  const label = { sensational: false, implausible: true };
  const request = { requestId: crypto.randomUUID(), headlineId: 1, label };
  valueOf(await first.request('label.put', request));
  await first.kill();

  const third = await startEngine(folder);
  expect(third.first).toEqual({ kind: 'ready' });
  expect(valueOf(await third.request('workspace.about', {}))).toMatchObject({ deskLabels: 1 });
}, 60_000);
