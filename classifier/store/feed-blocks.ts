import type Database from 'better-sqlite3';
import { preparedColumn } from './prepared.ts';

/** What the blocks of a feed hold, each for {@link BLOCK_SIZE} headlines in the feed's order. */
export const BLOCK_KINDS = ['texts', 'ranks', 'scores'] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];

/** Headlines a block: writing the rows of one keeps the engine's one writer busy for a few milliseconds only. */
export const BLOCK_SIZE = 2048;

/** The blocks of one kind of a feed, in order; none where they have not been made. */
export function readBlocks(db: Database.Database, feedId: number, kind: BlockKind): Uint8Array[] {
  return db
    .prepare<[number, string]>('SELECT data FROM feed_block WHERE feed_id = ? AND kind = ? ORDER BY block')
    .pluck()
    .all(feedId, kind) as Uint8Array[];
}

/** One block of a feed; undefined where it has not been made. */
export function readBlock(
  db: Database.Database,
  feedId: number,
  kind: BlockKind,
  block: number,
): Uint8Array | undefined {
  return preparedColumn<[number, string, number]>(
    db,
    'SELECT data FROM feed_block WHERE feed_id = ? AND kind = ? AND block = ?',
  ).get(feedId, kind, block) as Uint8Array | undefined;
}

/** How many blocks of a kind a feed has, without reading them. */
export function countBlocks(db: Database.Database, feedId: number, kind: BlockKind): number {
  return db
    .prepare<[number, string]>('SELECT count(*) FROM feed_block WHERE feed_id = ? AND kind = ?')
    .pluck()
    .get(feedId, kind) as number;
}

/** Stores one block of a feed in the place of the one that was there. */
export function writeBlock(
  db: Database.Database,
  feedId: number,
  kind: BlockKind,
  block: number,
  data: Uint8Array,
): void {
  db.prepare(
    `INSERT INTO feed_block (feed_id, kind, block, data) VALUES (?, ?, ?, ?)
     ON CONFLICT (feed_id, kind, block) DO UPDATE SET data = excluded.data`,
  ).run(feedId, kind, block, Buffer.from(data.buffer, data.byteOffset, data.byteLength));
}
