import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { EngineProcess } from '../engine-process.ts';
import { forkEngine, speakTo, valueOf } from '../engine-process.ts';
import type { Ledger } from './ledger.ts';

/** What the engine is doing when it is killed. */
export const FAULT_POINTS = [
  'start',
  'label',
  'undo',
  'work',
  'import',
  'retrain',
  'restore',
  'backup',
  'recovery',
  'migration',
] as const;
export type FaultPoint = (typeof FAULT_POINTS)[number];

export interface FaultPlaces {
  readonly data: string;
  readonly resources: string;
  /** A folder for the lists that are imported. */
  readonly lists: string;
}

/** Milliseconds after which the engine is killed at the latest. */
const LONGEST_LIFE = 250;
const IMPORTED = 5_000;

/**
 * Starts the engine on a workspace, has it do one kind of thing without a pause, and kills it at a random moment; what it
 * acknowledged before goes into the ledger. Answers how many milliseconds it was at it.
 */
export async function faultRound(
  places: FaultPlaces,
  point: Exclude<FaultPoint, 'migration'>,
  ledger: Ledger,
  random: () => number,
): Promise<number> {
  const child = forkEngine(places.data, places.resources);
  const life = random() * LONGEST_LIFE;
  if (point === 'start') {
    await pause(life * 8);
    await end(child);
    return life;
  }
  const engine = await speakTo(child, () => {});
  if (engine.first.kind !== 'ready')
    throw new Error(`The engine did not open: ${JSON.stringify(engine.first)}`);
  const work = workAt(point, { engine, places, ledger, random });
  await Promise.race([work, pause(life)]);
  await engine.kill();
  return life;
}

async function end(child: ReturnType<typeof forkEngine>): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

interface Worker {
  readonly engine: EngineProcess;
  readonly places: FaultPlaces;
  readonly ledger: Ledger;
  readonly random: () => number;
}

/** Never ends by itself, nor after the engine was killed: what was asked then is never answered. */
async function workAt(point: FaultPoint, worker: Worker): Promise<never> {
  const { engine, ledger, random } = worker;
  const one = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const headlineId = () => 1 + Math.floor(random() * 40);
  const flip = () => random() < 0.5;
  for (let at = 0; ; at += 1) {
    const requestId = crypto.randomUUID();
    if (point === 'import') {
      const path = writeList(worker);
      const { feed } = valueOf(await engine.request('feed.open', { path }));
      ledger.feeds.set(feed.id, IMPORTED);
    } else if (point === 'work') {
      const change = { field: 'note', value: `备注 ${requestId}` } as const;
      valueOf(await engine.request('work.put', { requestId, headlineId: headlineId(), change }));
      ledger.work.add(requestId);
    } else if (point === 'retrain') {
      const costs = { miss: 5 + Math.floor(random() * 20), falseAlarm: 5, look: 1 } as const;
      valueOf(await engine.request('model.costs', { requestId, costs }));
      ledger.versions.add(requestId);
    } else if (point === 'restore') {
      const { versions } = valueOf(await engine.request('model.versions', {}));
      const versionId = one(versions).id;
      const restored = await engine.request('model.restore', { requestId, versionId });
      if (restored.ok) ledger.versions.add(requestId);
    } else if (point === 'backup' && at % 2 === 1) {
      valueOf(await engine.request('backup.make', {}));
    } else if (point === 'recovery') {
      // What is restored is the very state that stands: whenever the engine dies, all that was acknowledged is there.
      const { name } = valueOf(await engine.request('backup.make', {}));
      valueOf(await engine.request('backup.restore', { name }));
    } else if (point === 'undo' && at % 3 > 0) {
      const turned = await engine.request(at % 3 === 1 ? 'step.undo' : 'step.redo', {
        requestId,
        visible: [],
      });
      if (turned.ok) ledger.turns.add(requestId);
    } else {
      const label = { sensational: flip(), implausible: flip() };
      const others = random() < 0.2 ? { others: [41, 42, 43] } : {};
      valueOf(
        await engine.request('label.put', {
          requestId,
          headlineId: headlineId(),
          label,
          visible: [],
          ...others,
        }),
      );
      ledger.labels.add(requestId);
    }
  }
}

function writeList({ places, random }: Worker): string {
  const tag = Math.floor(random() * 1e9);
  const path = join(places.lists, `${tag}.txt`);
  writeFileSync(
    path,
    Array.from({ length: IMPORTED }, (_, line) => `第${tag}号清单第${line}条：市政府发布新规`).join('\n'),
  );
  return path;
}
