import type { Worker } from 'node:worker_threads';
import type { BlockJob, BlockResult } from './block-scorer.ts';

/** Threads that score blocks beside the main thread. */
export interface Team {
  /** Whether a thread is up and has little left to do. Throws when one has died. */
  isFree(): boolean;
  /** Hands a block over; its bytes are no longer the caller's. Rejects when the thread dies. */
  score(job: BlockJob): Promise<BlockResult>;
  close(): Promise<void>;
}

/** A block that is scored and the next: a thread never waits for the main thread. */
const JOBS_A_WORKER = 2;

/** What a worker says once it can score. Everything else that it says is a {@link BlockResult}. */
export const READY = 'ready';

interface Member {
  readonly worker: Worker;
  readonly waiting: { resolve(result: BlockResult): void; reject(error: Error): void }[];
  isReady: boolean;
  problem: Error | null;
}

/** Starts threads on a file that answers jobs in their order. They get ready while the main thread goes on. */
export function startTeam(size: number, entry: URL, workerData: unknown): Team {
  const members = Array.from({ length: size }, () => startMember(entry, workerData));
  const freest = (): Member | undefined => {
    const dead = members.find(({ problem }) => problem !== null);
    if (dead !== undefined) throw dead.problem;
    return members
      .filter(({ isReady, waiting }) => isReady && waiting.length < JOBS_A_WORKER)
      .sort((a, b) => a.waiting.length - b.waiting.length)[0];
  };
  return {
    isFree: () => freest() !== undefined,
    score(job) {
      const member = freest();
      if (member === undefined) throw new Error('no thread is free');
      return new Promise((resolve, reject) => {
        member.waiting.push({ resolve, reject });
        member.worker.postMessage(job, [job.bytes.buffer]);
      });
    },
    close: async () => void (await Promise.all(members.map(({ worker }) => worker.terminate()))),
  };
}

function startMember(entry: URL, workerData: unknown): Member {
  // Loaded when it is needed: a small input has no team.
  const { Worker } = process.getBuiltinModule('node:worker_threads');
  const worker: Worker = new Worker(entry, { workerData });
  const member: Member = { worker, waiting: [], isReady: false, problem: null };
  worker.on('message', (message: BlockResult | typeof READY) => {
    if (message === READY) member.isReady = true;
    else member.waiting.shift()?.resolve(message);
  });
  worker.on('error', (error: Error) => {
    member.problem = error;
    for (const { reject } of member.waiting.splice(0)) reject(error);
  });
  return member;
}

/** Threads that are started only when there is enough for them to do. */
export interface Reserve {
  /** Asked for with every block. */
  team(): Team | null;
  close(): Promise<void>;
}

/** Starting a thread takes as long as scoring some megabytes. */
const BYTES_WORTH_A_TEAM = 2 * 1024 * 1024;
/** Where the size of the input is not known, it is taken for large after some blocks. */
const BLOCKS_WORTH_A_TEAM = 8;

/**
 * @param bytes Size of the input as far as it is known.
 * @param workerData Asked for once, when the threads are started.
 */
export function createReserve(size: number, bytes: number, entry: URL, workerData: () => unknown): Reserve {
  let team: Team | null = null;
  let blocks = 0;
  return {
    team() {
      blocks += 1;
      const isWorth = size > 0 && (bytes >= BYTES_WORTH_A_TEAM || blocks > BLOCKS_WORTH_A_TEAM);
      if (team === null && isWorth) team = startTeam(size, entry, workerData());
      return team;
    },
    close: async () => team?.close(),
  };
}
