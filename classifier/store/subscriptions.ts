import type Database from 'better-sqlite3';
import type { Trouble } from '#classifier/core/trouble.ts';
import { withoutWaiting } from './open-database.ts';
import { prepared } from './prepared.ts';

/** An address or folder that is looked at on a schedule, and how that goes. Times are ISO 8601, UTC. */
export interface Subscription {
  readonly id: number;
  readonly kind: 'url' | 'folder';
  /** The address, or the absolute path of the folder. */
  readonly address: string;
  readonly name: string;
  /** Its list; null before it has brought a headline. */
  readonly feedId: number | null;
  readonly everyMinutes: number;
  readonly paused: boolean;
  /** Whether its host may be of a private network. */
  readonly allowPrivate: boolean;
  /**
   * What it was like when it was read last, so that nothing is read twice: validators of a server, times of files. JSON that only
   * a look reads, as a folder may have thousands of files.
   */
  readonly seen: string;
  readonly createdAt: string;
  readonly polledAt: string | null;
  readonly succeededAt: string | null;
  /** Why the last look failed; null where it did not. */
  readonly trouble: Trouble | null;
  /** Looks that have failed since the last that did not. */
  readonly failures: number;
  readonly nextPollAt: string;
}

/** What makes a subscription. */
export type NewSubscription = Pick<
  Subscription,
  'kind' | 'address' | 'name' | 'everyMinutes' | 'allowPrivate' | 'createdAt'
>;

/** What a look at a subscription changes. */
export type Look = Pick<
  Subscription,
  'seen' | 'polledAt' | 'succeededAt' | 'trouble' | 'failures' | 'nextPollAt'
>;

interface Row {
  readonly id: number;
  readonly kind: Subscription['kind'];
  readonly address: string;
  readonly name: string;
  readonly feed_id: number | null;
  readonly every_minutes: number;
  readonly paused: number;
  readonly allow_private: number;
  readonly seen: string;
  readonly created_at: string;
  readonly polled_at: string | null;
  readonly succeeded_at: string | null;
  readonly trouble: string | null;
  readonly failures: number;
  readonly next_poll_at: string;
}

/** All subscriptions in the order in which they were made. */
export function listSubscriptions(db: Database.Database): Subscription[] {
  return prepared<[], Row>(db, 'SELECT * FROM subscription ORDER BY id').all().map(fromRow);
}

/** A subscription by id; undefined where it is gone. */
export function findSubscription(db: Database.Database, id: number): Subscription | undefined {
  const row = prepared<[number], Row>(db, 'SELECT * FROM subscription WHERE id = ?').get(id);
  return row && fromRow(row);
}

/** Adds a subscription that is due at once; undefined where there is one to this address. */
export function addSubscription(db: Database.Database, made: NewSubscription): Subscription | undefined {
  const added = db
    .prepare(
      `INSERT INTO subscription (kind, address, name, every_minutes, allow_private, created_at, next_poll_at)
       VALUES (@kind, @address, @name, @everyMinutes, @allowPrivate, @createdAt, @createdAt)
       ON CONFLICT (address) DO NOTHING`,
    )
    .run({ ...made, allowPrivate: made.allowPrivate ? 1 : 0 });
  return added.changes === 0 ? undefined : findSubscription(db, Number(added.lastInsertRowid));
}

/** Removes a subscription; the list that it brought stays. False where it is gone already. */
export function removeSubscription(db: Database.Database, id: number): boolean {
  return db.prepare('DELETE FROM subscription WHERE id = ?').run(id).changes > 0;
}

/** Pauses a subscription, or lets it go on and look at once. */
export function pauseSubscription(db: Database.Database, id: number, paused: boolean, now: string): void {
  db.prepare('UPDATE subscription SET paused = ?, next_poll_at = ? WHERE id = ?').run(
    paused ? 1 : 0,
    now,
    id,
  );
}

/** Notes how a look went. */
export function noteLook(db: Database.Database, id: number, look: Look): void {
  const note = prepared(
    db,
    `UPDATE subscription SET seen = @seen, polled_at = @polledAt, succeeded_at = @succeededAt, trouble = @trouble,
       failures = @failures, next_poll_at = @nextPollAt WHERE id = @id`,
  );
  withoutWaiting(db, () => note.run({ ...look, id, trouble: look.trouble && JSON.stringify(look.trouble) }));
}

/** Names a subscription after its feed, where it is still named after its address. */
export function nameSubscription(db: Database.Database, id: number, name: string): void {
  db.prepare('UPDATE subscription SET name = ? WHERE id = ? AND name = address').run(name, id);
}

/** How good the flags of a subscription were. */
export interface FlagHistory {
  readonly items: number;
  /** Headlines that came in band flag. */
  readonly flagged: number;
  /** Flagged headlines that the desk has labelled, and those among them that it found sensational or implausible. */
  readonly judged: number;
  readonly confirmed: number;
}

/** Counts what a subscription has brought and what became of its flags. */
export function flagHistory(db: Database.Database, id: number): FlagHistory {
  const items = db
    .prepare('SELECT count(*) FROM subscription_item WHERE subscription_id = ?')
    .pluck()
    .get(id);
  const flags = db
    .prepare<[number], Omit<FlagHistory, 'items'>>(
      `SELECT count(*) AS flagged, count(label_event.id) AS judged,
         coalesce(sum(label_event.sensational = 1 OR label_event.implausible = 1), 0) AS confirmed
       FROM subscription_item
       LEFT JOIN label ON label.digest = subscription_item.digest
       LEFT JOIN label_event ON label_event.id = label.holds AND label_event.origin IN ('desk', 'import')
       WHERE subscription_id = ? AND band = 'flag'`,
    )
    .get(id);
  return { items: items as number, ...(flags as Omit<FlagHistory, 'items'>) };
}

function fromRow(row: Row): Subscription {
  return {
    id: row.id,
    kind: row.kind,
    address: row.address,
    name: row.name,
    feedId: row.feed_id,
    everyMinutes: row.every_minutes,
    paused: row.paused === 1,
    allowPrivate: row.allow_private === 1,
    seen: row.seen,
    createdAt: row.created_at,
    polledAt: row.polled_at,
    succeededAt: row.succeeded_at,
    trouble: row.trouble === null ? null : JSON.parse(row.trouble),
    failures: row.failures,
    nextPollAt: row.next_poll_at,
  };
}
