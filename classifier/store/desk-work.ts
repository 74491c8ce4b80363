import type Database from 'better-sqlite3';
import type { Disposition } from '#classifier/core/disposition.ts';
import { recordStep } from './steps.ts';
import { endOfChain, notUndone } from './undo-chain.ts';

/** What the desk does about a headline, wherever it stands; null where nothing is noted. */
export interface DeskWork {
  readonly disposition: Disposition | null;
  readonly note: string | null;
  /** A colleague's name. */
  readonly assignee: string | null;
  /** The day on which to look again, as 2026-01-31. */
  readonly recheck: string | null;
  /** `1` where the desk is to talk about it. */
  readonly flag: string | null;
  /** `1` where an editor left it undecided for later. */
  readonly skip: string | null;
}

export type WorkField = keyof DeskWork;

/** A change of one field; a null value clears it. */
export interface WorkChange {
  readonly field: WorkField;
  readonly digest: string;
  readonly text: string;
  readonly value: string | null;
  readonly annotator: string;
  /** ISO 8601, UTC. */
  readonly madeAt: string;
}

/** An entry of the log: a change, or the undo of an earlier one (which it repeats). */
export interface WorkEvent extends WorkChange {
  readonly id: number;
  readonly undoes: number | null;
}

interface WorkRow {
  readonly id: number;
  readonly field: WorkField;
  readonly undoes: number | null;
  readonly digest: string;
  readonly text: string;
  readonly value: string | null;
  readonly annotator: string;
  readonly made_at: string;
}

/** Nothing is noted. */
export const NO_WORK: DeskWork = {
  disposition: null,
  note: null,
  assignee: null,
  recheck: null,
  flag: null,
  skip: null,
};
const NOT_UNDONE = notUndone('desk_event');

/** What holds for a headline. */
export function workOf(db: Database.Database, digest: string): DeskWork {
  const row = db
    .prepare<[string], DeskWork>(
      'SELECT disposition, note, assignee, recheck, flag, skip FROM desk_work WHERE digest = ?',
    )
    .get(digest);
  return row ?? NO_WORK;
}

/**
 * Saves a change; one that changes nothing, and a request that was carried out before, add nothing to the log. A change
 * without a request comes from a file: it is no step of an editor.
 */
export function putWork(db: Database.Database, change: WorkChange, requestId: string | null): DeskWork {
  putWorks(db, [change], requestId);
  return workOf(db, change.digest);
}

/** Saves changes of several headlines as one step. */
export function putWorks(
  db: Database.Database,
  changes: readonly WorkChange[],
  requestId: string | null,
): void {
  db.transaction(() => {
    if (requestId !== null && findByRequest(db, requestId) !== undefined) return;
    const news = changes.filter(({ digest, field, value }) => workOf(db, digest)[field] !== value);
    const events = news.map((change, at) => {
      const id = append(db, change, null, at === 0 ? requestId : null);
      settleWork(db, change.digest, change.text);
      return { log: 'work', id } as const;
    });
    if (requestId !== null) recordStep(db, events);
  }).immediate();
}

/** Appends an entry that takes a change back, or makes it again, inside the caller's transaction. */
export function flipWork(
  db: Database.Database,
  original: WorkEvent,
  by: Pick<WorkChange, 'annotator' | 'madeAt'>,
): void {
  append(db, { ...original, ...by }, endOfChain(db, { log: 'work', id: original.id }), null);
  settleWork(db, original.digest, original.text);
}

/** A change by its number. */
export function findWorkEvent(db: Database.Database, id: number): WorkEvent | undefined {
  const row = db.prepare<[number], WorkRow>('SELECT * FROM desk_event WHERE id = ?').get(id);
  return row && fromRow(row);
}

/** Notes what holds for a headline by the log; the latest change of each field that is not undone. */
export function settleWork(db: Database.Database, digest: string, text: string): DeskWork {
  const rows = db
    .prepare<[string], WorkRow>(`SELECT * FROM desk_event WHERE digest = ? AND ${NOT_UNDONE} ORDER BY id`)
    .all(digest);
  const work: DeskWork = { ...NO_WORK, ...Object.fromEntries(rows.map((row) => [row.field, row.value])) };
  if (Object.values(work).every((value) => value === null))
    db.prepare('DELETE FROM desk_work WHERE digest = ?').run(digest);
  else
    db.prepare(
      `INSERT OR REPLACE INTO desk_work (digest, text, disposition, note, assignee, recheck, flag, skip)
       VALUES (@digest, @text, @disposition, @note, @assignee, @recheck, @flag, @skip)`,
    ).run({ ...work, digest, text });
  return work;
}

