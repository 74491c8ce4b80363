import type Database from 'better-sqlite3';
import { addToTally, createFeatureCounts, TALLIES_A_FEATURE } from '#classifier/core/feature-counts.ts';
import { addToFeatures, type Model, type ModelSettings } from '#classifier/core/model.ts';
import { changesAfter, mergeChanges } from './count-changes.ts';
import {
  addToTotals,
  COLUMNS,
  type CountWriter,
  rowWriter,
  type TallyRow,
  talliesFor,
  talliesOf,
} from './count-rows.ts';
import { prepared } from './prepared.ts';

/** Which event the stored counts include last, and the reading that they were counted with. */
export interface ModelState {
  readonly lastEvent: number;
  readonly reading: string;
}

/** Which changes of the counts a model knows. */
export interface CountedUpTo {
  /** How often the counts were changed by other ways than rows of changes. */
  readonly countedAnew: number;
  /** The last row of changes. */
  readonly change: number;
}

/** What the stored counts stand for; undefined before the first count. */
export function readModelState(db: Database.Database): ModelState | undefined {
  const row = prepared<[], { last_event: number; reading: string }>(
    db,
    'SELECT last_event, reading FROM model_state',
  ).get();
  return row && { lastEvent: row.last_event, reading: row.reading };
}

/** Loads the stored counts, with the changes that are not merged yet, into a model of this name. */
export function loadModel(db: Database.Database, name: string, settings: ModelSettings): Model {
  return loadCounts(db, name, settings).model;
}

/** The same, with what the model then knows. To be called in a transaction where another connection may write. */
export function loadCounts(
  db: Database.Database,
  name: string,
  settings: ModelSettings,
): { readonly model: Model; readonly upTo: CountedUpTo } {
  const rows = db.prepare(`SELECT key, ${COLUMNS} FROM gram_count`).raw().all() as (readonly number[])[];
  const grams = createFeatureCounts(rows.length);
  for (const row of rows) {
    const key = row[0] as number;
    for (let tally = 0; tally < TALLIES_A_FEATURE; tally += 1) {
      const amount = row[tally + 1] as number;
      if (amount !== 0) addToTally(grams, key, tally, amount);
    }
  }
  const rules = new Map(
    db
      .prepare<[], TallyRow & { rule_id: string }>(`SELECT rule_id, ${COLUMNS} FROM rule_count`)
      .all()
      .map((row) => [row.rule_id, Int32Array.from(talliesOf(row))] as const),
  );
  const { countedAnew, merged } = marksOf(db);
  const model = { name, grams, rules, totals: readTotals(db), settings };
  return { model, upTo: { countedAnew, change: addChanges(db, model, merged) } };
}

/**
 * Brings a model up to the stored counts by the changes since; null, and the model is as it was, where these are not all there
 * any more. To be called in a transaction where another connection may write.
 */
export function followCounts(db: Database.Database, model: Model, upTo: CountedUpTo): CountedUpTo | null {
  const { countedAnew, merged } = marksOf(db);
  if (countedAnew !== upTo.countedAnew || merged > upTo.change) return null;
  const change = addChanges(db, model, upTo.change);
  model.totals.set(readTotals(db));
  return { countedAnew, change };
}

/** Replaces the stored counts by those of nothing, counted with `reading`. */
export function clearCounts(db: Database.Database, reading: string): void {
  const { countedAnew } = marksOf(db);
  db.exec(
    'DELETE FROM gram_count; DELETE FROM rule_count; DELETE FROM count_change; DELETE FROM model_state;',
  );
  db.prepare(
    `INSERT INTO model_state (id, last_event, reading, counted_anew, ${COLUMNS}) VALUES (1, 0, ?, ?, 0, 0, 0, 0)`,
  ).run(reading, countedAnew + 1);
}

/** Prepares a writer for many examples, which changes the counts themselves; it is to be used in one transaction. */
export function countWriter(db: Database.Database): CountWriter {
  const rows = rowWriter(db);
  let isBegun = false;
  return (example, label, amount) => {
    if (!isBegun) {
      mergeChanges(db);
      prepared(db, 'UPDATE model_state SET counted_anew = counted_anew + 1').run();
      isBegun = true;
    }
    const tallies = talliesFor(label, amount);
    addToTotals(db, tallies);
    for (const key of example.keys) rows.gram(key, tallies);
    for (const id of example.rules) rows.rule(id, tallies);
  };
}

/**
 * Notes that the stored counts include everything up to this event, the last of it counted with `reading`. Where the others were
 * counted with another, as another process has done under other rules, they stand for none: the next opening counts anew.
 */
export function setLastEvent(db: Database.Database, eventId: number, reading: string): void {
  prepared(db, "UPDATE model_state SET last_event = ?, reading = iif(reading = ?, reading, '')").run(
    eventId,
    reading,
  );
}

/** Adds the changes after one to a model, without its totals; returns the last. */
function addChanges(db: Database.Database, model: Model, after: number): number {
  let last = after;
  for (const { id, example, tallies } of changesAfter(db, after)) {
    addToFeatures(model, example, Int32Array.from(tallies));
    last = id;
  }
  return last;
}

function readTotals(db: Database.Database): Int32Array {
  const totals = prepared<[], TallyRow>(db, `SELECT ${COLUMNS} FROM model_state`).get();
  return totals ? Int32Array.from(talliesOf(totals)) : new Int32Array(TALLIES_A_FEATURE);
}

function marksOf(db: Database.Database): { readonly countedAnew: number; readonly merged: number } {
  const row = prepared<[], { counted_anew: number; merged: number }>(
    db,
    'SELECT counted_anew, merged FROM model_state',
  ).get();
  return { countedAnew: row?.counted_anew ?? 0, merged: row?.merged ?? 0 };
}
