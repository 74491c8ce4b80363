import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { DATABASE_NAME } from '#classifier/store/database-name.ts';
import type { ImportProgress } from '#contract/events.ts';
import { temporaryFolder } from '../helpers/workspace.ts';
import { type Engine, EVERYTHING, startEngine, valueOf } from './start-engine.ts';

const DEEDS = ['发布新规', '召开会议', '发现恐龙', '震惊世人', '新修大桥', '拖欠工资', '涨价三成', '辟谣'];
const PLACES = ['自贡', '荣县', '富顺', '大安', '贡井', '沿滩', '市政府', '村民'];
const COUNT = 12_000;

function writeLongList(folder: string): string {
  const path = join(folder, '长清单.txt');
  const lines = Array.from(
    { length: COUNT },
    (_, at) => `${PLACES[at % 8]}${DEEDS[Math.floor(at / 8) % 8]}第${at.toString(36)}号称呼甲乙丙丁`,
  );
  writeFileSync(path, lines.join('\n'));
  return path;
}

function firstRows(engine: Engine, feedId: number, over: Partial<typeof EVERYTHING> = {}) {
  return engine.request('headline.list', { ...EVERYTHING, feedId, ...over }).then(valueOf);
}

async function until(engine: Engine, holds: (progress: ImportProgress) => boolean): Promise<void> {
  for (let turn = 0; turn < 2000; turn += 1) {
    const last = engine.events.findLast(({ name }) => name === 'import.progress');
    if (last?.name === 'import.progress' && last.payload !== null && holds(last.payload)) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error('The import did not come so far.');
}

it('imports a long list by a thread, tells how far it is, and takes labels meanwhile', {
  timeout: 60_000,
}, async () => {
  const engine = await startEngine(temporaryFolder());
  const small = valueOf(await engine.request('feed.paste', { text: '- 恐龙宠物\n- 桥塌了' }));
  const [row] = (await firstRows(engine, small.feed.id)).rows;
  const opening = engine.request('feed.open', { path: writeLongList(temporaryFolder()) });
  await until(engine, () => true);
  const label = { sensational: true, implausible: false };
  const put = { requestId: crypto.randomUUID(), headlineId: row?.id ?? 0, label };
  valueOf(await engine.request('label.put', put));
  expect(valueOf(await engine.request('feed.list', {}))).toHaveLength(1);
  const { feed, taken, known } = valueOf(await opening);
  expect({ taken, known }).toEqual({ taken: COUNT, known: false });
  expect(engine.events.filter(({ name }) => name === 'import.progress').at(-1)?.payload).toBeNull();

  const page = await firstRows(engine, feed.id);
  expect(page).toMatchObject({ total: COUNT, from: 0 });
  const last = await firstRows(engine, feed.id, { listId: page.listId, from: COUNT - 100 });
  expect(last.rows).toHaveLength(100);
  const scores = [...page.rows, ...last.rows].map((one) => one.scores.score);
  expect(scores.slice(0, 100).every((one) => one >= (scores[199] as number))).toBe(true);
  const found = await firstRows(engine, feed.id, { search: '恐龙 第8' });
  expect(found.total).toBeGreaterThan(0);
  for (const { text } of found.rows) expect(text).toMatch(/恐龙.*第8/);
});

it.each(['cancelled', 'killed'])(
  'keeps nothing of an import that is %s, and can begin again',
  { timeout: 60_000 },
  async (how) => {
    const folder = temporaryFolder();
    const path = writeLongList(temporaryFolder());
    let engine = await startEngine(folder);
    const opening = engine.request('feed.open', { path });
    await until(engine, ({ done }) => done > 0);
    if (how === 'cancelled') {
      valueOf(await engine.request('import.cancel', {}));
      expect(await opening).toMatchObject({ ok: false, trouble: { code: 'cancelled' } });
    } else {
      await engine.kill();
      engine = await startEngine(folder);
    }
    expect(valueOf(await engine.request('feed.list', {}))).toEqual([]);
    const { feed, known } = valueOf(await engine.request('feed.open', { path }));
    expect(known).toBe(false);
    expect(feed.headlines).toBe(COUNT);
    expect((await firstRows(engine, feed.id)).total).toBe(COUNT);
    expect(valueOf(await engine.request('feed.open', { path })).known).toBe(true);
  },
);

it('removes what it has stored of an import that ends in an error, while the desk stays open', {
  timeout: 60_000,
}, async () => {
  const folder = temporaryFolder();
  const engine = await startEngine(folder);
  const db = new Database(join(folder, DATABASE_NAME));
  onTestFinished(() => void db.close());
  db.exec(
    `CREATE TRIGGER full BEFORE INSERT ON feed_block WHEN NEW.kind = 'scores'
     BEGIN SELECT RAISE(ABORT, 'full'); END`,
  );
  const path = writeLongList(temporaryFolder());
  expect(await engine.request('feed.open', { path })).toMatchObject({
    ok: false,
    trouble: { code: 'store-failed' },
  });
  db.exec('DROP TRIGGER full');
  valueOf(await engine.request('feed.paste', { text: '甲地桥塌了\n乙地通车' }));
  expect(db.prepare('SELECT count(*) FROM feed WHERE staged = 1').pluck().get()).toBe(0);
  expect(db.prepare('SELECT count(*) FROM headline').pluck().get()).toBe(2);
});

it('keeps the order that the window was given, and says when the scores would put it otherwise', {
  timeout: 60_000,
}, async () => {
  const engine = await startEngine(temporaryFolder());
  const text = Array.from({ length: 300 }, (_, at) => `- ${PLACES[at % 8]}${DEEDS[at % 7]}第${at}号`).join(
    '\n',
  );
  const { feed } = valueOf(await engine.request('feed.paste', { text }));
  const page = await firstRows(engine, feed.id);
  for (const row of page.rows.slice(0, 5)) {
    const label = { sensational: false, implausible: false };
    const put = { requestId: crypto.randomUUID(), headlineId: row.id, label };
    const saved = valueOf(await engine.request('label.put', put));
    expect(saved.row.id).toBe(row.id);
  }
  const same = await firstRows(engine, feed.id, { listId: page.listId });
  expect(same.rows.map(({ id }) => id)).toEqual(page.rows.map(({ id }) => id));
  const outdated = () =>
    engine.events.some(
      ({ name, payload }) => name === 'list.rescored' && payload.outdated.includes(page.listId),
    );
  for (let turn = 0; turn < 1000 && !outdated(); turn += 1)
    await new Promise((resolve) => setTimeout(resolve, 10));
  expect(outdated()).toBe(true);
  const keep = page.rows[0]?.id ?? 0;
  const anew = await firstRows(engine, feed.id, { keep });
  expect(anew.listId).not.toBe(page.listId);
  expect(anew.keptAt).toBeGreaterThan(0);
  const kept = await firstRows(engine, feed.id, { listId: anew.listId, from: anew.keptAt, limit: 1 });
  expect(kept.rows[0]?.id).toBe(keep);
});