/** What the desk does about the headlines of a feed, by id. */
export function workIn(
  db: Database.Database,
  feed: { readonly firstId: number; readonly headlines: number },
): ({ readonly id: number } & Pick<DeskWork, 'disposition' | 'flag' | 'skip'>)[] {
  return db
    .prepare<[number, number], { id: number } & Pick<DeskWork, 'disposition' | 'flag' | 'skip'>>(
      `SELECT headline_id AS id, disposition, flag, skip FROM desk_work
       CROSS JOIN headline_digest ON headline_digest.digest = desk_work.digest AND headline_id >= ? AND headline_id < ?`,
    )
    .all(feed.firstId, feed.firstId + feed.headlines);
}

/** The changes of a headline that are not undone, the newest first. */
export function workEventsOf(db: Database.Database, digest: string): WorkEvent[] {
  return db
    .prepare<[string], WorkRow>(
      `SELECT * FROM desk_event WHERE digest = ? AND ${NOT_UNDONE} ORDER BY id DESC`,
    )
    .all(digest)
    .map(fromRow);
}

/** The headlines of a feed that were left undecided for later. */
export function skippedIn(
  db: Database.Database,
  feed: { readonly firstId: number; readonly headlines: number },
): { readonly digest: string; readonly text: string }[] {
  return db
    .prepare<[number, number], { digest: string; text: string }>(
      `SELECT DISTINCT desk_work.digest, text FROM desk_work CROSS JOIN headline_digest
         ON headline_digest.digest = desk_work.digest AND headline_id >= ? AND headline_id < ?
       WHERE skip IS NOT NULL`,
    )
    .all(feed.firstId, feed.firstId + feed.headlines);
}

/** The names that headlines were assigned to, the latest first. */
export function assigneeNames(db: Database.Database): string[] {
  return db
    .prepare<[]>(
      `SELECT value FROM desk_event WHERE field = 'assignee' AND value IS NOT NULL GROUP BY value ORDER BY max(id) DESC LIMIT 50`,
    )
    .pluck()
    .all() as string[];
}

/** A headline with what the desk does about it. */
export interface WorkedHeadline extends DeskWork {
  readonly digest: string;
  readonly text: string;
}

/** Headlines to be looked at again on this day or before, the longest overdue first. */
export function dueOn(db: Database.Database, day: string, limit: number): WorkedHeadline[] {
  return db
    .prepare<[string, number], WorkedHeadline>(
      'SELECT * FROM desk_work WHERE recheck <= ? ORDER BY recheck LIMIT ?',
    )
    .all(day, limit);
}

/** Headlines that a colleague has and that are neither usable nor rejected yet. */
export function assignedTo(db: Database.Database, name: string, limit: number): WorkedHeadline[] {
  return db
    .prepare<[string, number], WorkedHeadline>(
      `SELECT * FROM desk_work WHERE assignee = ? AND coalesce(disposition, 'todo') IN ('todo', 'checking')
       ORDER BY coalesce(recheck, '9'), digest LIMIT ?`,
    )
    .all(name, limit);
}

/** A change and whether it was taken back since. */
export interface PastWork extends WorkEvent {
  readonly isUndone: boolean;
}

/** The changes from one time up to another, the newest first. */
export function workBetween(db: Database.Database, from: string, to: string, limit: number): PastWork[] {
  return db
    .prepare<[string, string, number], WorkRow & { readonly undone: number }>(
      `SELECT *, NOT (${NOT_UNDONE}) AS undone
       FROM desk_event WHERE made_at >= ? AND made_at < ? AND undoes IS NULL ORDER BY made_at DESC, id DESC LIMIT ?`,
    )
    .all(from, to, limit)
    .map((row) => ({ ...fromRow(row), isUndone: row.undone === 1 }));
}

function append(
  db: Database.Database,
  change: WorkChange,
  undoes: number | null,
  requestId: string | null,
): number {
  const { field, digest, text, value, annotator, madeAt } = change;
  const inserted = db
    .prepare(
      `INSERT INTO desk_event (request_id, field, undoes, digest, text, value, annotator, made_at)
       VALUES (@requestId, @field, @undoes, @digest, @text, @value, @annotator, @madeAt)`,
    )
    .run({ field, digest, text, value, annotator, madeAt, undoes, requestId });
  return Number(inserted.lastInsertRowid);
}

function findByRequest(db: Database.Database, requestId: string): WorkRow | undefined {
  return db.prepare<[string], WorkRow>('SELECT * FROM desk_event WHERE request_id = ?').get(requestId);
}

function fromRow({ id, field, undoes, digest, text, value, annotator, made_at }: WorkRow): WorkEvent {
  return { id, field, undoes, digest, text, value, annotator, madeAt: made_at };
}
