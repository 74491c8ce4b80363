import { Worker } from 'node:worker_threads';
import { trouble } from '#classifier/core/trouble.ts';
import type { Found, Source } from '#classifier/desk/subscriptions/found.ts';
import { threadFile } from '../thread-file.ts';
import type { Look, Looked } from './thread.ts';

/** Looks at sources in a thread of its own, which is there only while there is something to look at. */
export interface Looker {
  look(id: number, source: Source): Promise<Found>;
  stop(): Promise<void>;
}

/** No document takes longer than this to fetch and read, unless it was made to. */
const LIMIT_MS = 120_000;

export function createLooker(): Looker {
  let thread: Worker | null = null;
  const waiting = new Map<number, (found: Found) => void>();

  function end(): Promise<unknown> {
    const ended = thread?.terminate() ?? Promise.resolve();
    thread = null;
    for (const answer of waiting.values()) answer(GAVE_UP);
    waiting.clear();
    return ended;
  }

  function start(): Worker {
    const started = new Worker(threadFile('subscriptions/thread', 'look-thread'));
    started.on('message', ({ id, found }: Looked) => {
      waiting.get(id)?.(found);
      waiting.delete(id);
      if (waiting.size === 0 && thread === started) void end();
    });
    // What a thread could not read may have ended it; the looks under way count as failed.
    const gone = () => {
      if (thread === started) void end();
    };
    started.on('error', gone);
    started.on('exit', gone);
    started.unref();
    return started;
  }

  return {
    look(id, source) {
      thread ??= start();
      const asked: Look = { id, source };
      thread.postMessage(asked);
      const timer = setTimeout(end, LIMIT_MS).unref();
      return new Promise<Found>((resolve) => waiting.set(id, resolve)).finally(() => clearTimeout(timer));
    },
    stop: async () => void (await end()),
  };
}

const GAVE_UP: Found = {
  kind: 'failed',
  trouble: trouble(
    'feed-unreachable',
    '读它用了太久，或者读的时候出了错，没有读入。',
    'Reading it took too long or went wrong; nothing was taken.',
  ),
  retryAfter: null,
};
