import type Database from 'better-sqlite3';
import { AXES, type Label } from '#classifier/core/axis.ts';
import { TALLIES_A_FEATURE, tallyOf } from '#classifier/core/feature-counts.ts';
import type { Example } from '#classifier/core/model.ts';
import { prepared } from './prepared.ts';

export const TALLY_COLUMNS = [
  'sensational_yes',
  'sensational_no',
  'implausible_yes',
  'implausible_no',
] as const;
export const COLUMNS = TALLY_COLUMNS.join(', ');

export type TallyRow = Readonly<Record<(typeof TALLY_COLUMNS)[number], number>>;

export function talliesOf(row: TallyRow): number[] {
  return TALLY_COLUMNS.map((column) => row[column]);
}

/** Adds an example to the stored counts, or with a negative amount takes it out again. */
export type CountWriter = (example: Example, label: Label, amount: number) => void;

/** What a label adds to the four tallies of each of its features and rules. */
export function talliesFor(label: Label, amount: number): number[] {
  const tallies = new Array<number>(TALLIES_A_FEATURE).fill(0);
  for (const axis of AXES) tallies[tallyOf(axis, label[axis])] = amount;
  return tallies;
}

/** Adds to the tallies of all labels together. */
export function addToTotals(db: Database.Database, tallies: readonly number[]): void {
  const added = TALLY_COLUMNS.map((column) => `${column} = ${column} + ?`).join(', ');
  prepared(db, `UPDATE model_state SET ${added}`).run(...tallies);
}

/** Adds to the row of a feature or rule, makes it where it is missing and drops it where nothing is left of it. */
export interface RowWriter {
  gram(key: number, tallies: readonly number[]): void;
  rule(id: string, tallies: readonly number[]): void;
}

const ADDED = TALLY_COLUMNS.map((column) => `${column} = ${column} + excluded.${column}`).join(', ');
const EMPTY = TALLY_COLUMNS.map((column) => `${column} = 0`).join(' AND ');

export function rowWriter(db: Database.Database): RowWriter {
  return { gram: adder(db, 'gram_count', 'key'), rule: adder(db, 'rule_count', 'rule_id') };
}

function adder<Key>(
  db: Database.Database,
  table: string,
  name: string,
): (key: Key, tallies: readonly number[]) => void {
  const add = prepared(
    db,
    `INSERT INTO ${table} (${name}, ${COLUMNS}) VALUES (?, ?, ?, ?, ?) ON CONFLICT (${name}) DO UPDATE SET ${ADDED}`,
  );
  const drop = prepared(db, `DELETE FROM ${table} WHERE ${name} = ? AND ${EMPTY}`);
  return (key, tallies) => {
    add.run(key, ...tallies);
    if (tallies.some((tally) => tally < 0)) drop.run(key);
  };
}
