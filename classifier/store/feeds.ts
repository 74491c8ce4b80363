import type Database from 'better-sqlite3';

/** One loaded list. */
export interface Feed {
  readonly id: number;
  readonly name: string;
  /** ISO 8601, UTC. */
  readonly importedAt: string;
  readonly headlines: number;
  /** Headlines with a label of the desk. */
  readonly labelled: number;
}

interface FeedRow {
  readonly id: number;
  readonly name: string;
  readonly imported_at: string;
  readonly headlines: number;
  readonly labelled: number;
}

const SELECT_FEED = `
  SELECT feed.id, feed.name, feed.imported_at,
    (SELECT count(*) FROM headline WHERE feed_id = feed.id) AS headlines,
    (SELECT count(*) FROM headline JOIN label USING (digest) JOIN label_event ON label_event.id = label.event_id
      WHERE feed_id = feed.id AND origin <> 'starter') AS labelled
  FROM feed`;

/** All feeds, the newest first. */
export function listFeeds(db: Database.Database): Feed[] {
  return db.prepare<[], FeedRow>(`${SELECT_FEED} ORDER BY feed.id DESC`).all().map(fromRow);
}

/** A feed by id; undefined where it is gone. */
export function findFeed(db: Database.Database, id: number): Feed | undefined {
  const row = db.prepare<[number], FeedRow>(`${SELECT_FEED} WHERE feed.id = ?`).get(id);
  return row && fromRow(row);
}

/** The feed that holds exactly this list already. */
export function findFeedByDigest(db: Database.Database, digest: string): Feed | undefined {
  const row = db.prepare<[string], FeedRow>(`${SELECT_FEED} WHERE feed.digest = ?`).get(digest);
  return row && fromRow(row);
}

/** Adds an empty feed and returns its id. `scoredWith` names the model of its headlines' scores. */
export function insertFeed(
  db: Database.Database,
  feed: { name: string; digest: string; importedAt: string; scoredWith: string },
): number {
  const inserted = db
    .prepare('INSERT INTO feed (name, digest, imported_at, scored_with) VALUES (?, ?, ?, ?)')
    .run(feed.name, feed.digest, feed.importedAt, feed.scoredWith);
  return Number(inserted.lastInsertRowid);
}

/** Whether the stored scores of a feed are those of another model. */
export function isStale(db: Database.Database, feedId: number, model: string): boolean {
  const row = db
    .prepare<[number], { scored_with: string }>('SELECT scored_with FROM feed WHERE id = ?')
    .get(feedId);
  return row !== undefined && row.scored_with !== model;
}

/** Notes that all stored scores of a feed are those of this model. */
export function markScored(db: Database.Database, feedId: number, model: string): void {
  db.prepare('UPDATE feed SET scored_with = ? WHERE id = ?').run(model, feedId);
}

function fromRow(row: FeedRow): Feed {
  return {
    id: row.id,
    name: row.name,
    importedAt: row.imported_at,
    headlines: row.headlines,
    labelled: row.labelled,
  };
}
