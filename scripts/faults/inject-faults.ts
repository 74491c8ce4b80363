import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { assemble } from '#classifier/desk/assemble.ts';
import { seededRandom } from '#classifier/evaluate/random.ts';
import { forkEngine, speakTo, valueOf } from '../engine-process.ts';
import { appRound } from './app-round.ts';
import { commandRound } from './command-round.ts';
import { FAULT_NAMES, type FaultPlaces, type FaultPoint } from './fault-points.ts';
import { faultRound } from './fault-round.ts';
import { fewResources } from './few-resources.ts';
import { forgetRound } from './forget-round.ts';
import { faultsIn } from './inspect.ts';
import { acknowledged, emptyLedger, type Ledger } from './ledger.ts';
import { mainRound } from './main-round.ts';
import { migrationRound } from './migration-round.ts';
import { threadRound } from './thread-round.ts';

export interface FaultOptions {
  readonly rounds: number;
  readonly seed: number;
  /** The packaged app; null leaves its rounds out. */
  readonly app: string | null;
  /** Only these points; all by default. */
  readonly points?: readonly FaultPoint[];
  readonly tell: (line: string) => void;
}

/** How often something was ended at a point, and how many requests had been acknowledged there before. */
export interface PointReport {
  readonly rounds: number;
  readonly acknowledged: number;
}

export interface FaultReport {
  readonly points: ReadonlyMap<FaultPoint, PointReport>;
  readonly faults: readonly string[];
}

/** Rounds after which a new workspace is begun, so that the looking does not grow without end. */
const ROUNDS_A_WORKSPACE = 25;

/** Ends processes and threads again and again, and looks at their workspace after each time. */
export async function injectFaults(
  folder: string,
  { rounds, seed, app, points: chosen = FAULT_NAMES, tell }: FaultOptions,
): Promise<FaultReport> {
  const random = seededRandom(seed);
  const resources = fewResources(join(folder, 'resources'));
  const assembled = await assemble(
    { labels: join(resources, 'labels'), rules: join(resources, 'rules') },
    folder,
  );
  if (!assembled.ok) throw new Error(assembled.trouble.sentence.en);
  const { reader } = assembled.value;
  const names = chosen.filter((point) => point !== 'app' || app !== null);
  if (names.length === 0) throw new Error('Only the app is to be ended, and it needs a display.');
  const points = new Map<FaultPoint, PointReport>();
  const faults: string[] = [];
  let ledger = emptyLedger();
  let data = '';
  for (let round = 0; round < rounds; round += 1) {
    if (round % ROUNDS_A_WORKSPACE === 0) {
      ledger = emptyLedger();
      data = await newWorkspace(join(folder, `data-${round}`), resources);
    }
    const point = names[round % names.length] as FaultPoint;
    const scratch = join(folder, `round-${round}`);
    mkdirSync(scratch);
    const before = acknowledged(ledger);
    const places = { data, resources, lists: join(folder, 'lists') };
    const found =
      point === 'migration'
        ? await migrationRound(scratch, resources, reader, random)
        : [
            ...(await roundAt(point, places, app, ledger, random)),
            ...faultsIn(data, scratch, reader, ledger),
          ];
    faults.push(...found.map((fault) => `round ${round}, ${point}: ${fault}`));
    const { rounds: times = 0, acknowledged: sum = 0 } = points.get(point) ?? {};
    points.set(point, { rounds: times + 1, acknowledged: sum + acknowledged(ledger) - before });
    if (round % 20 === 19) tell(`${round + 1} of ${rounds} rounds, ${faults.length} faults`);
  }
  return { points, faults };
}

/** Faults that show in how a round goes; those of the workspace are looked for after it. */
async function roundAt(
  point: Exclude<FaultPoint, 'migration'>,
  places: FaultPlaces,
  app: string | null,
  ledger: Ledger,
  random: () => number,
): Promise<readonly string[]> {
  if (point === 'forget') return forgetRound(places, ledger, random);
  if (point === 'main') return mainRound(places, ledger, random);
  if (point === 'app') return app === null ? [] : appRound(app, places, ledger, random);
  if (
    point === 'backup-thread' ||
    point === 'import-thread' ||
    point === 'version-thread' ||
    point === 'list-thread'
  )
    return threadRound(places, point, ledger, random);
  if (point === 'command') await commandRound(places, ledger, random);
  else await faultRound(places, point, ledger, random);
  return [];
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
