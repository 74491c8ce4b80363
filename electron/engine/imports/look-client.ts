import { Worker } from 'node:worker_threads';
import { done, failed, type Result } from '#classifier/core/result.ts';
import { type Look, lookAt } from '#classifier/desk/look.ts';
import type { ListThreadData } from '../lists/protocol.ts';
import { threadEnded } from '../thread-ended.ts';
import { threadFile } from '../thread-file.ts';
import { isOutOfMemory, tooMuchForMemory } from './memory.ts';
import type { FromImport, ImportSource, ImportThreadData } from './protocol.ts';
import { isSmall, readingOf } from './source-reading.ts';

/** Looks at a source, a large one in a thread of its own. */
export async function look(data: ListThreadData, source: ImportSource): Promise<Result<Look>> {
  if (!(await isSmall(source))) return lookByThread(data, source);
  const reading = await readingOf(source);
  return reading.ok ? done(lookAt(reading.value)) : reading;
}

function lookByThread({ folder, resources }: ListThreadData, source: ImportSource): Promise<Result<Look>> {
  const credit = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const workerData: ImportThreadData = { folder, resources, source, credit, looksOnly: true };
  const thread = new Worker(threadFile('imports/thread', 'import-thread'), { workerData });
  return new Promise((resolve, reject) => {
    thread.once('message', (message: FromImport) => {
      if (message.kind === 'looked') resolve(done(message.look));
      else if (message.kind === 'failed') resolve(failed(message.trouble));
      void thread.terminate();
    });
    thread.on('error', (error) => {
      if (isOutOfMemory(error)) resolve(failed(tooMuchForMemory()));
      else reject(error);
    });
    thread.once('exit', () => resolve(failed(threadEnded())));
  });
}
