import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { EngineEvent } from '#contract/events.ts';
import { type EngineProcess, EVERYTHING, forkEngine, memoryOf, speakTo, valueOf } from '../engine-process.ts';
import { composedTexts, writeLines } from './bench-files.ts';
import { readSources } from './corpus.ts';
import { type Figure, figureTable } from './figure.ts';
import { percentile } from './statistics.ts';

/** `node scripts/bench/store.ts [--rows N] [--quick] [--json]`: the built engine with a long list, as the window uses it. */

const ROOT = dirname(dirname(import.meta.dirname));
const WORDS = ['龙', '的', '恐龙', '发现', '村民', '市政府', '恐龙宠物', 'dna', 'covid'];

/** An engine, and its next event of a name. */
interface Engine extends EngineProcess {
  readonly child: ChildProcess;
  event(name: EngineEvent['name']): Promise<void>;
}

const { values: options } = parseArgs({
  options: { rows: { type: 'string' }, quick: { type: 'boolean' }, json: { type: 'boolean' } },
});
const rows = Number(options.rows ?? (options.quick ? 100_000 : 1_000_000));
const folder = mkdtempSync(join(tmpdir(), 'jianwen-bench-store-'));
try {
  const figures = await measure();
  if (options.json) for (const figure of figures) console.log(JSON.stringify(figure));
  else console.log(figureTable(figures));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measure(): Promise<Figure[]> {
  const file = join(folder, 'list.txt');
  const texts = [...composedTexts(readSources(ROOT), rows)];
  writeLines(file, texts);
  const figures: Figure[] = [];
  const add = (what: string, unit: Figure['unit'], value: number, atMost?: number) =>
    figures.push({ what, unit, values: [value], ...(atMost === undefined ? {} : { goal: { atMost } }) });
  const name = rows.toLocaleString('en');

  let engine = await startEngine();
  const small = valueOf(await engine.request('feed.paste', { text: texts.slice(0, 60).join('\n') }));
  const page = valueOf(await engine.request('headline.list', { ...EVERYTHING, feedId: small.feed.id }));
  const importing = clock();
  let imported = false;
  const opened = engine.request('feed.open', { path: file }).finally(() => {
    imported = true;
  });
  const during: number[] = [];
  for (let at = 0; !imported; at += 1) {
    during.push(await label(engine, page.rows[at % page.rows.length]?.id ?? 1, at));
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const { feed } = valueOf(await opened);
  add(`import of ${name} headlines with scores`, 's', importing() / 1000, rows >= 1_000_000 ? 20 : 5);
  add('label while importing, p99', 'ms', percentile(during, 99), 30);

  const feedId = feed.id;
  const list = (over: Partial<typeof EVERYTHING>) =>
    engine.request('headline.list', { ...EVERYTHING, feedId, ...over }).then(valueOf);
  add('first page after the import', 'ms', await timed(() => list({})), 50);
  valueOf(await engine.request('workspace.about', {}));
  await engine.kill();
  engine = await startEngine();
  add('first page after a start', 'ms', await timed(() => list({})));

  const { listId, total } = await list({});
  const places = Array.from({ length: 100 }, (_, at) => Math.floor((at / 100) * total));
  const paging = await times(places, (from) => list({ listId, from }));
  add('page anywhere in the list, p95', 'ms', percentile(paging, 95), 50);
  for (const by of ['sensational', 'implausible', 'position', 'text', 'label', 'useful'] as const) {
    const sort = { by, falling: by !== 'text' };
    add(`sort by ${by}, first page`, 'ms', await timed(() => list({ sort })), 100);
  }
  const filters = [
    { band: 'flag' },
    { band: 'unsure' },
    { axis: 'implausible' },
    { labelled: true },
  ] as const;
  const repeated = [...filters, ...filters, ...filters, ...filters, ...filters];
  const filtering = await times(repeated, (filter) => list(filter));
  add('filter, p50', 'ms', percentile(filtering, 50));
  add('filter, p95', 'ms', percentile(filtering, 95), 100);
  for (const length of [1, 2, 3, 4]) {
    const words = WORDS.filter((word) => Math.min(4, word.length) === length);
    const searching = await times([...words, ...words, ...words, ...words, ...words], (search) =>
      list({ search }),
    );
    add(`search of ${length} characters, p50`, 'ms', percentile(searching, 50));
    add(`search of ${length} characters, p95`, 'ms', percentile(searching, 95), 100);
  }

  const first = await list({});
  const ids = first.rows.map(({ id }) => id);
  const labels: number[] = [];
  for (let at = 0; at < 300; at += 1)
    labels.push(await label(engine, ids[at % 100] ?? 1, at, ids.slice(0, 30)));
  add('label with 30 rows scored anew, p50', 'ms', percentile(labels, 50));
  add('label with 30 rows scored anew, p99', 'ms', percentile(labels, 99), 30);
  await engine.event('list.rescored');
  const ranking = clock();
  const ranked = engine.event('list.rescored');
  await label(engine, ids[0] ?? 1, 1);
  await ranked;
  add(`${name} headlines ranked anew after a label`, 'ms', ranking(), rows <= 100_000 ? 500 : undefined);
  add('memory of the engine with the list open', 'MB', await memoryOf(engine.child));
  await engine.kill();
  return figures;
}

async function label(
  engine: Engine,
  headlineId: number,
  at: number,
  visible: readonly number[] = [],
): Promise<number> {
  const decided = { sensational: at % 2 === 0, implausible: at % 3 === 0 };
  const requestId = crypto.randomUUID();
  const saved = () => engine.request('label.put', { requestId, headlineId, label: decided }).then(valueOf);
  const rows = () => engine.request('headline.rows', { headlineIds: visible }).then(valueOf);
  return timed(() => (visible.length === 0 ? saved() : Promise.all([saved(), rows()])));
}

async function startEngine(): Promise<Engine> {
  const child = forkEngine(join(folder, 'data'), undefined, 'newest');
  const listeners = new Map<string, () => void>();
  const engine = await speakTo(child, ({ name }) => listeners.get(name)?.());
  const heard = (name: string) => new Promise<void>((resolve) => listeners.set(name, resolve));
  return { ...engine, child, event: (name) => Promise.race([heard(name), engine.ended]) };
}

function clock(): () => number {
  const start = performance.now();
  return () => performance.now() - start;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const passed = clock();
  await work();
  return passed();
}

async function times<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<number[]> {
  const taken: number[] = [];
  for (const item of items) taken.push(await timed(() => work(item)));
  return taken;
}
