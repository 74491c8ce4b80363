import { parentPort, workerData } from 'node:worker_threads';
import { assemble } from '#classifier/desk/assemble.ts';
import { readModelState } from '#classifier/store/model-counts.ts';
import { openReader } from '#classifier/store/open-database.ts';
import { readModel } from '#classifier/store/open-workspace.ts';
import { type Calibrated, calibrated } from '#classifier/store/versioning.ts';
import type { CalibrationData, FromCalibration } from './calibration.ts';

/** The thread of calibrations: each reads what the model has learned at one moment, while labels go on. */

const { folder, resources } = workerData as CalibrationData;

async function work(): Promise<FromCalibration> {
  const assembled = await assemble(resources, folder);
  if (!assembled.ok) return assembled;
  const { reader, rules } = assembled.value;
  const rulesById = new Map(rules.map((rule) => [rule.id, rule]));
  const db = openReader(folder);
  const value = db.transaction((): Calibrated => {
    const { model, version, leftOut } = readModel(db);
    const lastEvent = readModelState(db)?.lastEvent ?? 0;
    return { ...calibrated({ db, leftOut, reader, rulesById }, model), lastEvent, version };
  })();
  db.close();
  return { ok: true, value };
}

parentPort?.on('message', async () => parentPort?.postMessage(await work()));
