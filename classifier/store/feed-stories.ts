import type Database from 'better-sqlite3';

/** The stories of a feed as they were found once; null where they have not been looked for. */
export function readStories(db: Database.Database, feedId: number): Uint8Array | null {
  const data = db.prepare<[number]>('SELECT data FROM feed_story WHERE feed_id = ?').pluck().get(feedId) as
    | Uint8Array
    | undefined;
  return data ?? null;
}

/** Stores the stories of a feed in the place of those that were there. */
export function writeStories(db: Database.Database, feedId: number, data: Uint8Array): void {
  db.prepare(
    `INSERT INTO feed_story (feed_id, data) VALUES (?, ?)
     ON CONFLICT (feed_id) DO UPDATE SET data = excluded.data`,
  ).run(feedId, Buffer.from(data.buffer, data.byteOffset, data.byteLength));
}
