import type Database from 'better-sqlite3';
import type { Label } from '#classifier/core/axis.ts';
import type { HeadlineDetails } from '#classifier/core/headline-details.ts';
import { prepared, preparedColumn } from './prepared.ts';

/** A headline of a feed, with the label that the desk gave it. */
export interface Headline {
  readonly id: number;
  /** Place in its feed, from 1. */
  readonly position: number;
  readonly digest: string;
  readonly text: string;
  /** What its source says of it. */
  readonly source: string | null;
  readonly url: string | null;
  readonly publishedAt: string | null;
  /** Null while the desk has not decided. */
  readonly label: Label | null;
  readonly flagged: boolean;
  readonly skipped: boolean;
}

interface HeadlineRow {
  readonly id: number;
  readonly position: number;
  readonly digest: string;
  readonly text: string;
  readonly source: string | null;
  readonly url: string | null;
  readonly publishedAt: string | null;
  readonly sensational: number | null;
  readonly implausible: number | null;
  readonly flag: string | null;
  readonly skip: string | null;
}

const SELECT_HEADLINE = `
  SELECT headline.id, position, headline.digest, headline.text, source, url, published_at AS publishedAt,
    sensational, implausible, flag, skip
  FROM headline
  LEFT JOIN label ON label.digest = headline.digest AND label.hidden = 0
  LEFT JOIN label_event ON label_event.id = label.event_id AND label_event.origin <> 'starter'
  LEFT JOIN desk_work ON desk_work.digest = headline.digest`;

/** The labels that the desk shows, from its events on: joined in this order nothing is gone through but these. */
export const DESK_LABELS =
  'label_event CROSS JOIN label ON label.digest = label_event.digest AND label.event_id = label_event.id AND hidden = 0';

/** Returns a function that finds headlines by id. */
export function headlineFinder(db: Database.Database): (id: number) => Headline | undefined {
  const select = prepared<[number], HeadlineRow>(db, `${SELECT_HEADLINE} WHERE headline.id = ?`);
  return (id) => {
    const row = select.get(id);
    return row && fromRow(row);
  };
}

/** A headline by id; undefined where it is gone. */
export function findHeadline(db: Database.Database, id: number): Headline | undefined {
  return headlineFinder(db)(id);
}

/** The headline with this digest in the newest feed that is finished. */
export function findHeadlineByDigest(db: Database.Database, digest: string): Headline | undefined {
  const row = db
    .prepare<[string], HeadlineRow>(
      `${SELECT_HEADLINE} WHERE headline.id = (SELECT max(headline_id) FROM headline_digest WHERE digest = ?
         AND headline_id < coalesce((SELECT first_id FROM feed WHERE staged = 1), 9e15))`,
    )
    .get(digest);
  return row && fromRow(row);
}

/** What the source of a headline says of it. */
export function detailsOf(db: Database.Database, id: number): HeadlineDetails | undefined {
  return db
    .prepare<[number], HeadlineDetails>(
      'SELECT source, url, published_at AS publishedAt, source_id AS id, metadata FROM headline WHERE id = ?',
    )
    .get(id);
}

/** The ids of a headline in all feeds that have it. */
export function copiesOf(db: Database.Database, digest: string): number[] {
  return preparedColumn<[string]>(db, 'SELECT headline_id FROM headline_digest WHERE digest = ?').all(
    digest,
  ) as number[];
}

/** The texts of headlines whose ids follow each other, in their order. */
export function textsFrom(db: Database.Database, firstId: number, count: number): string[] {
  return db
    .prepare<[number, number]>('SELECT text FROM headline WHERE id >= ? AND id < ? ORDER BY id')
    .pluck()
    .all(firstId, firstId + count) as string[];
}

/** A label that the desk shows, by the id of its headline. */
export interface PlacedLabel {
  readonly id: number;
  readonly sensational: number;
  readonly implausible: number;
  readonly annotator: string;
  /** ISO 8601, UTC. */
  readonly labelledAt: string;
}

/** The desk's labels of a feed. */
export function labelsOf(
  db: Database.Database,
  feed: { readonly firstId: number; readonly headlines: number },
): PlacedLabel[] {
  return db
    .prepare<[number, number], PlacedLabel>(
      `SELECT headline_id AS id, sensational, implausible, annotator, labelled_at AS labelledAt
       FROM ${DESK_LABELS}
       CROSS JOIN headline_digest ON headline_digest.digest = label.digest AND headline_id >= ? AND headline_id < ?
       WHERE origin IN ('desk', 'import')`,
    )
    .all(feed.firstId, feed.firstId + feed.headlines);
}

/** When headlines of a feed were published, of those whose source said so: ISO 8601, perhaps a day alone. */
export function publishedIn(
  db: Database.Database,
  feed: { readonly firstId: number; readonly headlines: number },
): { readonly id: number; readonly publishedAt: string }[] {
  return db
    .prepare<[number, number], { id: number; publishedAt: string }>(
      'SELECT id, published_at AS publishedAt FROM headline WHERE id >= ? AND id < ? AND published_at IS NOT NULL',
    )
    .all(feed.firstId, feed.firstId + feed.headlines);
}

/** The label that the desk shows for a headline; undefined where it shows none. */
export function shownLabelOf(
  db: Database.Database,
  digest: string,
): { readonly label: Label; readonly annotator: string; readonly labelledAt: string } | undefined {
  const row = prepared<[string], Omit<PlacedLabel, 'id'>>(
    db,
    `SELECT sensational, implausible, annotator, labelled_at AS labelledAt
       FROM label JOIN label_event ON label_event.id = event_id
       WHERE label.digest = ? AND hidden = 0 AND origin <> 'starter'`,
  ).get(digest);
  if (row === undefined) return undefined;
  const { sensational, implausible, annotator, labelledAt } = row;
  return {
    label: { sensational: sensational === 1, implausible: implausible === 1 },
    annotator,
    labelledAt,
  };
}

/** The first 32 bits of the digests of headlines whose ids follow each other, in their order. */
export function digestsFrom(db: Database.Database, firstId: number, count: number): number[] {
  return db
    .prepare<[number, number], string>(
      'SELECT substr(digest, 1, 8) FROM headline WHERE id >= ? AND id < ? ORDER BY id',
    )
    .pluck()
    .all(firstId, firstId + count)
    .map((hex) => Number.parseInt(hex as string, 16));
}

function fromRow(row: HeadlineRow): Headline {
  const label =
    row.sensational === null || row.implausible === null
      ? null
      : { sensational: row.sensational === 1, implausible: row.implausible === 1 };
  const { id, position, digest, text, source, url, publishedAt } = row;
  const said = { source, url, publishedAt };
  return {
    id,
    position,
    digest,
    text,
    ...said,
    label,
    flagged: row.flag !== null,
    skipped: row.skip !== null,
  };
}
