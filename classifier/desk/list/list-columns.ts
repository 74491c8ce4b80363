import {
  BLOCK_KINDS,
  BLOCK_SIZE,
  countBlocks,
  readBlock,
  readBlocks,
} from '#classifier/store/feed-blocks.ts';
import type { Feed } from '#classifier/store/feeds.ts';
import { publishedIn } from '#classifier/store/headlines.ts';
import type { Store } from '#classifier/store/open-database.ts';
import { type DeskColumns, deskColumns } from './desk-columns.ts';
import { type ScoreColumns, scoreColumns, unpackScores } from './packed-scores.ts';
import { type PackedTexts, unpackTexts } from './packed-texts.ts';
import type { RuleHits } from './rule-hits.ts';

/** All that a list is sorted, filtered and searched by; places count from 0 in the feed's order. */
export interface ListColumns {
  readonly size: number;
  /** Each block is read from the store when it is asked for first, so that no step over a long list waits for all of them. */
  readonly texts: () => Iterable<PackedTexts>;
  /** Place of each headline in the order of texts; read when asked for first. */
  readonly ranks: () => Uint32Array;
  readonly scores: ScoreColumns;
  readonly desk: DeskColumns;
  /** When each headline was published, or else when its list came in: seconds since 1970. */
  readonly dates: () => Uint32Array;
  /** Which rules hold; null until they have been found. */
  readonly hits: RuleHits | null;
  /** The first 32 bits of each digest, which make the random stream; null until they have been read. */
  readonly digests: Uint32Array | null;
  /** Log-odds up to which rules and grams contradict each other; null until it is known. */
  readonly disagreements: Float32Array | null;
}

/** Loads a feed from its blocks; null where they are not all there. */
export function loadColumns(db: Store, feed: Feed): ListColumns | null {
  const size = feed.headlines;
  const blocks = Math.ceil(size / BLOCK_SIZE);
  if (BLOCK_KINDS.some((kind) => countBlocks(db, feed.id, kind) !== blocks)) return null;
  return {
    size,
    texts: textsRead(db, feed.id, blocks),
    ranks: once(() => joinRanks(readBlocks(db, feed.id, 'ranks'), size)),
    scores: joinScores(readBlocks(db, feed.id, 'scores').map(unpackScores), size),
    ...columnsBeside(db, feed),
  };
}

function textsRead(db: Store, feedId: number, blocks: number): ListColumns['texts'] {
  const read: PackedTexts[] = [];

  function textsOf(block: number): PackedTexts | undefined {
    const data = readBlock(db, feedId, 'texts', block);
    return data && unpackTexts(data);
  }

  return function* () {
    for (let block = 0; block < blocks; block += 1) {
      const texts = read[block] ?? textsOf(block);
      // Of a list that was deleted meanwhile there are no more.
      if (texts === undefined) return;
      read[block] = texts;
      yield texts;
    }
  };
}

/** A time without a zone, and a day without a time, are those of this place. */
function dateColumn(db: Store, feed: Feed): Uint32Array {
  const dates = new Uint32Array(feed.headlines).fill(Date.parse(feed.importedAt) / 1000);
  for (const { id, publishedAt } of publishedIn(db, feed)) {
    const moment = Date.parse(publishedAt.length === 10 ? `${publishedAt}T00:00` : publishedAt);
    if (moment > 0) dates[id - feed.firstId] = moment / 1000;
  }
  return dates;
}

/** The columns that no block holds. */
export function columnsBeside(
  db: Store,
  feed: Feed,
): Pick<ListColumns, 'desk' | 'dates' | 'hits' | 'digests' | 'disagreements'> {
  return {
    desk: deskColumns(db, feed),
    dates: once(() => dateColumn(db, feed)),
    hits: null,
    digests: null,
    disagreements: null,
  };
}

/** The scores of one block out of those of the whole feed. */
export function blockOfScores(scores: ScoreColumns, block: number): ScoreColumns {
  const from = block * BLOCK_SIZE;
  const to = Math.min(from + BLOCK_SIZE, scores.score.length);
  const columns = scoreColumns(to - from);
  for (const name of ['score', 'sensational', 'implausible', 'band'] as const)
    columns[name].set(scores[name].subarray(from, to));
  return columns;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The ranks of a feed out of those of its blocks. */
export function joinRanks(blocks: readonly Uint8Array[], size: number): Uint32Array {
  const ranks = new Uint32Array(size);
  blocks.forEach((block, at) => {
    ranks.set(new Uint32Array(block.slice().buffer), at * BLOCK_SIZE);
  });
  return ranks;
}

function joinScores(blocks: readonly ScoreColumns[], size: number): ScoreColumns {
  const scores = scoreColumns(size);
  blocks.forEach((block, at) => {
    for (const name of ['score', 'sensational', 'implausible', 'band'] as const)
      scores[name].set(block[name], at * BLOCK_SIZE);
  });
  return scores;
}
