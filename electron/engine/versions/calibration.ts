import { Worker } from 'node:worker_threads';
import type { Result } from '#classifier/core/result.ts';
import type { Calibrated } from '#classifier/store/versioning.ts';
import type { ListThreadData } from '../lists/protocol.ts';
import { threadFile } from '../thread-file.ts';

export type CalibrationData = ListThreadData;
export type FromCalibration = Result<Calibrated>;

/** Calibrates the stored model in a thread of its own, one calibration at a time. */
export interface Calibration {
  /** Null where one is under way already, or was stopped. */
  run(): Promise<FromCalibration | null>;
  stop(): Promise<void>;
}

/**
 * Milliseconds that the thread stays for the next calibration. While an editor labels there is one every 25 labels, and a thread for
 * each left memory behind that nobody could use (docs/experiments/soak.md).
 */
const STAY = 120_000;

export function createCalibration(data: CalibrationData, stay: number = STAY): Calibration {
  let thread: Worker | null = null;
  let asked: PromiseWithResolvers<FromCalibration | null> | null = null;
  let leave: NodeJS.Timeout | undefined;

  function start(): Worker {
    const started = new Worker(threadFile('versions/thread', 'version-thread'), { workerData: data });
    const gone = (work: () => void) => {
      if (thread !== started) return;
      thread = null;
      work();
    };
    started.on('message', (made: FromCalibration) => asked?.resolve(made));
    started.on('error', (error) => gone(() => asked?.reject(error)));
    started.on('exit', () => gone(() => asked?.resolve(null)));
    started.unref();
    return started;
  }

  async function end(): Promise<void> {
    const ended = thread;
    thread = null;
    asked?.resolve(null);
    await ended?.terminate();
  }

  return {
    async run() {
      if (asked !== null) return null;
      clearTimeout(leave);
      asked = Promise.withResolvers();
      thread ??= start();
      thread.postMessage('calibrate');
      try {
        return await asked.promise;
      } finally {
        asked = null;
        leave = setTimeout(end, stay).unref();
      }
    },
    async stop() {
      clearTimeout(leave);
      await end();
    },
  };
}
