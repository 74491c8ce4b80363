import { parentPort, workerData } from 'node:worker_threads';
import { release } from '#classifier/interchange/release.ts';
import type { BlockJob } from './batch/block-scorer.ts';
import { READY } from './batch/team.ts';
import { scorerFrom, type WholeThreadData } from './batch/thread-data.ts';

// A thread of `jianwen score`: answers each block with its result, in the order in which they come.
const score = await scorerFrom(workerData as WholeThreadData);

parentPort?.on('message', (job: BlockJob) => {
  const result = score(job);
  release(job.bytes);
  parentPort?.postMessage(result, [result.output.buffer]);
});
parentPort?.postMessage(READY);
