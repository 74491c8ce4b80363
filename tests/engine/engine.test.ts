import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, vi } from 'vitest';
import type { HeadlinePage } from '#contract/views.ts';
import { NUMBERS_APART } from '../../electron/engine/lists/given-lists.ts';
import { runCli } from '../cli/run-cli.ts';
import { temporaryFolder } from '../helpers/workspace.ts';
import { type Engine, EVERYTHING, SAMPLE, startEngine, valueOf } from './start-engine.ts';

const IMPLAUSIBLE = { sensational: false, implausible: true };

async function openSample(engine: Engine): Promise<HeadlinePage> {
  const { feed } = valueOf(await engine.request('feed.open', { path: SAMPLE }));
  return valueOf(await engine.request('headline.list', { ...EVERYTHING, feedId: feed.id }));
}

function firstPage(engine: Engine, search = ''): Promise<HeadlinePage> {
  return engine.request('headline.list', { ...EVERYTHING, feedId: 1, search }).then(valueOf);
}

async function foldedTotal(engine: Engine): Promise<number> {
  const page = await engine.request('headline.list', { ...EVERYTHING, feedId: 1, fold: true });
  return valueOf(page).total;
}

function within<T>(file: string, work: (db: Database.Database) => T): T {
  const db = new Database(file);
  try {
    return work(db);
  } finally {
    db.close();
  }
}

