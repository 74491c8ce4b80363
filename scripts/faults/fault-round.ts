import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { forkEngine, speakTo } from '../engine-process.ts';
import { type FaultPlaces, type FaultPoint, LONGEST_LIFE, leastAt } from './fault-points.ts';
import type { Ledger } from './ledger.ts';
import { type Worker, workAt } from './work-at.ts';

/** Milliseconds in which an engine starts. */
const LONGEST_START = 2_000;

/**
 * Starts the engine on a workspace, has it do one kind of thing without a pause, and kills it at a random moment; what it
 * acknowledged before goes into the ledger.
 */
export async function faultRound(
  { data, resources, lists }: FaultPlaces,
  point: FaultPoint,
  ledger: Ledger,
  random: () => number,
): Promise<void> {
  const child = forkEngine(data, resources);
  if (point === 'start') {
    await pause(random() * LONGEST_START);
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
    return;
  }
  const engine = await speakTo(child, () => {});
  try {
    if (engine.first.kind !== 'ready')
      throw new Error(`The engine did not open: ${JSON.stringify(engine.first)}`);
    await workForLife(point, { request: engine.request, lists, ledger, random });
  } finally {
    await engine.kill();
  }
}

/** Works until enough was acknowledged, and then for a random while: it is in the midst of something when it returns. */
export async function workForLife(point: FaultPoint, worker: Worker): Promise<void> {
  const life = worker.random() * LONGEST_LIFE;
  let done = 0;
  let begin = () => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const work = workAt(point, worker, () => {
    done += 1;
    if (done === leastAt(point)) begin();
  });
  await Promise.race([work, begun]);
  await Promise.race([work, pause(life)]);
}
