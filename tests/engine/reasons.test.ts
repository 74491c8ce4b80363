import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { RulePointsChoice } from '#contract/reason-channels.ts';
import { temporaryFolder } from '../helpers/workspace.ts';
import { type Engine, EVERYTHING, SAMPLE, startEngine, valueOf } from './start-engine.ts';

async function rowsOf(engine: Engine) {
  const page = valueOf(await engine.request('headline.list', { ...EVERYTHING, feedId: 1 }));
  return new Map(page.rows.map(({ id, scores, text }) => [id, { ...scores, text }]));
}

async function previewOf(engine: Engine, ruleId: string, points: RulePointsChoice) {
  for (;;) {
    const job = valueOf(await engine.request('rule.preview', { feedId: 1, ruleId, points }));
    if (job.progress === 1 && job.value !== null) return job.value;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

it('changes a rule just as the preview said, and gives everything back', async () => {
  const folder = join(temporaryFolder(), 'data');
  const engine = await startEngine(folder);
  valueOf(await engine.request('feed.open', { path: SAMPLE }));
  const before = await rowsOf(engine);
  const { rules } = valueOf(await engine.request('list.facets', { feedId: 1 }));
  const rule = rules[0];
  if (rule === undefined) throw new Error('no rule hits');
  const list = (over: object) =>
    engine.request('headline.list', { ...EVERYTHING, feedId: 1, ...over }).then(valueOf);
  expect((await list({ rule: rule.id })).total).toBe(rule.count);

  const preview = await previewOf(engine, rule.id, null);
  expect([preview.headlines, preview.hits]).toEqual([84, rule.count]);
  expect(existsSync(join(folder, 'rules.yaml'))).toBe(false);
  const { changed } = valueOf(await engine.request('rule.change', { ruleId: rule.id, points: null }));
  expect(changed).toMatchObject([{ id: rule.id, points: null }]);
  expect(readFileSync(join(folder, 'rules.yaml'), 'utf8')).toContain(`{ id: ${rule.id}, off: true }`);
  const after = await rowsOf(engine);
  const moved = [...before].filter(([id, { band }]) => after.get(id)?.band !== band);
  expect(moved.length).toBe(preview.moved);
  expect(preview.examples.map(({ text }) => text).sort()).toEqual(moved.map(([, { text }]) => text).sort());
  expect((await list({ rule: rule.id })).total).toBe(0);
  const learned = valueOf(await engine.request('workspace.about', {})).model;
  await engine.kill();

  const again = await startEngine(folder);
  expect(valueOf(await again.request('workspace.about', {})).model).toBe(learned);
  expect(await rowsOf(again)).toEqual(after);
  valueOf(await again.request('rule.change', { ruleId: rule.id, points: 'shipped' }));
  expect(await rowsOf(again)).toEqual(before);
  expect(valueOf(await again.request('rule.changes', {})).changed).toEqual([]);
}, 60_000);

it('gives a rule other points, and changes nothing where the rule file is broken', async () => {
  const folder = join(temporaryFolder(), 'data');
  const engine = await startEngine(folder);
  valueOf(await engine.request('feed.paste', { text: '- 道长活到二百五十岁\n- 市政府召开常务会议\n' }));
  const ruleId = 'quantity-human-age';
  const before = await rowsOf(engine);
  const { changed } = valueOf(await engine.request('rule.change', { ruleId, points: -2 }));
  expect(changed).toMatchObject([{ id: ruleId, shipped: 3, points: -2 }]);
  const after = await rowsOf(engine);
  expect(after.get(1)?.implausible).toBeLessThan(before.get(1)?.implausible ?? 0);
  writeFileSync(join(folder, 'rules.yaml'), 'rules: [');
  expect(await engine.request('rule.change', { ruleId, points: null })).toMatchObject({
    ok: false,
    trouble: { code: 'rules-invalid' },
  });
  expect(readFileSync(join(folder, 'rules.yaml'), 'utf8')).toBe('rules: [');
  expect(await rowsOf(engine)).toEqual(after);
}, 60_000);

it('says what would change a headline, and what a kept label would give away it does not', async () => {
  const engine = await startEngine(temporaryFolder());
  valueOf(await engine.request('feed.open', { path: SAMPLE }));
  const rows = await rowsOf(engine);
  const [headlineId, first] = [...rows][0] ?? [];
  if (headlineId === undefined || first === undefined) throw new Error('no rows');
  const what = valueOf(await engine.request('reason.what-if', { headlineId }));
  expect(what.now.score).toBe(first.score);
  expect(what.parts.length).toBeGreaterThan(0);
  for (const part of what.parts) expect(part.without.score).toBeLessThanOrEqual(what.now.score);
  expect(what.ifCredible?.score).toBeLessThan(what.now.score);
  expect(await rowsOf(engine)).toEqual(rows);
});