describe('the engine', () => {
  it('opens the sample once, sorted by score, with evidence that adds up', async () => {
    const engine = await startEngine(temporaryFolder());
    const page = await openSample(engine);
    expect(page.total).toBe(84);
    const scores = page.rows.map((row) => row.scores.score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(valueOf(await engine.request('feed.open', { path: SAMPLE }))).toMatchObject({ known: true });
    for (const row of page.rows.slice(0, 10)) {
      const detail = valueOf(await engine.request('headline.evidence', { headlineId: row.id }));
      for (const axis of Object.values(detail.axes)) {
        expect(axis.parts.reduce((sum, part) => sum + part.logOdds, 0)).toBe(axis.logOdds);
      }
    }
  });

  it('pages through a feed without gaps or repeats', async () => {
    const engine = await startEngine(temporaryFolder());
    const whole = await openSample(engine);
    const paged: number[] = [];
    for (let from = 0; from < whole.total; from += 9) {
      const { listId } = whole;
      const page = valueOf(
        await engine.request('headline.list', { ...EVERYTHING, feedId: 1, listId, from, limit: 9 }),
      );
      expect(page).toMatchObject({ listId, from, total: 84 });
      paged.push(...page.rows.map((row) => row.id));
    }
    expect(paged).toEqual(whole.rows.map((row) => row.id));
  });

  it('opens the list that the window will show before it is asked for it, or else the newest', async () => {
    const folder = temporaryFolder();
    const engine = await startEngine(folder);
    const asFirst = await openSample(engine);
    await engine.kill();
    for (const first of ['all', '999']) {
      const warm = await startEngine(folder, first);
      // Lists are numbered as they are made: soon one has been made that was not asked for here.
      const made = ({ listId }: { listId: number }) => listId % NUMBERS_APART;
      let asked = 1;
      let page = await firstPage(warm);
      for (; made(page) === asked && asked < 50; asked += 1) page = await firstPage(warm);
      expect({ ...page, listId: made(page) }).toEqual({ ...asFirst, listId: asked + 1 });
      await warm.kill();
    }
  });

  it('gives no number to a list that the engine before it gave', async () => {
    const folder = temporaryFolder();
    const before = await startEngine(folder);
    const numbers = [(await openSample(before)).listId, (await firstPage(before)).listId];
    await before.kill();
    const after = await startEngine(folder);
    const listId = numbers[1] as number;
    const page = await after.request('headline.list', { ...EVERYTHING, feedId: 1, listId });
    expect(numbers).not.toContain(valueOf(page).listId);
  });

  it('keeps the stories of a list, and finds them anew where they were not kept', async () => {
    const folder = temporaryFolder();
    const before = await startEngine(folder);
    await openSample(before);
    await before.kill();
    const file = join(folder, 'jianwen.db');
    const stories = (): Buffer | undefined =>
      within(file, (db) => db.prepare('SELECT data FROM feed_story').pluck().get()) as Buffer | undefined;
    const kept = stories();

    within(file, (db) => db.exec('DELETE FROM feed_story'));
    const again = await startEngine(folder);
    const folded = await foldedTotal(again);
    expect(folded).toBeLessThan(84);
    await vi.waitUntil(() => stories() !== undefined, 10_000);
    expect(stories()).toEqual(kept);
    await again.kill();

    const [method = 0, size = 0] = new Int32Array(Uint8Array.from(kept ?? []).buffer);
    const none = Buffer.from(Int32Array.of(method, size).buffer);
    within(file, (db) => db.prepare('UPDATE feed_story SET data = ?').run(none));
    expect(await foldedTotal(await startEngine(folder))).toBe(84);
  });

  it('finds headlines by words of any length, by several words and by English stems', async () => {
    const engine = await startEngine(temporaryFolder());
    await engine.request('feed.paste', {
      text: '恐龙基因实验室开放\nScientists discovered a bridge\n市政府发布\n',
    });
    const found = async (search: string): Promise<string[]> =>
      (await firstPage(engine, search)).rows.map((row) => row.text);
    expect(await found('实验 恐龙')).toEqual(['恐龙基因实验室开放']);
    expect(await found('discover bridges')).toEqual(['Scientists discovered a bridge']);
    expect(await found('府发')).toEqual(['市政府发布']);
    expect(await found('布')).toEqual(['市政府发布']);
    expect(await found('放 Ｓ')).toEqual([]);
    expect(await found('"* OR')).toEqual([]);
  });

  it('keeps an acknowledged label through SIGKILL, counts included', async () => {
    const folder = temporaryFolder();
    const before = await startEngine(folder);
    const target = (await openSample(before)).rows[20];
    if (!target) throw new Error('no row');
    const saved = valueOf(
      await before.request('label.put', {
        requestId: crypto.randomUUID(),
        headlineId: target.id,
        label: IMPLAUSIBLE,
      }),
    );
    await before.kill();
    expect(saved.row.scores.implausible).toBeGreaterThan(target.scores.implausible);
    const after = await startEngine(folder);
    const row = (await firstPage(after)).rows.find(({ id }) => id === target.id);
    expect(row?.label).toEqual(IMPLAUSIBLE);
    // Opening calibrates to what was learned; the counts are the same, the scale moves a little.
    expect(row?.scores.implausible).toBeCloseTo(saved.row.scores.implausible, 2);
  });

  it('takes a repeated request for the same one, and undoes with the learning', async () => {
    const engine = await startEngine(temporaryFolder());
    const page = await openSample(engine);
    const ids = page.rows.map((row) => row.id).slice(0, 50);
    const put = {
      requestId: crypto.randomUUID(),
      headlineId: ids[3] as number,
      label: IMPLAUSIBLE,
    };
    const first = valueOf(await engine.request('label.put', put));
    expect(valueOf(await engine.request('label.put', put))).toEqual(first);
    const asked = [...ids, put.headlineId, 999_999];
    const renewed = valueOf(await engine.request('headline.rows', { headlineIds: asked }));
    expect(renewed.map(({ id }) => id)).toEqual(ids);
    expect(renewed[3]).toEqual(first.row);
    const listed = new Map((await firstPage(engine)).rows.map((row) => [row.id, row]));
    expect(renewed).toEqual(ids.map((id) => listed.get(id)));
    const undone = valueOf(
      await engine.request('step.undo', { requestId: crypto.randomUUID(), visible: ids }),
    );
    const shown = new Map(undone.rows.map((row) => [row.id, row]));
    expect(ids.map((id) => shown.get(id)?.scores)).toEqual(page.rows.slice(0, 50).map((row) => row.scores));
    const again = await engine.request('step.undo', { requestId: crypto.randomUUID(), visible: [] });
    expect(again).toMatchObject({ ok: false, trouble: { code: 'nothing-to-undo' } });
  });

  it('goes back to the row it was asked from, though the headline stands in a newer list too', async () => {
    const engine = await startEngine(temporaryFolder());
    const page = await openSample(engine);
    const target = page.rows[2];
    if (!target) throw new Error('no row');
    await engine.request('feed.paste', { text: `${target.text}\n另一条标题\n` });
    const put = {
      requestId: crypto.randomUUID(),
      headlineId: target.id,
      label: IMPLAUSIBLE,
    };
    await engine.request('label.put', put);
    const undone = valueOf(
      await engine.request('step.undo', { requestId: crypto.randomUUID(), visible: [target.id] }),
    );
    expect(undone).toMatchObject({
      place: { feedId: 1, headlineId: target.id },
      changes: [{ kind: 'label' }],
    });
    expect(undone.rows.find(({ id }) => id === target.id)?.label).toBeNull();
  });

  it('exports labels that make the same model elsewhere, whatever was calibrated on the way', {
    timeout: 60_000,
  }, async () => {
    const [first, second] = [temporaryFolder(), temporaryFolder()];
    const engine = await startEngine(first);
    const page = await openSample(engine);
    for (const [at, row] of page.rows.slice(0, 40).entries()) {
      const label = { sensational: at % 3 === 0, implausible: at % 4 === 0 };
      valueOf(
        await engine.request('label.put', {
          requestId: crypto.randomUUID(),
          headlineId: row.id,
          label,
        }),
      );
    }
    const path = join(temporaryFolder(), 'out.jsonl');
    valueOf(await engine.request('label.export', { path, choice: { format: 'jianwen' } }));
    await engine.kill();
    expect((await runCli(['label', 'import', path, '--data', second])).status).toBe(0);
    const scores = async (data: string): Promise<string> => {
      const { stdout } = await runCli(['score', SAMPLE, '--data', data, '--model', 'workspace', '--explain']);
      return stdout.replaceAll(/"model":"[^"]*"/g, '');
    };
    expect(await scores(second)).toBe(await scores(first));
  });

  it('is opened by six at once like by one', { timeout: 60_000 }, async () => {
    const folder = join(temporaryFolder(), 'data');
    const labels = join(temporaryFolder(), 'labels.jsonl');
    writeFileSync(
      labels,
      `${JSON.stringify({ text: '桥', ...IMPLAUSIBLE, labelledAt: '2026-01-02T03:04:05Z' })}\n`,
    );
    const runs = await Promise.all(
      Array.from({ length: 6 }, () => runCli(['label', 'import', labels, '--data', folder])),
    );
    expect(runs.map(({ status }) => status)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(runs.filter(({ stderr }) => stderr.includes('新学 1 条'))).toHaveLength(1);
    const alone = join(temporaryFolder(), 'data');
    await runCli(['label', 'import', labels, '--data', alone]);
    const events = (data: string): unknown =>
      new Database(join(data, 'jianwen.db')).prepare('SELECT count(*) FROM label_event').pluck().get();
    expect(events(folder)).toBe(events(alone));
  });

  it('shows the other headline of a story and where the two contradict each other', async () => {
    const engine = await startEngine(temporaryFolder());
    const page = await openSample(engine);
    const of = (start: string): HeadlinePage['rows'][number] | undefined =>
      page.rows.find(({ text }) => text.startsWith(start));
    const [five, six, alone] = [of('退耕还林补贴拖欠5年'), of('退耕还林补贴拖欠6年'), of('侏罗纪小镇')];
    if (!five || !six || !alone) throw new Error('not in the sample');
    const { cluster } = valueOf(await engine.request('headline.evidence', { headlineId: five.id }));
    const [other] = cluster?.others ?? [];
    expect([cluster?.size, other?.id]).toEqual([2, six.id]);
    const found = other?.contradictions.map(({ kind, here, there }) => [
      kind,
      five.text.slice(here.start, here.end),
      six.text.slice(there.start, there.end),
    ]);
    expect(found).toEqual([['number', '5年', '6年']]);
    expect(valueOf(await engine.request('headline.evidence', { headlineId: alone.id })).cluster).toBeNull();
  });

  it('sees labels that the command line learned meanwhile', async () => {
    const folder = temporaryFolder();
    const engine = await startEngine(folder);
    const page = await openSample(engine);
    const target = page.rows.at(-1)?.text as string;
    const labels = join(temporaryFolder(), 'labels.jsonl');
    writeFileSync(labels, `${JSON.stringify({ text: target, ...IMPLAUSIBLE })}\n`);
    expect((await runCli(['label', 'import', labels, '--data', folder])).status).toBe(0);
    const row = (await firstPage(engine)).rows.find(({ text }) => text === target);
    expect(row?.label).toEqual(IMPLAUSIBLE);
    expect(row?.scores.implausible).toBeGreaterThan(page.rows.at(-1)?.scores.implausible as number);
  });

  it('writes the labels of the desk', async () => {
    const engine = await startEngine(temporaryFolder());
    const page = await openSample(engine);
    const request = {
      requestId: crypto.randomUUID(),
      headlineId: page.rows[0]?.id as number,
      label: IMPLAUSIBLE,
    };
    await engine.request('label.put', request);
    const path = join(temporaryFolder(), 'out.jsonl');
    expect(valueOf(await engine.request('label.export', { path, choice: { format: 'jianwen' } }))).toEqual({
      path,
      labels: 1,
    });
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({
      text: page.rows[0]?.text,
      ...IMPLAUSIBLE,
    });
  });

  it('reads a list in the national encoding', async () => {
    const path = join(temporaryFolder(), 'gbk.txt');
    writeFileSync(path, Buffer.from([0xb1, 0xea, 0xcc, 0xe2]));
    const engine = await startEngine(temporaryFolder());
    const { feed } = valueOf(await engine.request('feed.open', { path }));
    const page = valueOf(await engine.request('headline.list', { ...EVERYTHING, feedId: feed.id }));
    expect(page.rows.map(({ text }) => text)).toEqual(['标题']);
  });

  it.each([
    ['missing', '/nonexistent/list.txt', undefined, 'file-missing'],
    ['empty', 'empty.txt', '', 'file-empty'],
    ['without headlines', 'prose.txt', '这是一段正文。它有好几句话。还有一句。'.repeat(9), 'no-headlines'],
    ['with a NUL', 'nul.txt', '标题\n坏\0的', 'file-has-nul'],
    ['of one endless line', 'long.txt', '长'.repeat(17_000_000), 'line-too-long'],
  ] as const)('refuses a file that is %s by name and stores nothing', async (_, name, content, code) => {
    const folder = temporaryFolder();
    const path = content === undefined ? name : join(folder, name);
    if (content !== undefined) writeFileSync(path, content);
    const engine = await startEngine(join(folder, 'data'));
    expect(await engine.request('feed.open', { path })).toMatchObject({
      ok: false,
      trouble: { code, place: { file: path } },
    });
    expect(await engine.request('feed.list', {})).toEqual({ ok: true, value: [] });
  });

  it.each([
    [
      'a damaged database',
      (folder: string) => writeFileSync(join(folder, 'jianwen.db'), 'x'.repeat(9000)),
      'store-damaged',
    ],
    [
      'a folder in the database’s place',
      (folder: string) => mkdirSync(join(folder, 'jianwen.db')),
      'store-unwritable',
    ],
  ] as const)('says that it cannot open %s', async (_, prepare, code) => {
    const folder = temporaryFolder();
    prepare(folder);
    const kind = code === 'store-damaged' ? 'damaged' : 'failed';
    expect((await startEngine(folder)).first).toMatchObject({ kind, trouble: { code } });
  });

  // Not even the superuser can make a folder there.
  it.runIf(process.platform === 'linux')('says that a data folder cannot be written', async () => {
    const { first } = await startEngine('/sys/jianwen');
    expect(first).toMatchObject({ kind: 'failed', trouble: { code: 'store-unwritable' } });
  });
});
