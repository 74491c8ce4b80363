import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Result } from '#classifier/core/result.ts';
import type { Trouble } from '#classifier/core/trouble.ts';
import type { Arguments, EngineAnswers, EngineRequest } from '#contract/channels.ts';
import type { FromEngine } from '#contract/engine-protocol.ts';
import { ENGINE_FLAGS, ENGINE_MEMORY } from '#contract/engine-start.ts';
import type { EngineEvent } from '#contract/events.ts';
import { WHOLE_LIST } from '#contract/whole-list.ts';

const NODE_FOLDER = join(import.meta.dirname, '../dist/node');

/** The built engine in a process of its own, as main starts it: what tests and the benchmark speak to. */
export interface EngineProcess {
  readonly first: FromEngine;
  /** Rejects where the engine ends by itself; after `kill` it is never answered. */
  request<C extends EngineRequest>(channel: C, args: Arguments<C>): Promise<Result<EngineAnswers[C]>>;
  /** Rejects when the engine ends by itself, and never resolves. */
  readonly ended: Promise<never>;
  /** SIGKILL, unless it has ended. */
  kill(): Promise<void>;
}

/** The whole feed, the highest score first. */
export const EVERYTHING: Omit<Arguments<'headline.list'>, 'feedId'> = {
  ...WHOLE_LIST,
  fold: false,
  unfolded: [],
  listId: null,
  from: 0,
  limit: 100,
  keep: null,
};

/**
 * Starts the engine on a data folder; `npm run build` must have made it. `first` is the list that will be asked for first, as the
 * window tells it.
 */
export function forkEngine(
  dataFolder: string,
  resources = join(NODE_FOLDER, 'resources'),
  first?: string,
): ChildProcess {
  const places = ['--data', dataFolder, '--resources', resources];
  const words = first === undefined ? places : [...places, '--first', first];
  return fork(join(NODE_FOLDER, 'engine.mjs'), words, {
    serialization: 'advanced',
    execArgv: [...ENGINE_FLAGS],
    env: { ...process.env, ...ENGINE_MEMORY },
  });
}

/**
 * Waits for the first message of an engine that was just started. `tell` is called with each event after it, `complain` with
 * each trouble that it tells without having been asked.
 * @throws Error when the engine ends by itself before it.
 */
export async function speakTo(
  child: ChildProcess,
  tell: (event: EngineEvent) => void,
  complain: (trouble: Trouble) => void = () => {},
): Promise<EngineProcess> {
  const waiting = new Map<number, PromiseWithResolvers<Result<never>>>();
  const ended = endOf(child);
  ended.catch((end) => {
    for (const { reject } of waiting.values()) reject(end);
  });
  const [first] = (await Promise.race([once(child, 'message'), ended])) as [FromEngine];
  child.on('message', (message: FromEngine) => {
    if (message.kind === 'event') tell(message.event);
    if (message.kind === 'trouble') complain(message.trouble);
    if (message.kind !== 'answer') return;
    waiting.get(message.id)?.resolve(message.result as Result<never>);
    waiting.delete(message.id);
  });
  let next = 1;
  return {
    first,
    ended,
    request: (channel, args) => {
      if (isGone(child)) return ended;
      const answer = Promise.withResolvers<Result<never>>();
      waiting.set(next, answer);
      // What cannot be sent is rejected when the engine's end is heard of.
      child.send({ id: next, channel, args }, () => undefined);
      next += 1;
      return answer.promise;
    },
    kill: async () => {
      if (isGone(child)) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}

function isGone({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

/** Rejects when a process ends to which no signal was sent from here. */
function endOf(child: ChildProcess): Promise<never> {
  return new Promise((_, reject) => {
    child.once('exit', (code, signal) => {
      if (!child.killed) reject(new Error(`The engine ended by itself, ${signal ?? `with code ${code}`}.`));
    });
  });
}

/** The value of a result that must be one. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.trouble.sentence.en);
  return result.value;
}

/** Megabytes that a process holds in memory now, by Linux; 0 where that cannot be told. */
export async function memoryOf({ pid }: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}
