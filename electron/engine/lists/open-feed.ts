import { normalise } from '#classifier/core/normalise.ts';
import {
  blockOfScores,
  columnsBeside,
  joinRanks,
  type ListColumns,
  loadColumns,
} from '#classifier/desk/list/list-columns.ts';
import { packedScores, type ScoreColumns, scoreColumns } from '#classifier/desk/list/packed-scores.ts';
import { packTexts, unpackTexts } from '#classifier/desk/list/packed-texts.ts';
import { type Stories, unpackStories } from '#classifier/desk/list/stories.ts';
import { rankBlocks } from '#classifier/desk/list/text-ranks.ts';
import { BLOCK_SIZE } from '#classifier/store/feed-blocks.ts';
import { readStories } from '#classifier/store/feed-stories.ts';
import type { Feed } from '#classifier/store/feeds.ts';
import { textsFrom } from '#classifier/store/headlines.ts';
import type { Store } from '#classifier/store/open-database.ts';

/** A feed with all that it is sorted and searched by. */
export interface OpenedFeed {
  readonly feed: Feed;
  readonly columns: ListColumns;
  /** Null where they are not kept. */
  readonly stories: Stories | null;
  /** Name of the model that the scores are of; empty before the first. */
  readonly scoredWith: string;
}

/** The blocks of a feed's texts and their order, as they are stored. */
export interface TextBlocks {
  readonly texts: readonly Uint8Array[];
  readonly ranks: readonly Uint8Array[];
}

/** Loads a feed, or makes its columns from the rows where an older program has stored it; then `made` is to be kept. */
export function openFeed(db: Store, feed: Feed): { open: OpenedFeed; made: TextBlocks | null } {
  const loaded = loadColumns(db, feed);
  const kept = readStories(db, feed.id);
  const stories = kept && unpackStories(kept, feed.headlines);
  if (loaded !== null)
    return { open: { feed, columns: loaded, stories, scoredWith: feed.scoredWith }, made: null };
  const made = textBlocks(db, feed);
  const texts = made.texts.map(unpackTexts);
  const ranks = joinRanks(made.ranks, feed.headlines);
  const columns: ListColumns = {
    size: feed.headlines,
    texts: () => texts,
    ranks: () => ranks,
    scores: scoreColumns(feed.headlines),
    ...columnsBeside(db, feed),
  };
  return { open: { feed, columns, stories, scoredWith: '' }, made };
}

/** The scores of a feed, block by block, as they are stored. */
export function scoreBlocks(scores: ScoreColumns): Uint8Array[] {
  const blocks = Math.ceil(scores.score.length / BLOCK_SIZE);
  return Array.from({ length: blocks }, (_, block) => packedScores(blockOfScores(scores, block)));
}

function textBlocks(db: Store, feed: Feed): TextBlocks {
  const texts: Uint8Array[] = [];
  const all: string[] = [];
  for (let from = 0; from < feed.headlines; from += BLOCK_SIZE) {
    const rows = textsFrom(db, feed.firstId + from, Math.min(BLOCK_SIZE, feed.headlines - from));
    const packed = rows.map((raw) => {
      const { text, hidden } = normalise(raw);
      return { text, hidden: hidden.length > 0 };
    });
    texts.push(packTexts(packed));
    for (const { text } of packed) all.push(text);
  }
  return { texts, ranks: [...rankBlocks(all)].map(({ data }) => data) };
}
