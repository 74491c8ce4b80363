import type Database from 'better-sqlite3';
import { prepared } from './prepared.ts';

/** An event of one of the two logs. */
export interface StepEvent {
  readonly log: 'label' | 'work';
  readonly id: number;
}

/** Notes events that an editor made at once as the latest step. What was undone before cannot be done again then. */
export function recordStep(db: Database.Database, events: readonly StepEvent[]): void {
  if (events.length === 0) return;
  prepared(db, 'UPDATE step SET undone = 0 WHERE undone > 0').run();
  putEvents(db, newStep(db), events);
}

/** The latest step that is done; undefined where there is none. */
export function stepToUndo(db: Database.Database): number | undefined {
  const id = db.prepare<[]>('SELECT max(id) FROM step WHERE undone IS NULL').pluck().get();
  return (id as number | null) ?? undefined;
}

/** The step that was undone last, while nothing was decided since. */
export function stepToRedo(db: Database.Database): number | undefined {
  return db
    .prepare<[]>('SELECT id FROM step WHERE undone > 0 ORDER BY undone DESC, id DESC LIMIT 1')
    .pluck()
    .get() as number | undefined;
}

/** The events of a step in the order in which they were made. */
export function eventsOfStep(db: Database.Database, step: number): StepEvent[] {
  return db
    .prepare<[number], { label_event: number | null; desk_event: number | null }>(
      'SELECT label_event, desk_event FROM step_event WHERE step = ? ORDER BY id',
    )
    .all(step)
    .flatMap(({ label_event: label, desk_event: work }): StepEvent[] => {
      if (label !== null) return [{ log: 'label', id: label }];
      return work === null ? [] : [{ log: 'work', id: work }];
    });
}

/** Notes that a step was taken back; it is the first to be done again. */
export function markUndone(db: Database.Database, step: number): void {
  db.prepare(
    'UPDATE step SET undone = (SELECT max(coalesce(max(undone), 0), 0) + 1 FROM step) WHERE id = ?',
  ).run(step);
}

/** Notes that a step was done again. */
export function markDone(db: Database.Database, step: number): void {
  db.prepare('UPDATE step SET undone = NULL WHERE id = ?').run(step);
}

/**
 * The step of one event by itself, so that it can be undone alone: an event of a step of several becomes a step of its
 * own. Undefined for an event that no editor made at this desk.
 */
export function stepOfEvent(db: Database.Database, { log, id }: StepEvent): number | undefined {
  const column = log === 'label' ? 'label_event' : 'desk_event';
  const step = db.prepare<[number]>(`SELECT step FROM step_event WHERE ${column} = ?`).pluck().get(id) as
    | number
    | undefined;
  if (step === undefined || eventsOfStep(db, step).length === 1) return step;
  const own = newStep(db);
  db.prepare(`UPDATE step_event SET step = ? WHERE ${column} = ?`).run(own, id);
  return own;
}

/** The step that a request to undo or to redo was about; undefined where the request is new. */
export function stepOfRequest(db: Database.Database, requestId: string): number | undefined {
  return db.prepare<[string]>('SELECT step FROM step_request WHERE request_id = ?').pluck().get(requestId) as
    | number
    | undefined;
}

/** Notes that a request was carried out. */
export function noteRequest(db: Database.Database, requestId: string, step: number): void {
  db.prepare('INSERT INTO step_request (request_id, step) VALUES (?, ?)').run(requestId, step);
}

function newStep(db: Database.Database): number {
  return Number(prepared(db, 'INSERT INTO step (undone) VALUES (NULL)').run().lastInsertRowid);
}

function putEvents(db: Database.Database, step: number, events: readonly StepEvent[]): void {
  const put = prepared(db, 'INSERT INTO step_event (step, label_event, desk_event) VALUES (?, ?, ?)');
  for (const { log, id } of events) put.run(step, log === 'label' ? id : null, log === 'work' ? id : null);
}
