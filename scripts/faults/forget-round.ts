import { openReader } from '#classifier/store/open-database.ts';
import { pendingForgetting } from '#classifier/store/pending-forgetting.ts';
import { forkEngine, speakTo } from '../engine-process.ts';
import type { FaultPlaces } from './fault-points.ts';
import { faultRound } from './fault-round.ts';
import type { Ledger } from './ledger.ts';

/** Kills the engine while it deletes for good, and looks whether the next one finishes that before it is ready. */
export async function forgetRound(
  places: FaultPlaces,
  ledger: Ledger,
  random: () => number,
): Promise<string[]> {
  await faultRound(places, 'forget', ledger, random);
  const engine = await speakTo(forkEngine(places.data, places.resources), () => {});
  await engine.kill();
  const db = openReader(places.data);
  try {
    return pendingForgetting(db) === null ? [] : ['the next engine did not finish a deletion'];
  } finally {
    db.close();
  }
}
