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

export function createCalibration(data: CalibrationData): Calibration {
  let thread: Worker | null = null;
  return {
    async run() {
      if (thread !== null) return null;
      const started = new Worker(threadFile('versions/thread', 'version-thread'), { workerData: data });
      thread = started;
      try {
        return await new Promise<FromCalibration | null>((resolve, reject) => {
          started.once('message', resolve);
          started.once('error', reject);
          started.once('exit', () => resolve(null));
        });
      } finally {
        thread = null;
      }
    },
    async stop() {
      await thread?.terminate();
    },
  };
}
