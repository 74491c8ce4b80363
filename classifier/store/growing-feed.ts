import type Database from 'better-sqlite3';
import type { Band } from '#classifier/core/bands.ts';
import { type Feed, findFeed } from './feeds.ts';
import { withoutWaiting } from './open-database.ts';
import { prepared, preparedColumn } from './prepared.ts';
import { firstFreeId } from './staged-feed.ts';

/** Ids that a growing list keeps for itself; when they are used up a new list begins. */
const RESERVED_IDS = 1_000_000;

/** A headline that a subscription has brought, scored as it came. */
export interface BroughtItem {
  readonly digest: string;
  readonly text: string;
  readonly itemId: string | null;
  readonly url: string | null;
  readonly publishedAt: string | null;
  readonly score: number;
  readonly band: Band;
}

/** What became of items that a subscription has brought. */
export interface Grown {
  /** The list; null where nothing was new. */
  readonly feed: Feed | null;
  readonly added: readonly (BroughtItem & { readonly headlineId: number })[];
}

/** A list cannot be begun while another is being imported: its ids would stand among the other's. */
export class ListBusy extends Error {}

/**
 * Adds to a subscription's list the headlines that it has not brought before, in one transaction.
 * @throws ListBusy where the list has to be begun during an import.
 */
export function growFeed(
  db: Database.Database,
  subscriptionId: number,
  items: readonly BroughtItem[],
  { model, now }: { readonly model: string; readonly now: string },
): Grown {
  const grow = db.transaction((): Grown => {
    const isKnown = broughtBefore(db, subscriptionId);
    const fresh = firstOfEach(items).filter(({ digest }) => !isKnown(digest));
    if (fresh.length === 0) return { feed: null, added: [] };
    const feed = listOf(db, subscriptionId, fresh.length, now);
    const added = fresh.map((item, at) => ({ ...item, headlineId: feed.firstId + feed.headlines + at }));
    insertRows(db, subscriptionId, feed, added, { model, now });
    return { feed: settle(db, feed, added), added };
  });
  return withoutWaiting(db, () => grow.immediate());
}

/** Tells of digests whether the subscription has brought them before. */
export function broughtBefore(db: Database.Database, subscriptionId: number): (digest: string) => boolean {
  const known = preparedColumn<[number, string]>(
    db,
    'SELECT 1 FROM subscription_item WHERE subscription_id = ? AND digest = ?',
  );
  return (digest) => known.get(subscriptionId, digest) !== undefined;
}

function firstOfEach(items: readonly BroughtItem[]): readonly BroughtItem[] {
  return [...new Map(items.toReversed().map((item) => [item.digest, item])).values()].reverse();
}

/** The subscription's list, or a new one where there is none or it is full. */
function listOf(db: Database.Database, subscriptionId: number, more: number, now: string): Feed {
  const { feed_id: feedId, name } = prepared<[number], { feed_id: number | null; name: string }>(
    db,
    'SELECT feed_id, name FROM subscription WHERE id = ?',
  ).get(subscriptionId) as { feed_id: number | null; name: string };
  const present = feedId === null ? undefined : findFeed(db, feedId);
  if (present !== undefined && present.headlines + more <= RESERVED_IDS) return present;
  if (db.prepare('SELECT 1 FROM feed WHERE staged = 1').get() !== undefined) throw new ListBusy();
  const firstId = firstFreeId(db);
  const begun = db
    .prepare(
      `INSERT INTO feed (name, digest, imported_at, scored_with, first_id, headlines, labelled, staged, reserved)
       VALUES (?, ?, ?, '', ?, 0, 0, 0, ?)`,
    )
    .run(name, `subscription ${subscriptionId} ${firstId}`, now, firstId, RESERVED_IDS);
  const id = Number(begun.lastInsertRowid);
  db.prepare('UPDATE subscription SET feed_id = ? WHERE id = ?').run(id, subscriptionId);
  return findFeed(db, id) as Feed;
}

function insertRows(
  db: Database.Database,
  subscriptionId: number,
  feed: Feed,
  added: Grown['added'],
  { model, now }: { readonly model: string; readonly now: string },
): void {
  const row = prepared(
    db,
    'INSERT INTO headline (id, position, digest, text, url, published_at, source_id) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const digests = prepared(db, 'INSERT INTO headline_digest (digest, headline_id) VALUES (?, ?)');
  const item = prepared(
    db,
    `INSERT INTO subscription_item (subscription_id, digest, headline_id, item_id, url, published_at, seen_at, score, band, model)
     VALUES (@subscriptionId, @digest, @headlineId, @itemId, @url, @publishedAt, @now, @score, @band, @model)`,
  );
  for (const { text, ...brought } of added) {
    const { headlineId, digest, url, publishedAt, itemId } = brought;
    row.run(headlineId, headlineId - feed.firstId + 1, digest, text, url, publishedAt, itemId);
    digests.run(digest, headlineId);
    item.run({ ...brought, subscriptionId, model, now });
  }
}

/** The packed blocks and the stories are those of the shorter list; they are made anew when it is opened. */
function settle(db: Database.Database, feed: Feed, added: Grown['added']): Feed {
  const isLabelled = preparedColumn<[string]>(
    db,
    `SELECT 1 FROM label JOIN label_event ON label_event.id = event_id
       WHERE label.digest = ? AND hidden = 0 AND origin IN ('desk', 'import')`,
  );
  const labelled = added.filter(({ digest }) => isLabelled.get(digest) !== undefined).length;
  prepared(db, 'DELETE FROM feed_block WHERE feed_id = ?').run(feed.id);
  prepared(db, 'DELETE FROM feed_story WHERE feed_id = ?').run(feed.id);
  prepared(
    db,
    `UPDATE feed SET headlines = headlines + @more, labelled = labelled + @labelled, scored_with = '' WHERE id = @id`,
  ).run({ id: feed.id, more: added.length, labelled });
  return findFeed(db, feed.id) as Feed;
}
