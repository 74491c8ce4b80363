import type Database from 'better-sqlite3';
import { addToFeatures, createModel, type Example, modelState } from '#classifier/core/model.ts';
import {
  addToTotals,
  COLUMNS,
  type CountWriter,
  rowWriter,
  type TallyRow,
  talliesFor,
  talliesOf,
} from './count-rows.ts';
import { prepared, preparedColumn } from './prepared.ts';

/** What a label has changed of the counts. */
export interface CountChange {
  readonly id: number;
  readonly example: Example;
  /** Added to the tallies of each of its features and rules. */
  readonly tallies: readonly number[];
}

interface ChangeRow extends TallyRow {
  readonly id: number;
  readonly keys: Uint8Array;
  readonly rules: string;
}

/**
 * Changes that are merged into the counts in one transaction: some ten milliseconds, for which a label may have to wait.
 * 128 take four times as long; 16 or 8 take half as long again in all (docs/experiments/speed.md).
 */
const AT_ONCE = 32;

/** Notes what examples change of the counts, a row each: a label writes one page in place of eighty. */
export function changeWriter(db: Database.Database): CountWriter {
  const append = prepared(db, `INSERT INTO count_change (keys, rules, ${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)`);
  return ({ keys, rules }, label, amount) => {
    const tallies = talliesFor(label, amount);
    addToTotals(db, tallies);
    append.run(new Uint8Array(keys.slice().buffer), JSON.stringify(rules), ...tallies);
  };
}

/** The changes after one that are not merged yet, oldest first. */
export function changesAfter(db: Database.Database, id: number, most = -1): CountChange[] {
  return prepared<[number, number], ChangeRow>(
    db,
    `SELECT id, keys, rules, ${COLUMNS} FROM count_change WHERE id > ? ORDER BY id LIMIT ?`,
  )
    .all(id, most)
    .map((row) => ({
      id: row.id,
      example: {
        keys: new Float64Array(Uint8Array.from(row.keys).buffer),
        rules: JSON.parse(row.rules),
      },
      tallies: talliesOf(row),
    }));
}

/** How many changes are not merged yet. */
export function countChanges(db: Database.Database): number {
  return preparedColumn(db, 'SELECT count(*) FROM count_change').get() as number;
}

/** Merges all changes into the counts, in the caller's transaction or one of its own. */
export function mergeChanges(db: Database.Database): void {
  for (const _ of mergeSteps(db));
}

/** The same in several transactions, yielding after each. */
export function* mergeSteps(db: Database.Database): Generator<void, void> {
  while (merge(db)) yield;
}

/** Merges the oldest changes, each feature's together and in the order of features; false where there were none. */
function merge(db: Database.Database): boolean {
  return db
    .transaction(() => {
      const changes = changesAfter(db, 0, AT_ONCE);
      const last = changes.at(-1);
      if (last === undefined) return false;
      const sum = createModel('');
      for (const { example, tallies } of changes) addToFeatures(sum, example, Int32Array.from(tallies));
      const { grams, rules } = modelState(sum);
      const rows = rowWriter(db);
      for (const [key, ...tallies] of grams) rows.gram(key as number, tallies);
      for (const [id, tallies] of rules) rows.rule(id, tallies);
      prepared(db, 'DELETE FROM count_change WHERE id <= ?').run(last.id);
      prepared(db, 'UPDATE model_state SET merged = ?').run(last.id);
      return true;
    })
    .immediate();
}
