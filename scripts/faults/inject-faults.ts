import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { assemble } from '#classifier/desk/assemble.ts';
import { seededRandom } from '#classifier/evaluate/random.ts';
import { forkEngine, speakTo, valueOf } from '../engine-process.ts';
import { FAULT_POINTS, type FaultPoint, faultRound } from './fault-round.ts';
import { fewResources } from './few-resources.ts';
import { faultsIn } from './inspect.ts';
import { acknowledged, emptyLedger } from './ledger.ts';
import { migrationRound } from './migration-round.ts';

export interface FaultOptions {
  readonly rounds: number;
  readonly seed: number;
  readonly tell: (line: string) => void;
}

export interface FaultReport {
  /** How often the engine was killed while it did what. */
  readonly rounds: Readonly<Record<FaultPoint, number>>;
  /** Requests that were acknowledged before a kill, in all rounds. */
  readonly acknowledged: number;
  readonly faults: readonly string[];
}

/** Rounds after which a new workspace is begun, so that the looking does not grow without end. */
const ROUNDS_A_WORKSPACE = 25;

/** Kills an engine again and again, and looks at its workspace after each time. */
export async function injectFaults(
  folder: string,
  { rounds, seed, tell }: FaultOptions,
): Promise<FaultReport> {
  const random = seededRandom(seed);
  const resources = fewResources(join(folder, 'resources'));
  const assembled = await assemble(
    { labels: join(resources, 'labels'), rules: join(resources, 'rules') },
    folder,
  );
  if (!assembled.ok) throw new Error(assembled.trouble.sentence.en);
  const done = Object.fromEntries(FAULT_POINTS.map((point) => [point, 0])) as Record<FaultPoint, number>;
  const faults: string[] = [];
  let total = 0;
  let ledger = emptyLedger();
  let data = '';
  for (let round = 0; round < rounds; round += 1) {
    if (round % ROUNDS_A_WORKSPACE === 0) {
      total += acknowledged(ledger);
      ledger = emptyLedger();
      data = await newWorkspace(join(folder, `data-${round}`), resources);
    }
    const point = FAULT_POINTS[round % FAULT_POINTS.length] as FaultPoint;
    if (point === 'migration') {
      const found = await migrationRound(
        join(folder, `old-${round}`),
        resources,
        assembled.value.reader,
        random,
      );
      faults.push(...found.map((fault) => `round ${round}, migration: ${fault}`));
      done[point] += 1;
      continue;
    }
    const life = await faultRound({ data, resources, lists: join(folder, 'lists') }, point, ledger, random);
    done[point] += 1;
    const scratch = join(folder, `copy-${round}`);
    mkdirSync(scratch);
    const found = faultsIn(data, scratch, assembled.value.reader, ledger);
    faults.push(...found.map((fault) => `round ${round}, ${point} after ${life.toFixed(0)} ms: ${fault}`));
    if (round % 20 === 19) tell(`${round + 1} of ${rounds} rounds, ${faults.length} faults`);
  }
  return { rounds: done, acknowledged: total + acknowledged(ledger), faults };
}

/** A workspace with a list to label. */
async function newWorkspace(data: string, resources: string): Promise<string> {
  const engine = await speakTo(forkEngine(data, resources), () => {});
  const text = Array.from(
    { length: 50 },
    (_, line) => `第${line}条：提取DNA定制专属“恐龙宠物”第${line * 7}次`,
  ).join('\n');
  valueOf(await engine.request('feed.paste', { text }));
  await engine.kill();
  return data;
}
