import type Database from 'better-sqlite3';
import { prepared } from './prepared.ts';

/** One loaded list. The ids of its headlines are `firstId`, `firstId + 1`, … in the list's order. */
export interface Feed {
  readonly id: number;
  readonly name: string;
  /** ISO 8601, UTC. */
  readonly importedAt: string;
  readonly headlines: number;
  /** Headlines with a label of the desk. */
  readonly labelled: number;
  readonly firstId: number;
  /** Name of the model of its stored scores; empty where they have to be made. */
  readonly scoredWith: string;
}

interface FeedRow {
  readonly id: number;
  readonly name: string;
  readonly imported_at: string;
  readonly headlines: number;
  readonly labelled: number;
  readonly first_id: number;
  readonly scored_with: string;
}

const SELECT_FEED =
  'SELECT id, name, imported_at, headlines, labelled, first_id, scored_with FROM feed WHERE staged = 0';

/** All feeds, the newest first. */
export function listFeeds(db: Database.Database): Feed[] {
  return prepared<[], FeedRow>(db, `${SELECT_FEED} ORDER BY id DESC`).all().map(fromRow);
}

/** A feed by id; undefined where it is gone. */
export function findFeed(db: Database.Database, id: number): Feed | undefined {
  const row = prepared<[number], FeedRow>(db, `${SELECT_FEED} AND id = ?`).get(id);
  return row && fromRow(row);
}

/** Whether these are one list, grown or not: the number of a list that was deleted may be given again. */
export function isSameFeed(feed: Feed, other: Feed | undefined): other is Feed {
  return feed.id === other?.id && feed.importedAt === other.importedAt;
}

/** The feed that holds exactly this list already. */
export function findFeedByDigest(db: Database.Database, digest: string): Feed | undefined {
  const row = db.prepare<[string], FeedRow>(`${SELECT_FEED} AND digest = ?`).get(digest);
  return row && fromRow(row);
}

/** The feed that a headline belongs to. */
export function findFeedOf(db: Database.Database, headlineId: number): Feed | undefined {
  const row = db
    .prepare<[number], FeedRow>(`${SELECT_FEED} AND first_id <= ? ORDER BY first_id DESC LIMIT 1`)
    .get(headlineId);
  return row && headlineId < row.first_id + row.headlines ? fromRow(row) : undefined;
}

/** Notes that the stored scores of a feed are those of this model; an empty name while they are being written. */
export function markScored(db: Database.Database, feedId: number, model: string): void {
  db.prepare('UPDATE feed SET scored_with = ? WHERE id = ?').run(model, feedId);
}

/** Moves the count of labelled headlines of every feed that holds a digest. */
export function countLabelled(db: Database.Database, digest: string, change: 1 | -1): void {
  prepared(
    db,
    `UPDATE feed SET labelled = labelled + ? WHERE id IN (
       SELECT (SELECT id FROM feed WHERE first_id <= headline_id ORDER BY first_id DESC LIMIT 1)
       FROM headline_digest WHERE digest = ?)`,
  ).run(change, digest);
}

function fromRow(row: FeedRow): Feed {
  return {
    id: row.id,
    name: row.name,
    importedAt: row.imported_at,
    headlines: row.headlines,
    labelled: row.labelled,
    firstId: row.first_id,
    scoredWith: row.scored_with,
  };
}
