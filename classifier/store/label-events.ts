import type Database from 'better-sqlite3';
import type { Label } from '#classifier/core/axis.ts';
import type { Band } from '#classifier/core/bands.ts';
import { prepared } from './prepared.ts';
import { notUndone } from './undo-chain.ts';

/** Where a label came from: shipped with the program, given at this desk, or read from a file. */
export type LabelOrigin = 'starter' | 'desk' | 'import';

/** What the editor saw before deciding, and for how long. */
export interface ShownBefore {
  /** From the headline's appearing to the key, in seconds. */
  readonly seconds: number;
  readonly score: number;
  readonly band: Band;
  /** Name of the model that gave them. */
  readonly model: string;
}

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
  /** Null or missing where nothing was noted. */
  readonly shown?: ShownBefore | null;
  /** Whether another editor's label was in sight. */
  readonly sawOther?: boolean;
  /** A ruling decides where editors differ, and holds. */
  readonly isRuling?: boolean;
  /** What labels that are given and undone in one step share; null or missing for one alone. */
  readonly batch?: string | null;
}

/** An entry of the log: a label, or what takes an earlier entry back (whose headline and label it repeats). */
export interface LabelEvent extends Required<GivenLabel> {
  readonly id: number;
  readonly requestId: string | null;
  /** The event that this one takes back; null for a label. */
  readonly undoes: number | null;
}

/** A label event as it is stored. */
export interface EventRow {
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
  readonly seconds: number | null;
  readonly shown_score: number | null;
  readonly shown_band: Band | null;
  readonly shown_model: string | null;
  readonly saw_other: number;
  readonly is_ruling: number;
  readonly batch: string | null;
}

const NOT_UNDONE = notUndone('label_event');

/** Appends a label, or with `undoes` an undo, and returns the event's id. */
export function appendEvent(
  db: Database.Database,
  given: GivenLabel,
  requestId: string | null,
  undoes: number | null,
): number {
  const inserted = prepared(
    db,
    `INSERT INTO label_event (request_id, kind, undoes, digest, text, sensational, implausible, origin, annotator, labelled_at, note, extra,
         seconds, shown_score, shown_band, shown_model, saw_other, is_ruling, batch)
       VALUES (@requestId, @kind, @undoes, @digest, @text, @sensational, @implausible, @origin, @annotator, @labelledAt, @note, @extra,
         @seconds, @score, @band, @model, @sawOther, @isRuling, @batch)`,
  ).run({
    ...given,
    requestId,
    undoes,
    kind: undoes === null ? 'label' : 'undo',
    sensational: given.label.sensational ? 1 : 0,
    implausible: given.label.implausible ? 1 : 0,
    seconds: given.shown?.seconds ?? null,
    score: given.shown?.score ?? null,
    band: given.shown?.band ?? null,
    model: given.shown?.model ?? null,
    sawOther: given.sawOther ? 1 : 0,
    isRuling: given.isRuling ? 1 : 0,
    batch: given.batch ?? null,
    label: null,
    shown: null,
  });
  return Number(inserted.lastInsertRowid);
}

/** The event that a request caused; undefined where the request is new. */
export function findEventByRequest(db: Database.Database, requestId: string): LabelEvent | undefined {
  const row = prepared<[string], EventRow>(db, 'SELECT * FROM label_event WHERE request_id = ?').get(
    requestId,
  );
  return row && fromRow(row);
}

/** An event by its number. */
export function findEvent(db: Database.Database, id: number): LabelEvent | undefined {
  const row = db.prepare<[number], EventRow>('SELECT * FROM label_event WHERE id = ?').get(id);
  return row && fromRow(row);
}

/** All events of a headline, oldest first. */
export function eventsOf(db: Database.Database, digest: string): LabelEvent[] {
  return prepared<[string], EventRow>(db, 'SELECT * FROM label_event WHERE digest = ? ORDER BY id')
    .all(digest)
    .map(fromRow);
}

