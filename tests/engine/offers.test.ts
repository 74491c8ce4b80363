import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { ImportOffer } from '#contract/import-channels.ts';
import { temporaryFolder } from '../helpers/workspace.ts';
import { EVERYTHING, startEngine, valueOf } from './start-engine.ts';

it('looks at a source, reads it another way, and stores it only when told to', async () => {
  const engine = await startEngine(temporaryFolder());
  const path = join(temporaryFolder(), '选题.csv');
  writeFileSync(path, '标题,导语,链接\n甲乙丙,子丑寅,https://e.cn/1\n,卯辰巳,\n');
  const offer: ImportOffer = valueOf(await engine.request('import.offer', { path }));
  expect(offer).toMatchObject({
    name: '选题.csv',
    look: {
      kind: 'csv',
      column: '标题',
      headlines: 1,
      rejected: 1,
      rows: [{ row: 2, text: '甲乙丙', url: 'https://e.cn/1' }],
    },
    trouble: null,
  });
  const choices = { column: '导语' };
  expect(valueOf(await engine.request('import.preview', { token: offer.token, choices }))).toMatchObject({
    look: { headlines: 2, rejected: 0 },
  });
  expect(valueOf(await engine.request('feed.list', {}))).toEqual([]);
  const stored = valueOf(await engine.request('import.store', { token: offer.token, choices: {} }));
  expect(stored).toMatchObject({
    taken: 1,
    rejected: 1,
    rejectedFile: expect.stringContaining('选题.csv.rejected.csv'),
  });
  const { rows } = valueOf(await engine.request('headline.list', { ...EVERYTHING, feedId: stored.feed.id }));
  const headlineId = rows[0]?.id as number;
  expect(valueOf(await engine.request('headline.link', { headlineId }))).toEqual({ link: 'https://e.cn/1' });
  expect((await engine.request('import.store', { token: offer.token, choices: {} })).ok).toBe(false);
  const again = valueOf(await engine.request('import.offer', { path }));
  expect(again.look?.known).toBe(true);
  valueOf(await engine.request('import.forget', { token: again.token }));
  expect((await engine.request('import.preview', { token: again.token, choices: {} })).ok).toBe(false);
});

it('waits for a choice where a source cannot be read as it is, and refuses what no choice can mend', async () => {
  const engine = await startEngine(temporaryFolder());
  const folder = temporaryFolder();
  const blank = join(folder, '空白.txt');
  writeFileSync(blank, ' \n\t\n\n');
  expect(valueOf(await engine.request('import.offer', { path: blank }))).toMatchObject({
    look: null,
    trouble: { code: 'no-headlines' },
  });
  const missing = await engine.request('import.offer', { path: join(folder, '没有.txt') });
  expect(missing).toMatchObject({ ok: false, trouble: { code: 'file-missing' } });
});
