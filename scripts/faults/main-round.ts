import { fork } from 'node:child_process';
import { join } from 'node:path';
import { claimDesk } from '#classifier/store/desk-claim.ts';
import { speakTo } from '../engine-process.ts';
import type { FaultPlaces } from './fault-points.ts';
import { workForLife } from './fault-round.ts';
import type { Ledger } from './ledger.ts';

/** Milliseconds in which an engine that was left alone ends. */
const PATIENCE = 30_000;

/** Kills main's engine client in the midst of its work, and waits until the engine that it leaves behind has ended by itself. */
export async function mainRound(
  { data, resources, lists }: FaultPlaces,
  ledger: Ledger,
  random: () => number,
): Promise<string[]> {
  const child = fork(join(import.meta.dirname, 'desk-main.ts'), ['--data', data, '--resources', resources], {
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'ignore', 'ipc'],
  });
  const main = await speakTo(child, () => {});
  try {
    if (main.first.kind !== 'ready') throw new Error(`Main did not start: ${JSON.stringify(main.first)}`);
    await workForLife('main', { request: main.request, lists, ledger, random });
  } finally {
    await main.kill();
  }
  return engineLeft(data);
}

/** Waits until the engine of a workspace has let go of it. */
export function engineLeft(data: string): string[] {
  const claim = claimDesk(data, PATIENCE);
  if (!claim.ok) return [`the engine goes on without main: ${claim.trouble.code}`];
  claim.value.release();
  return [];
}
