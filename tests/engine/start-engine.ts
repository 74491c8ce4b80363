import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { Result } from '#classifier/core/result.ts';
import type { Arguments, EngineAnswers, EngineRequest } from '#contract/channels.ts';
import type { FromEngine } from '#contract/engine-protocol.ts';
import type { EngineEvent } from '#contract/events.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** An engine process as main starts it: the built one. */
export interface Engine {
  readonly first: FromEngine;
  /** What it told without being asked, so far. */
  readonly events: readonly EngineEvent[];
  request<C extends EngineRequest>(channel: C, args: Arguments<C>): Promise<Result<EngineAnswers[C]>>;
  /** SIGKILL. */
  kill(): Promise<void>;
}

export const SAMPLE = join(ROOT, 'seeds/004_783cbe47843b3da7.txt');

/** Starts the real engine on a data folder and waits for its first message; it ends with the test. */
export async function startEngine(dataFolder: string): Promise<Engine> {
  const child = fork(
    join(ROOT, 'dist/node/engine.mjs'),
    ['--data', dataFolder, '--resources', join(ROOT, 'dist/node/resources')],
    { serialization: 'advanced' },
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  const waiting = new Map<number, (result: Result<never>) => void>();
  const events: EngineEvent[] = [];
  let next = 1;
  const [first] = (await once(child, 'message')) as [FromEngine];
  child.on('message', (message: FromEngine) => {
    if (message.kind === 'event') events.push(message.event);
    if (message.kind === 'answer') waiting.get(message.id)?.(message.result as Result<never>);
  });
  return {
    first,
    events,
    request: (channel, args) =>
      new Promise((resolve) => {
        waiting.set(next, resolve as (result: Result<never>) => void);
        child.send({ id: next, channel, args });
        next += 1;
      }),
    kill: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}

/** The whole feed, the highest score first. */
export const EVERYTHING: Omit<Arguments<'headline.list'>, 'feedId'> = {
  search: '',
  sort: { by: 'score', falling: true },
  band: null,
  axis: null,
  labelled: null,
  listId: null,
  from: 0,
  limit: 100,
  keep: null,
};

/** The value of a result that must be one. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.trouble.sentence.en);
  return result.value;
}