/** All events of one step, oldest first. */
export function eventsOfBatch(db: Database.Database, batch: string): LabelEvent[] {
  return db
    .prepare<[string], EventRow>('SELECT * FROM label_event WHERE batch = ? ORDER BY id')
    .all(batch)
    .map(fromRow);
}

/** The events after one and up to another, oldest first. */
export function eventsBetween(db: Database.Database, after: number, upTo: number): LabelEvent[] {
  return db
    .prepare<[number, number], EventRow>('SELECT * FROM label_event WHERE id > ? AND id <= ? ORDER BY id')
    .all(after, upTo)
    .map(fromRow);
}

/** A label or ruling and whether it was taken back since. */
export interface PastLabel extends LabelEvent {
  readonly isUndone: boolean;
}

/** The desk's labels and rulings from one time up to another, the newest first. */
export function labelsBetween(db: Database.Database, from: string, to: string, limit: number): PastLabel[] {
  return db
    .prepare<[string, string, number], EventRow & { readonly undone: number }>(
      `SELECT *, NOT (${NOT_UNDONE}) AS undone
       FROM label_event WHERE labelled_at >= ? AND labelled_at < ? AND origin = 'desk' AND kind = 'label'
       ORDER BY labelled_at DESC, id DESC LIMIT ?`,
    )
    .all(from, to, limit)
    .map((row) => ({ ...fromRow(row), isUndone: row.undone === 1 }));
}

/** Whether the log holds this very label, not undone; a label without a date of its own is the same on any date. */
export function isLogged(db: Database.Database, given: GivenLabel, dated: boolean): boolean {
  const row = db
    .prepare<[Record<string, unknown>], { found: number }>(
      `SELECT EXISTS (SELECT 1 FROM label_event WHERE digest = @digest AND origin <> 'starter' AND annotator = @annotator
         AND sensational = @sensational AND implausible = @implausible AND is_ruling = @isRuling AND (NOT @dated OR labelled_at = @labelledAt)
         AND ${NOT_UNDONE}) AS found`,
    )
    .get({
      digest: given.digest,
      annotator: given.annotator,
      labelledAt: given.labelledAt,
      sensational: given.label.sensational ? 1 : 0,
      implausible: given.label.implausible ? 1 : 0,
      isRuling: given.isRuling ? 1 : 0,
      dated: dated ? 1 : 0,
    });
  return row?.found === 1;
}

/** All labels that hold, without those on which editors differ, in the order in which they were given; `deskOnly` leaves the starter's out. */
export function holdingEvents(db: Database.Database, { deskOnly }: { deskOnly: boolean }): LabelEvent[] {
  const where = deskOnly ? `WHERE origin <> 'starter'` : '';
  return db
    .prepare<[], EventRow>(
      `SELECT label_event.* FROM label JOIN label_event ON label_event.id = label.holds ${where} ORDER BY label_event.id`,
    )
    .all()
    .map(fromRow);
}

/** How many headlines have a label that holds; with `deskOnly` how many the desk shows as labelled by editors. */
export function countLabels(db: Database.Database, { deskOnly }: { deskOnly: boolean }): number {
  const where = deskOnly ? `WHERE origin <> 'starter' AND hidden = 0` : 'WHERE holds IS NOT NULL';
  const row = db
    .prepare<[], { labels: number }>(
      `SELECT count(*) AS labels FROM label JOIN label_event ON label_event.id = label.event_id ${where}`,
    )
    .get();
  return row?.labels ?? 0;
}

/** A label event from its row. */
export function fromRow(row: EventRow): LabelEvent {
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
    shown: shownFrom(row),
    sawOther: row.saw_other === 1,
    isRuling: row.is_ruling === 1,
    batch: row.batch,
  };
}

function shownFrom({ seconds, shown_score, shown_band, shown_model }: EventRow): ShownBefore | null {
  if (seconds === null || shown_score === null || shown_band === null || shown_model === null) return null;
  return { seconds, score: shown_score, band: shown_band, model: shown_model };
}
