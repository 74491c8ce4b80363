import { basename } from 'node:path';
import { BroadcastChannel, isMainThread, threadId } from 'node:worker_threads';

/**
 * Loaded into the engine by `--import`, beside the built program and in none of its files: ends one thread of it at a given moment.
 * The address says which (`thread`), how many milliseconds after it began (`after`), and how (`how`): `end` stops it from outside,
 * wherever its script is; `throw` has it fail by itself.
 */
const { searchParams } = new URL(import.meta.url);
const CHANNEL = 'end-thread';
const after = Number(searchParams.get('after'));

if (isMainThread) {
  /** @type {Map<number, import('node:worker_threads').Worker>} */
  const threads = new Map();
  process.on('worker', (worker) => threads.set(worker.threadId, worker));
  const asked = new BroadcastChannel(CHANNEL);
  asked.unref();
  asked.onmessage = ({ data }) => setTimeout(() => threads.get(data)?.terminate(), after).unref();
} else if (basename(process.argv[1] ?? '') === `${searchParams.get('thread')}.mjs`) {
  if (searchParams.get('how') === 'throw') {
    setTimeout(() => {
      throw new Error('Ended to see what is left.');
    }, after).unref();
  } else {
    const ask = new BroadcastChannel(CHANNEL);
    ask.postMessage(threadId);
    ask.close();
  }
}
