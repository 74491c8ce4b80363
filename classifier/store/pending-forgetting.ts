import { randomUUID } from 'node:crypto';
import type Database from 'better-sqlite3';

/**
 * What was deleted for good and may still stand elsewhere: in the bytes of the database, in the journal, in backups. The mark is
 * set in the transaction of the deletion and taken off when all of that is clean; whoever opens the workspace finishes it.
 */
export interface PendingForgetting {
  /** Another one for each deletion: a mark is taken off only by who has seen the latest. */
  readonly id: string;
  /** Lists that were deleted. */
  readonly feeds: readonly number[];
}

const NAME = 'forgetting';

/** Sets the mark, in the transaction that deletes. */
export function markForgetting(db: Database.Database, feeds: readonly number[]): void {
  const before = pendingForgetting(db)?.feeds ?? [];
  const mark: PendingForgetting = { id: randomUUID(), feeds: [...before, ...feeds] };
  db.prepare('INSERT OR REPLACE INTO desk_setting (name, value) VALUES (?, ?)').run(
    NAME,
    JSON.stringify(mark),
  );
}

/** What is to be finished; null where nothing is. */
export function pendingForgetting(db: Database.Database): PendingForgetting | null {
  const mark = db.prepare('SELECT value FROM desk_setting WHERE name = ?').pluck().get(NAME);
  return mark === undefined ? null : JSON.parse(String(mark));
}

/** Takes the mark off, unless something else was deleted meanwhile. */
export function forgettingDone(db: Database.Database, { id }: PendingForgetting): void {
  if (pendingForgetting(db)?.id === id) db.prepare('DELETE FROM desk_setting WHERE name = ?').run(NAME);
}
