import { setImmediate } from 'node:timers/promises';
import type { FeedPart } from '#classifier/interchange/feed-blocks.ts';
import { release } from '#classifier/interchange/release.ts';
import type { BlockJob, BlockResult, BlockScorer } from './block-scorer.ts';
import type { Team } from './team.ts';

/** A part of one of the feeds, counted from 0; a block may carry what is said of the clusters of its headlines. */
export interface BatchPart {
  readonly feed: number;
  readonly part: FeedPart;
  readonly clusters: readonly string[] | null;
}

/** A part with what became of it; null for all but blocks. */
export interface DonePart extends BatchPart {
  readonly result: BlockResult | null;
}

/** What drives a run. */
export interface BatchTools {
  readonly score: BlockScorer;
  /** Threads that help; asked for with every block, null while none are wanted. */
  team(): Team | null;
  /** Takes parts in the order of the input; false when nobody wants more of them. */
  take(part: DonePart): Promise<boolean>;
  /** Resolves when the run is to stop. */
  readonly stopped: Promise<void>;
}

/** Most parts that wait for an earlier one. */
const MOST_WAITING = 8;

/** One thread's line too long to keep. */
const TOO_LONG: BlockResult = {
  output: new Uint8Array(),
  lines: 1,
  bands: [0, 0, 0],
  insufficient: 0,
  bad: [{ line: 0, bytes: null }],
};

/**
 * Scores parts in this thread and, while it is free, the team; hands them on in the order of the input. Holds a bounded
 * number of blocks, however long the input. Tells how it ended: all done, stopped, or closed by `take`.
 */
export async function runBatch(
  parts: AsyncGenerator<BatchPart>,
  tools: BatchTools,
): Promise<'done' | 'stopped' | 'closed'> {
  const queue: Waiting[] = [];
  const stop = tools.stopped.then(() => 'stopped' as const);
  for (let upcoming = parts.next(); ; ) {
    const oldest = queue[0]?.result.then(() => 'scored' as const);
    const next = await Promise.race(oldest === undefined ? [stop, upcoming] : [stop, upcoming, oldest]);
    if (next === 'stopped') return next;
    if (next === 'scored') {
      // The input may pause for long: what is scored does not wait for more of it.
      if (!(await finish(queue, tools))) return 'closed';
      continue;
    }
    if (next.done) break;
    upcoming = parts.next();
    queue.push(begin(next.value, tools));
    await setImmediate();
    while (queue[0]?.isDone || queue.length > MOST_WAITING) {
      if (!(await finish(queue, tools))) return 'closed';
    }
  }
  while (queue.length > 0) if (!(await finish(queue, tools))) return 'closed';
  return 'done';
}

interface Waiting {
  readonly part: BatchPart;
  readonly result: Promise<BlockResult | null>;
  isDone: boolean;
}

function begin(part: BatchPart, tools: BatchTools): Waiting {
  const scored = scoredBy(part, tools);
  const waiting: Waiting = { part, result: Promise.resolve(scored), isDone: !(scored instanceof Promise) };
  waiting.result.then(
    () => {
      waiting.isDone = true;
    },
    () => undefined,
  );
  return waiting;
}

function scoredBy(
  { part, clusters }: BatchPart,
  { team, score }: BatchTools,
): Promise<BlockResult> | BlockResult | null {
  if (part.kind !== 'block') return null;
  const { bytes, start, tooLong } = part.block;
  if (tooLong) return TOO_LONG;
  const job: BlockJob = { bytes, isFirst: start === 0, clusters };
  const helpers = team();
  if (helpers?.isFree()) return helpers.score(job);
  const result = score(job);
  release(bytes);
  return result;
}

async function finish(queue: Waiting[], { take }: BatchTools): Promise<boolean> {
  const { part, result } = queue.shift() as Waiting;
  return take({ ...part, result: await result });
}
