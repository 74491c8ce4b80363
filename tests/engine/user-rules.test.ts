import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../helpers/workspace.ts';
import { EVERYTHING, startEngine, valueOf } from './start-engine.ts';

it('tells of a broken rule file and goes on, and says what a quantity is measured against', async () => {
  const folder = join(temporaryFolder(), 'data');
  mkdirSync(folder);
  writeFileSync(join(folder, 'rules.yaml'), 'rules: [');
  const engine = await startEngine(folder);
  expect(engine.first).toMatchObject({
    kind: 'trouble',
    trouble: { code: 'rules-invalid', place: { file: join(folder, 'rules.yaml') } },
  });
  const { feed } = valueOf(
    await engine.request('feed.paste', { text: '- 道长活到二百五十岁\n- 市政府召开常务会议\n' }),
  );
  const page = { ...EVERYTHING, feedId: feed.id };
  const { rows } = valueOf(await engine.request('headline.list', page));
  expect(rows[0]?.text).toBe('道长活到二百五十岁');
  const evidence = valueOf(await engine.request('headline.evidence', { headlineId: rows[0]?.id ?? 0 }));
  const part = evidence.axes.implausible.parts.find(
    (each) => each.kind === 'rule' && each.id === 'quantity-human-age',
  );
  expect(part).toMatchObject({
    detail: { zh: expect.stringContaining('0到130岁'), en: expect.stringContaining('130 years') },
  });
});
