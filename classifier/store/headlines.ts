import type Database from 'better-sqlite3';
import type { Label } from '#classifier/core/axis.ts';

/** A headline of a feed, with the label that the desk gave it. */
export interface Headline {
  readonly id: number;
  readonly feedId: number;
  /** Place in its feed, from 1. */
  readonly position: number;
  readonly digest: string;
  readonly text: string;
  /** The score it is sorted by: that of the model named in its feed. */
  readonly score: number;
  /** Null while the desk has not decided. */
  readonly label: Label | null;
}

/** The last row of a page: where the next one goes on. */
export interface PageCursor {
  readonly score: number;
  readonly id: number;
}

interface HeadlineRow {
  readonly id: number;
  readonly feed_id: number;
  readonly position: number;
  readonly digest: string;
  readonly text: string;
  readonly score: number;
  readonly sensational: number | null;
  readonly implausible: number | null;
}

const SELECT_HEADLINE = `
  SELECT headline.id, feed_id, position, headline.digest, headline.text, score, sensational, implausible
  FROM headline
  LEFT JOIN label ON label.digest = headline.digest
  LEFT JOIN label_event ON label_event.id = label.event_id AND label_event.origin <> 'starter'`;

const BY_SCORE = 'ORDER BY score DESC, headline.id LIMIT @limit';
const AFTER_CURSOR = '(score < @score OR (score = @score AND headline.id > @id))';

/** Which headlines of a feed: all, or those found by words (FTS5 syntax) or by the letters as typed. */
export interface Selection {
  readonly feedId: number;
  readonly search: { readonly words: string | null; readonly letters: string } | null;
}

/** One page by falling score. `after` null starts at the top. */
export function pageByScore(
  db: Database.Database,
  selection: Selection,
  after: PageCursor | null,
  limit: number,
): Headline[] {
  const where = [...selectionWhere(selection), ...(after ? [AFTER_CURSOR] : [])].join(' AND ');
  return db
    .prepare<[Record<string, unknown>], HeadlineRow>(`${SELECT_HEADLINE} WHERE ${where} ${BY_SCORE}`)
    .all({ ...selectionValues(selection), ...after, limit })
    .map(fromRow);
}

/** How many headlines a selection holds. */
export function countSelected(db: Database.Database, selection: Selection): number {
  const where = selectionWhere(selection).join(' AND ');
  const row = db
    .prepare<[Record<string, unknown>], { total: number }>(
      `SELECT count(*) AS total FROM headline WHERE ${where}`,
    )
    .get(selectionValues(selection));
  return row?.total ?? 0;
}

/** A headline by id; undefined where it is gone. */
export function findHeadline(db: Database.Database, id: number): Headline | undefined {
  const row = db.prepare<[number], HeadlineRow>(`${SELECT_HEADLINE} WHERE headline.id = ?`).get(id);
  return row && fromRow(row);
}

/** The first headline with this digest, in the newest feed. */
export function findHeadlineByDigest(db: Database.Database, digest: string): Headline | undefined {
  const row = db
    .prepare<[string], HeadlineRow>(`${SELECT_HEADLINE} WHERE headline.digest = ? ORDER BY headline.id DESC`)
    .get(digest);
  return row && fromRow(row);
}

/** Headlines of a feed by id, from `afterId` on: for work in slices. */
export function sliceOfFeed(
  db: Database.Database,
  feedId: number,
  afterId: number,
  limit: number,
): { id: number; text: string }[] {
  return db
    .prepare<[number, number, number], { id: number; text: string }>(
      'SELECT id, text FROM headline WHERE feed_id = ? AND id > ? ORDER BY id LIMIT ?',
    )
    .all(feedId, afterId, limit);
}

/** Returns a function that adds a headline to a feed; a digest that the feed has already is left out. */
export function headlineInserter(
  db: Database.Database,
): (headline: Pick<Headline, 'feedId' | 'position' | 'digest' | 'text' | 'score'>) => void {
  const insert = db.prepare(
    `INSERT INTO headline (feed_id, position, digest, text, score)
     VALUES (@feedId, @position, @digest, @text, @score) ON CONFLICT (feed_id, digest) DO NOTHING`,
  );
  return (headline) => void insert.run(headline);
}

/** Returns a function that stores a headline's new score. */
export function scoreUpdater(db: Database.Database): (id: number, score: number) => void {
  const update = db.prepare('UPDATE headline SET score = ? WHERE id = ?');
  return (id, score) => void update.run(score, id);
}

function selectionWhere({ search }: Selection): string[] {
  if (search === null) return ['feed_id = @feedId'];
  const letters = `instr(lower(headline.text), lower(@letters)) > 0`;
  const words = 'headline.id IN (SELECT rowid FROM headline_word WHERE headline_word MATCH @words)';
  return ['feed_id = @feedId', search.words === null ? letters : `(${letters} OR ${words})`];
}

function selectionValues({ feedId, search }: Selection): Record<string, unknown> {
  if (search === null) return { feedId };
  return { feedId, letters: search.letters, ...(search.words === null ? {} : { words: search.words }) };
}

function fromRow(row: HeadlineRow): Headline {
  const label =
    row.sensational === null || row.implausible === null
      ? null
      : { sensational: row.sensational === 1, implausible: row.implausible === 1 };
  return {
    id: row.id,
    feedId: row.feed_id,
    position: row.position,
    digest: row.digest,
    text: row.text,
    score: row.score,
    label,
  };
}
