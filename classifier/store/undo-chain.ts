import type Database from 'better-sqlite3';
import type { StepEvent } from './steps.ts';

const TABLES = { label: 'label_event', work: 'desk_event' } as const;

/**
 * An SQL condition: the event of this row, a table or its alias, is not taken back. An undo is itself taken back by a
 * redo, and that by another undo; an event holds while the chain of those that came after it is of even length.
 */
export function notUndone(log: 'label_event' | 'desk_event', row: string = log): string {
  return `${row}.undoes IS NULL AND (
    WITH RECURSIVE chain (id, length) AS (
      SELECT ${row}.id, 0
      UNION ALL SELECT later.id, length + 1 FROM chain JOIN ${log} AS later ON later.undoes = chain.id
    ) SELECT max(length) % 2 FROM chain) = 0`;
}

/** Whether an event is taken back. */
export function isTakenBack(db: Database.Database, event: StepEvent): boolean {
  return chainOf(db, event).length % 2 === 0;
}

/** The event that the next undo or redo of an event takes back: the newest of its chain. */
export function endOfChain(db: Database.Database, event: StepEvent): number {
  return chainOf(db, event).at(-1) ?? event.id;
}

/** An event and what took it back and gave it again, the oldest first. */
function chainOf(db: Database.Database, { log, id }: StepEvent): number[] {
  return db
    .prepare<[number]>(
      `WITH RECURSIVE chain (id) AS (
         SELECT ? UNION ALL SELECT later.id FROM chain JOIN ${TABLES[log]} AS later ON later.undoes = chain.id
       ) SELECT id FROM chain ORDER BY id`,
    )
    .pluck()
    .all(id) as number[];
}
