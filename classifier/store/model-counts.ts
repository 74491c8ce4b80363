import type Database from 'better-sqlite3';
import { AXES, type Label } from '#classifier/core/axis.ts';
import {
  addToTally,
  createFeatureCounts,
  TALLIES_A_FEATURE,
  tallyOf,
} from '#classifier/core/feature-counts.ts';
import type { Example, Model, ModelSettings } from '#classifier/core/model.ts';
import { prepared } from './prepared.ts';

/** Which event the stored counts include last, and the reading that they were counted with. */
export interface ModelState {
  readonly lastEvent: number;
  readonly reading: string;
}

const TALLY_COLUMNS = ['sensational_yes', 'sensational_no', 'implausible_yes', 'implausible_no'] as const;
const COLUMNS = TALLY_COLUMNS.join(', ');
const ADDED = TALLY_COLUMNS.map((column) => `${column} = ${column} + excluded.${column}`).join(', ');
const EMPTY = TALLY_COLUMNS.map((column) => `${column} = 0`).join(' AND ');

type TallyRow = Readonly<Record<(typeof TALLY_COLUMNS)[number], number>>;

/** What the stored counts stand for; undefined before the first count. */
export function readModelState(db: Database.Database): ModelState | undefined {
  const row = prepared<[], { last_event: number; reading: string }>(
    db,
    'SELECT last_event, reading FROM model_state',
  ).get();
  return row && { lastEvent: row.last_event, reading: row.reading };
}

/** Loads the stored counts into a model of this name. */
export function loadModel(db: Database.Database, name: string, settings: ModelSettings): Model {
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
  const totals = db.prepare<[], TallyRow>(`SELECT ${COLUMNS} FROM model_state`).get();
  return {
    name,
    grams,
    rules,
    totals: Int32Array.from(totals ? talliesOf(totals) : new Array(TALLIES_A_FEATURE).fill(0)),
    settings,
  };
}

/** Replaces the stored counts by those of nothing, counted with `reading`. */
export function clearCounts(db: Database.Database, reading: string): void {
  db.exec('DELETE FROM gram_count; DELETE FROM rule_count; DELETE FROM model_state;');
  db.prepare(
    `INSERT INTO model_state (id, last_event, reading, ${COLUMNS}) VALUES (1, 0, ?, 0, 0, 0, 0)`,
  ).run(reading);
}

/** Adds an example to the stored counts, or with a negative amount takes it out again. */
export type CountWriter = (example: Example, label: Label, amount: number) => void;

/** Prepares a writer of counts; one serves any number of examples. */
export function countWriter(db: Database.Database): CountWriter {
  const addGram = prepared(
    db,
    `INSERT INTO gram_count (key, ${COLUMNS}) VALUES (?, ?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET ${ADDED}`,
  );
  const dropGram = prepared(db, `DELETE FROM gram_count WHERE key = ? AND ${EMPTY}`);
  const addRule = prepared(
    db,
    `INSERT INTO rule_count (rule_id, ${COLUMNS}) VALUES (?, ?, ?, ?, ?) ON CONFLICT (rule_id) DO UPDATE SET ${ADDED}`,
  );
  const dropRule = prepared(db, `DELETE FROM rule_count WHERE rule_id = ? AND ${EMPTY}`);
  const addTotals = prepared(
    db,
    `UPDATE model_state SET ${TALLY_COLUMNS.map((column) => `${column} = ${column} + ?`).join(', ')}`,
  );
  return (example, label, amount) => {
    const tallies = new Array<number>(TALLIES_A_FEATURE).fill(0);
    for (const axis of AXES) tallies[tallyOf(axis, label[axis])] = amount;
    addTotals.run(...tallies);
    for (const key of example.keys) addGram.run(key, ...tallies);
    for (const id of example.rules) addRule.run(id, ...tallies);
    if (amount > 0) return;
    for (const key of example.keys) dropGram.run(key);
    for (const id of example.rules) dropRule.run(id);
  };
}

/** Notes that the stored counts include everything up to this event. */
export function setLastEvent(db: Database.Database, eventId: number): void {
  prepared(db, 'UPDATE model_state SET last_event = ?').run(eventId);
}

function talliesOf(row: TallyRow): number[] {
  return TALLY_COLUMNS.map((column) => row[column]);
}
