import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { percentile } from '../bench/statistics.ts';
import { type EngineProcess, EVERYTHING, forkEngine, memoryOf, speakTo, valueOf } from '../engine-process.ts';

export interface SoakOptions {
  readonly folder: string;
  readonly minutes: number;
  /** Headlines that arrive each second. */
  readonly rate: number;
  /** The headlines that arrive, one after another, without end. */
  readonly headlines: Iterator<string>;
  readonly tell: (minute: SoakMinute) => void;
}

/** What one minute was like. */
export interface SoakMinute {
  readonly minute: number;
  /** Headlines in the subscribed list at its end. */
  readonly arrived: number;
  /** Megabytes of the engine, asked once a second: what it held half of the time, the least and the most. */
  readonly memory: number;
  readonly memoryLeast: number;
  readonly memoryMost: number;
  /** Milliseconds from a label's request to its acknowledgement, and from a search to its first page. */
  readonly labelMedian: number;
  readonly labelP99: number;
  readonly searchP99: number;
}

export interface SoakReport {
  readonly minutes: readonly SoakMinute[];
  readonly labels: readonly string[];
  readonly labelTimes: readonly number[];
  readonly errors: readonly string[];
}

const WORDS = ['龙', '恐龙', '村民', '市政府', '发现', '专家'];
const LABELLED_LIST = 2000;
/** Rows that the window draws, which it asks for anew after each label. */
const IN_SIGHT = 20;
/** Seconds between two searches, and between two changes of the cost table. */
const SEARCH_EVERY = 3;
const RETRAIN_EVERY = 300;

/**
 * An engine at work: headlines arrive in a subscribed folder, an editor labels one a second, searches and now and then
 * changes what an error costs. Each second's work is done one after the other, as at a desk.
 */
export async function soak({ folder, minutes, rate, headlines, tell }: SoakOptions): Promise<SoakReport> {
  const incoming = join(folder, 'incoming');
  mkdirSync(incoming, { recursive: true });
  const child = forkEngine(join(folder, 'data'));
  const engine = await speakTo(child, () => {});
  const desk = await openDesk(engine, headlines, incoming);
  const report = {
    minutes: [] as SoakMinute[],
    labels: [] as string[],
    labelTimes: [] as number[],
    errors: [] as string[],
  };
  const start = performance.now();
  for (let minute = 1; minute <= minutes; minute += 1) {
    const labels: number[] = [];
    const searches: number[] = [];
    const memory: number[] = [];
    for (let second = 0; second < 60; second += 1) {
      const at = (minute - 1) * 60 + second;
      arrive(incoming, at, rate, headlines);
      try {
        labels.push(await label(engine, desk, at, report.labels));
        if (at % SEARCH_EVERY === 0) searches.push(await search(engine, desk.feedId, at));
        if (at % RETRAIN_EVERY === RETRAIN_EVERY - 1) await retrain(engine, at);
      } catch (error) {
        report.errors.push(`second ${at}: ${String(error)}`);
      }
      memory.push(await memoryOf(child));
      await pause(Math.max(0, start + (at + 1) * 1000 - performance.now()));
    }
    const done = await look(engine, { minute, labels, searches, memory });
    report.labelTimes.push(...labels);
    report.minutes.push(done);
    tell(done);
  }
  await engine.kill();
  return report;
}

interface Desk {
  readonly feedId: number;
  readonly firstId: number;
}

async function openDesk(engine: EngineProcess, headlines: Iterator<string>, incoming: string): Promise<Desk> {
  const text = take(headlines, LABELLED_LIST).join('\n');
  const { feed } = valueOf(await engine.request('feed.paste', { text }));
  const page = valueOf(
    await engine.request('headline.list', {
      ...EVERYTHING,
      sort: { by: 'position', falling: false },
      feedId: feed.id,
    }),
  );
  valueOf(await engine.request('subscription.folder', { path: incoming }));
  return { feedId: feed.id, firstId: page.rows[0]?.id ?? 1 };
}

function arrive(incoming: string, at: number, rate: number, headlines: Iterator<string>): void {
  const name = `${String(at).padStart(6, '0')}.txt`;
  const hidden = join(incoming, `.${name}`);
  writeFileSync(hidden, `${take(headlines, rate).join('\n')}\n`);
  renameSync(hidden, join(incoming, name));
}

function take(headlines: Iterator<string>, count: number): string[] {
  return Array.from({ length: count }, () => headlines.next().value as string);
}

async function label(engine: EngineProcess, { firstId }: Desk, at: number, done: string[]): Promise<number> {
  const requestId = crypto.randomUUID();
  const inSight = Array.from({ length: IN_SIGHT }, (_, row) => firstId + ((at + row) % LABELLED_LIST));
  const headlineId = inSight[0] as number;
  const given = { sensational: at % 2 === 0, implausible: at % 3 === 0 };
  const start = performance.now();
  valueOf(await engine.request('label.put', { requestId, headlineId, label: given }));
  const taken = performance.now() - start;
  done.push(requestId);
  valueOf(await engine.request('headline.rows', { headlineIds: inSight }));
  return taken;
}

async function search(engine: EngineProcess, feedId: number, at: number): Promise<number> {
  const word = WORDS[at % WORDS.length] as string;
  const start = performance.now();
  valueOf(await engine.request('headline.list', { ...EVERYTHING, feedId, search: word }));
  return performance.now() - start;
}

async function retrain(engine: EngineProcess, at: number): Promise<void> {
  const costs = { miss: 8 + (at % 5), falseAlarm: 4, look: 1 } as const;
  valueOf(await engine.request('model.costs', { requestId: crypto.randomUUID(), costs }));
}

/** What was seen in a minute: milliseconds, and megabytes. */
interface Seen {
  readonly minute: number;
  readonly labels: readonly number[];
  readonly searches: readonly number[];
  readonly memory: readonly number[];
}

async function look(engine: EngineProcess, { minute, labels, searches, memory }: Seen): Promise<SoakMinute> {
  const [subscription] = valueOf(await engine.request('subscription.list', {}));
  return {
    minute,
    arrived: subscription?.items ?? 0,
    memory: percentile(memory, 50),
    memoryLeast: Math.min(...memory),
    memoryMost: Math.max(...memory),
    labelMedian: percentile(labels, 50),
    labelP99: percentile(labels, 99),
    searchP99: percentile(searches, 99),
  };
}
