import type { Store } from './open-database.ts';
import { prepared } from './prepared.ts';

/** Rows of one statement: each call costs as much as inserting a row, and more than these gain nothing more. */
const AT_ONCE = 16;

/**
 * Inserts rows into `columns` of a table, some at a time: half the work of one at a time. The values of all rows stand
 * one behind the other.
 */
export function insertMany(
  db: Store,
  table: string,
  columns: readonly string[],
  values: readonly unknown[],
): void {
  const width = columns.length;
  const row = `(${columns.map(() => '?').join(', ')})`;
  const insert = (rows: number) =>
    prepared(db, `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${Array(rows).fill(row).join(', ')}`);
  const whole = values.length - (values.length % (AT_ONCE * width));
  const many = insert(AT_ONCE);
  for (let at = 0; at < whole; at += AT_ONCE * width) many.run(values.slice(at, at + AT_ONCE * width));
  const one = insert(1);
  for (let at = whole; at < values.length; at += width) one.run(values.slice(at, at + width));
}
