import { randomUUID } from 'node:crypto';
import type Database from 'better-sqlite3';
import type { HeadlineDetails } from '#classifier/core/headline-details.ts';
import { BLOCK_SIZE, type BlockKind, writeBlock } from './feed-blocks.ts';
import { writeStories } from './feed-stories.ts';
import { type Feed, findFeed, findFeedByDigest } from './feeds.ts';
import { DESK_LABELS } from './headlines.ts';
import { insertMany } from './insert-many.ts';
import { withoutWaiting } from './open-database.ts';

/** A feed whose rows come in block by block and that nobody sees before it is finished. */
export interface StagedFeed {
  readonly id: number;
  readonly firstId: number;
}

/** Columns of a headline, and of what its source says of it. */
const PLAIN = ['id', 'position', 'digest', 'text'];
const DETAILS = ['source', 'url', 'published_at', 'source_id', 'metadata'];

/** Rows of a staged feed that follow each other; `firstAt` is the place of the first in the feed, from 0. */
export interface StagedRows {
  readonly firstAt: number;
  readonly texts: readonly string[];
  readonly digests: readonly string[];
  /** What the source says of each; null where it says nothing of any. */
  readonly details: readonly (HeadlineDetails | null)[] | null;
  /** Lines of the list, from 1. */
  readonly positions: readonly number[];
  /** The packed block of their texts. */
  readonly packed: Uint8Array;
}

/**
 * Begins a feed of so many headlines. Their ids, those after all others, are kept for it until it is finished: another process
 * may store a list meanwhile, and whatever a crash leaves behind is found by them.
 */
export function stageFeed(
  db: Database.Database,
  {
    name,
    importedAt,
    headlines,
  }: { readonly name: string; readonly importedAt: string; readonly headlines: number },
): StagedFeed {
  return db
    .transaction(() => {
      const firstId = firstFreeId(db);
      const added = db
        .prepare(
          `INSERT INTO feed (name, digest, imported_at, scored_with, first_id, headlines, labelled, staged, reserved)
           VALUES (?, ?, ?, '', ?, 0, 0, 1, ?)`,
        )
        .run(name, `staged ${randomUUID()}`, importedAt, firstId, headlines);
      return { id: Number(added.lastInsertRowid), firstId };
    })
    .immediate();
}

/** The first id behind all headlines, and behind the room that growing lists keep. */
export function firstFreeId(db: Database.Database): number {
  const last = db
    .prepare(
      `SELECT max(coalesce((SELECT max(id) FROM headline), 0),
         coalesce((SELECT max(first_id + reserved - 1) FROM feed), 0))`,
    )
    .pluck()
    .get();
  return (last as number) + 1;
}

/**
 * Adds a block of rows in a transaction of its own. It is not waited for until the disk has it: nothing of a staged
 * feed counts before {@link finishFeed}, whose commit brings all before it to disk.
 */
export function stageRows(db: Database.Database, feed: StagedFeed, rows: StagedRows): void {
  const { texts, positions, digests, details } = rows;
  const values: unknown[] = [];
  for (let at = 0; at < texts.length; at += 1) {
    values.push(feed.firstId + rows.firstAt + at, positions[at], digests[at], texts[at]);
    if (details === null) continue;
    const { source = null, url = null, publishedAt = null, id = null, metadata = null } = details[at] ?? {};
    values.push(source, url, publishedAt, id, metadata);
  }
  inPassing(db, () => {
    insertMany(db, 'headline', details === null ? PLAIN : [...PLAIN, ...DETAILS], values);
    writeBlock(db, feed.id, 'texts', rows.firstAt / BLOCK_SIZE, rows.packed);
  });
}

/** Adds one block of another kind than those that came with the rows. */
export function stageBlock(
  db: Database.Database,
  feed: StagedFeed,
  kind: BlockKind,
  block: number,
  data: Uint8Array,
): void {
  inPassing(db, () => writeBlock(db, feed.id, kind, block, data));
}

/** Adds which of its headlines tell the same story. */
export function stageStories(db: Database.Database, feed: StagedFeed, data: Uint8Array): void {
  inPassing(db, () => writeStories(db, feed.id, data));
}

