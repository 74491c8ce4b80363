import { Worker } from 'node:worker_threads';
import { trouble } from '#classifier/core/trouble.ts';
import type { Found, Source } from '#classifier/desk/subscriptions/found.ts';
import { threadFile } from '../thread-file.ts';
import type { FromLooker, ToLooker, WatchedFolder } from './thread.ts';

/** Looks at sources in a thread of its own, which is there only while there is something to look at or to watch. */
export interface Looker {
  look(id: number, source: Source): Promise<Found>;
  /** Watches these folders from now on, and no others. */
  watch(folders: readonly WatchedFolder[]): void;
  stop(): Promise<void>;
}

/** No document takes longer than this to fetch and read, unless it was made to. */
const LIMIT_MS = 120_000;

/** Starts nothing yet. `onChange` is told of a watched folder in which something has changed. */
export function createLooker(onChange: (id: number) => void): Looker {
  let thread: Worker | null = null;
  let watched: readonly WatchedFolder[] = [];
  const waiting = new Map<number, (found: Found) => void>();

  function end(): Promise<unknown> {
    const ended = thread?.terminate() ?? Promise.resolve();
    thread = null;
    for (const answer of waiting.values()) answer(GAVE_UP);
    waiting.clear();
    return ended;
  }

  function endIfIdle(): void {
    if (waiting.size === 0 && watched.length === 0) void end();
  }

  function start(): Worker {
    const started = new Worker(threadFile('subscriptions/thread', 'look-thread'));
    started.on('message', (message: FromLooker) => {
      const { id } = message;
      if (message.kind === 'changed') return onChange(id);
      waiting.get(id)?.(message.found);
      waiting.delete(id);
      endIfIdle();
    });
    // What a thread could not read may have ended it; the looks under way count as failed. The next look starts another.
    const gone = () => {
      if (thread === started) void end();
    };
    started.on('error', gone);
    started.on('exit', gone);
    started.unref();
    tell(started, { kind: 'watch', folders: watched });
    return started;
  }

  return {
    look(id, source) {
      thread ??= start();
      tell(thread, { kind: 'look', id, source });
      const timer = setTimeout(end, LIMIT_MS).unref();
      return new Promise<Found>((resolve) => waiting.set(id, resolve)).finally(() => clearTimeout(timer));
    },
    watch(folders) {
      watched = folders;
      if (thread !== null) tell(thread, { kind: 'watch', folders });
      else if (folders.length > 0) thread = start();
      endIfIdle();
    },
    stop: async () => void (await end()),
  };
}

function tell(thread: Worker, message: ToLooker): void {
  thread.postMessage(message);
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
