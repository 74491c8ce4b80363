import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { Trouble } from '#classifier/core/trouble.ts';
import type { EngineEvent } from '#contract/events.ts';
import { type EngineProcess, forkEngine, speakTo } from '../../scripts/engine-process.ts';

export { EVERYTHING, valueOf } from '../../scripts/engine-process.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export interface Engine extends EngineProcess {
  /** What it told without being asked, so far. */
  readonly events: readonly EngineEvent[];
  /** What it complained of without being asked, so far. */
  readonly troubles: readonly Trouble[];
  readonly pid: number;
}

export const SAMPLE = join(ROOT, 'seeds/004_783cbe47843b3da7.txt');

/** Starts the real engine on a data folder and waits for its first message; it ends with the test. */
export async function startEngine(dataFolder: string, first?: string): Promise<Engine> {
  const child = forkEngine(dataFolder, undefined, first);
  onTestFinished(() => void child.kill('SIGKILL'));
  const events: EngineEvent[] = [];
  const troubles: Trouble[] = [];
  const spoken = await speakTo(
    child,
    (event) => events.push(event),
    (trouble) => troubles.push(trouble),
  );
  return { ...spoken, events, troubles, pid: child.pid ?? 0 };
}
