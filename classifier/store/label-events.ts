import type Database from 'better-sqlite3';
import type { Label } from '#classifier/core/axis.ts';

/** Where a label came from: shipped with the program, given at this desk, or read from a file. */
export type LabelOrigin = 'starter' | 'desk' | 'import';

/** A label as it was given. */
export interface GivenLabel {
  readonly digest: string;
  readonly text: string;
  readonly label: Label;
  readonly origin: LabelOrigin;
  readonly annotator: string;
  /** ISO 8601, UTC. */
  readonly labelledAt: string;
  readonly note: string | null;
  /** Whatever else a label file said of it, as JSON. */
  readonly extra: string | null;
}

/** An entry of the log: a label, or the undo of an earlier one (whose headline and label it repeats). */
export interface LabelEvent extends GivenLabel {
  readonly id: number;
  readonly requestId: string | null;
  /** The event that this one takes back; null for a label. */
  readonly undoes: number | null;
}

interface EventRow {
  readonly id: number;
  readonly request_id: string | null;
  readonly undoes: number | null;
  readonly digest: string;
  readonly text: string;
  readonly sensational: number;
  readonly implausible: number;
  readonly origin: LabelOrigin;
  readonly annotator: string;
  readonly labelled_at: string;
  readonly note: string | null;
  readonly extra: string | null;
}

const NOT_UNDONE = `kind = 'label' AND NOT EXISTS (SELECT 1 FROM label_event AS undo WHERE undo.undoes = label_event.id)`;

/** Appends a label, or with `undoes` an undo, and returns the event's id. */
export function appendEvent(
  db: Database.Database,
  given: GivenLabel,
  requestId: string | null,
  undoes: number | null,
): number {
  const inserted = db
    .prepare(
      `INSERT INTO label_event (request_id, kind, undoes, digest, text, sensational, implausible, origin, annotator, labelled_at, note, extra)
       VALUES (@requestId, @kind, @undoes, @digest, @text, @sensational, @implausible, @origin, @annotator, @labelledAt, @note, @extra)`,
    )
    .run({
      ...given,
      requestId,
      undoes,
      kind: undoes === null ? 'label' : 'undo',
      sensational: given.label.sensational ? 1 : 0,
      implausible: given.label.implausible ? 1 : 0,
      label: null,
    });
  return Number(inserted.lastInsertRowid);
}

/** The event that a request caused; undefined where the request is new. */
export function findEventByRequest(db: Database.Database, requestId: string): LabelEvent | undefined {
  const row = db.prepare<[string], EventRow>('SELECT * FROM label_event WHERE request_id = ?').get(requestId);
  return row && fromRow(row);
}

/** The desk's latest label that is not undone. */
export function lastDeskLabel(db: Database.Database): LabelEvent | undefined {
  const row = db
    .prepare<[], EventRow>(
      `SELECT * FROM label_event WHERE origin = 'desk' AND ${NOT_UNDONE} ORDER BY id DESC LIMIT 1`,
    )
    .get();
  return row && fromRow(row);
}

/** The label that holds for a digest by the log: the latest that is not undone. */
export function holdingEvent(db: Database.Database, digest: string): LabelEvent | undefined {
  const row = db
    .prepare<[string], EventRow>(
      `SELECT * FROM label_event WHERE digest = ? AND ${NOT_UNDONE} ORDER BY id DESC LIMIT 1`,
    )
    .get(digest);
  return row && fromRow(row);
}

/** All events of a headline, oldest first. */
export function eventsOf(db: Database.Database, digest: string): LabelEvent[] {
  return db
    .prepare<[string], EventRow>('SELECT * FROM label_event WHERE digest = ? ORDER BY id')
    .all(digest)
    .map(fromRow);
}

/** The events after one and up to another, oldest first. */
export function eventsBetween(db: Database.Database, after: number, upTo: number): LabelEvent[] {
  return db
    .prepare<[number, number], EventRow>('SELECT * FROM label_event WHERE id > ? AND id <= ? ORDER BY id')
    .all(after, upTo)
    .map(fromRow);
}

/** Whether the log holds this very label, not undone; a label without a date of its own is the same on any date. */
export function isLogged(db: Database.Database, given: GivenLabel, dated: boolean): boolean {
  const row = db
    .prepare<[Record<string, unknown>], { found: number }>(
      `SELECT EXISTS (SELECT 1 FROM label_event WHERE digest = @digest AND origin <> 'starter' AND annotator = @annotator
         AND sensational = @sensational AND implausible = @implausible AND (NOT @dated OR labelled_at = @labelledAt)
         AND ${NOT_UNDONE}) AS found`,
    )
    .get({
      digest: given.digest,
      annotator: given.annotator,
      labelledAt: given.labelledAt,
      sensational: given.label.sensational ? 1 : 0,
      implausible: given.label.implausible ? 1 : 0,
      dated: dated ? 1 : 0,
    });
  return row?.found === 1;
}

/** Notes which event holds for a digest; undefined takes the digest's label away. */
export function setHolding(db: Database.Database, digest: string, eventId: number | undefined): void {
  if (eventId === undefined) db.prepare('DELETE FROM label WHERE digest = ?').run(digest);
  else {
    db.prepare(
      'INSERT INTO label (digest, event_id) VALUES (?, ?) ON CONFLICT (digest) DO UPDATE SET event_id = excluded.event_id',
    ).run(digest, eventId);
  }
}

/** All labels that hold, in the order in which they were given; `deskOnly` leaves the starter's out. */
export function holdingEvents(db: Database.Database, { deskOnly }: { deskOnly: boolean }): LabelEvent[] {
  const where = deskOnly ? `WHERE origin <> 'starter'` : '';
  return db
    .prepare<[], EventRow>(
      `SELECT label_event.* FROM label JOIN label_event ON label_event.id = label.event_id ${where} ORDER BY label_event.id`,
    )
    .all()
    .map(fromRow);
}

/** How many headlines have a label that holds; `deskOnly` leaves the starter's out. */
export function countLabels(db: Database.Database, { deskOnly }: { deskOnly: boolean }): number {
  const where = deskOnly ? `WHERE origin <> 'starter'` : '';
  const row = db
    .prepare<[], { labels: number }>(
      `SELECT count(*) AS labels FROM label JOIN label_event ON label_event.id = label.event_id ${where}`,
    )
    .get();
  return row?.labels ?? 0;
}

function fromRow(row: EventRow): LabelEvent {
  return {
    id: row.id,
    requestId: row.request_id,
    undoes: row.undoes,
    digest: row.digest,
    text: row.text,
    label: { sensational: row.sensational === 1, implausible: row.implausible === 1 },
    origin: row.origin,
    annotator: row.annotator,
    labelledAt: row.labelled_at,
    note: row.note,
    extra: row.extra,
  };
}