/** Makes rows findable by digest. In the order of digests this is many times faster than in any other. */
export function stageDigests(
  db: Database.Database,
  feed: StagedFeed,
  digests: readonly string[],
  places: Uint32Array,
): void {
  const values = digests.flatMap((digest, at) => [digest, feed.firstId + (places[at] as number)]);
  inPassing(db, () => insertMany(db, 'headline_digest', ['digest', 'headline_id'], values));
}

/**
 * Makes a staged feed visible, all of it in this one commit. Where the same list has come in meanwhile, that one is
 * returned and the staged one stays for {@link dropStaged}.
 */
export function finishFeed(
  db: Database.Database,
  feed: StagedFeed,
  finished: { readonly digest: string; readonly headlines: number; readonly scoredWith: string },
): { readonly feed: Feed; readonly known: boolean } {
  return db
    .transaction(() => {
      const known = findFeedByDigest(db, finished.digest);
      if (known) return { feed: known, known: true };
      db.prepare(
        `UPDATE feed SET digest = @digest, headlines = @headlines, scored_with = @scoredWith, staged = 0,
           labelled = (SELECT count(*) FROM ${DESK_LABELS}
             CROSS JOIN headline_digest ON headline_digest.digest = label.digest
               AND headline_id >= first_id AND headline_id < first_id + @headlines
             WHERE origin IN ('desk', 'import'))
         WHERE id = @id`,
      ).run({ ...finished, id: feed.id });
      return { feed: findFeed(db, feed.id) as Feed, known: false };
    })
    .immediate();
}

interface UnseenFeed extends StagedFeed {
  readonly digest: string;
}

/** Lists that nobody sees: all of them, or only those that were deleted, which no import under way is among. */
const UNSEEN = { all: 'staged = 1', deleted: "staged = 1 AND digest = 'deleted ' || id" } as const;

/**
 * Removes what an import left behind that was cancelled or died, and lists that were deleted, a slice at a time; yields after
 * each.
 */
export function* dropStaged(
  db: Database.Database,
  which: keyof typeof UNSEEN = 'all',
): Generator<void, void> {
  const staged = db
    .prepare<[], UnseenFeed>(`SELECT id, first_id AS firstId, digest FROM feed WHERE ${UNSEEN[which]}`)
    .all();
  for (const feed of staged) {
    while (dropLast(db, feed)) yield;
    db.transaction(() => {
      if (!isThere(db, feed)) return;
      db.prepare('DELETE FROM feed_block WHERE feed_id = ?').run(feed.id);
      db.prepare('DELETE FROM feed_story WHERE feed_id = ?').run(feed.id);
      db.prepare('DELETE FROM feed WHERE id = ?').run(feed.id);
    }).immediate();
    yield;
  }
}

/**
 * Drops the last rows of a feed; false where none are left. Where the feed ends is looked up each time: in the room of what is
 * dropped already another list may have begun.
 */
function dropLast(db: Database.Database, feed: UnseenFeed): boolean {
  const { id, firstId } = feed;
  return db
    .transaction(() => {
      if (!isThere(db, feed)) return false;
      const next = db
        .prepare('SELECT min(first_id) FROM feed WHERE first_id >= ? AND id <> ?')
        .pluck()
        .get(firstId, id);
      const end = (next as number | null) ?? Number.MAX_SAFE_INTEGER;
      const last = db
        .prepare('SELECT max(id) FROM headline WHERE id >= ? AND id < ?')
        .pluck()
        .get(firstId, end) as number | null;
      if (last === null) return false;
      const from = Math.max(firstId, last - BLOCK_SIZE + 1);
      db.prepare(
        'DELETE FROM headline_digest WHERE (digest, headline_id) IN (SELECT digest, id FROM headline WHERE id >= ? AND id < ?)',
      ).run(from, end);
      db.prepare('DELETE FROM headline WHERE id >= ? AND id < ?').run(from, end);
      return true;
    })
    .immediate();
}

/** Whether nobody else has dropped it meanwhile: its number may be that of another list then. */
function isThere(db: Database.Database, { id, digest }: UnseenFeed): boolean {
  return db.prepare('SELECT 1 FROM feed WHERE id = ? AND digest = ?').get(id, digest) !== undefined;
}

/** Writes without waiting for the disk; labels go on waiting for it. */
function inPassing(db: Database.Database, work: () => void): void {
  if (db.inTransaction) {
    work();
    return;
  }
  withoutWaiting(db, () => db.transaction(work).immediate());
}
