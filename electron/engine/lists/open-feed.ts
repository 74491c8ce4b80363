import { type ClusterMembers, clusterMembers } from '#classifier/core/clusters/cluster-members.ts';
import { clusterHeadlines } from '#classifier/core/clusters/near-copies.ts';
import { normalise } from '#classifier/core/normalise.ts';
import {
  blockOfScores,
  joinRanks,
  type ListColumns,
  labelColumn,
  loadColumns,
} from '#classifier/desk/list/list-columns.ts';
import type { Orders } from '#classifier/desk/list/list-query.ts';
import { rankSteps } from '#classifier/desk/list/pack-feed.ts';
import { packedScores, type ScoreColumns, scoreColumns } from '#classifier/desk/list/packed-scores.ts';
import { packTexts, textAt, unpackTexts } from '#classifier/desk/list/packed-texts.ts';
import { BLOCK_SIZE } from '#classifier/store/feed-blocks.ts';
import type { Feed } from '#classifier/store/feeds.ts';
import { textsFrom } from '#classifier/store/headlines.ts';
import type { Store } from '#classifier/store/open-database.ts';
import type { Story } from './protocol.ts';

interface Stories {
  readonly firsts: Int32Array;
  readonly members: ClusterMembers;
}

/** In feeds beyond this stories are not looked for: a question about the list would wait for seconds. */
const LARGEST_TOLD = 200_000;
/** Other headlines of a story that are named. */
const NAMED = 8;

/** A feed in the memory of the list thread. */
export interface OpenFeed {
  readonly feed: Feed;
  columns: ListColumns;
  readonly orders: Orders;
  /** Which headlines tell the same story; null before anyone has asked. A feed never changes, so it is found once. */
  stories: Stories | null;
  /** Name of the model that the scores are of; empty before the first. */
  scoredWith: string;
}

/** The blocks of a feed's texts and their order, as they are stored. */
export interface TextBlocks {
  readonly texts: readonly Uint8Array[];
  readonly ranks: readonly Uint8Array[];
}

/** Loads a feed, or makes its columns from the rows where an older program has stored it; then `made` is to be kept. */
export function openFeed(db: Store, feed: Feed): { open: OpenFeed; made: TextBlocks | null } {
  const loaded = loadColumns(db, feed);
  if (loaded !== null)
    return {
      open: { feed, columns: loaded, orders: new Map(), stories: null, scoredWith: feed.scoredWith },
      made: null,
    };
  const made = textBlocks(db, feed);
  const texts = made.texts.map(unpackTexts);
  const ranks = joinRanks(made.ranks, feed.headlines);
  const columns: ListColumns = {
    size: feed.headlines,
    texts: () => texts,
    ranks: () => ranks,
    scores: scoreColumns(feed.headlines),
    labels: labelColumn(db, feed),
  };
  return { open: { feed, columns, orders: new Map(), stories: null, scoredWith: '' }, made };
}

/** The headlines of an open feed that tell the same story as one of them. */
export function storyIn(open: OpenFeed, headlineId: number): Story {
  const { firstId, headlines } = open.feed;
  if (headlines > LARGEST_TOLD) return { size: 1, others: [] };
  open.stories ??= findStories(open.columns);
  const { firsts, members } = open.stories;
  const told = members.of(firsts[headlineId - firstId] as number);
  const others = Array.from(told.subarray(0, NAMED + 1), (at) => firstId + at).filter(
    (id) => id !== headlineId,
  );
  return { size: told.length, others: others.slice(0, NAMED) };
}

function findStories(columns: ListColumns): Stories {
  const firsts = clusterHeadlines(
    columns.texts().flatMap((block) => Array.from(block.ends, (_, at) => textAt(block, at))),
  );
  return { firsts, members: clusterMembers(firsts) };
}

/** Puts new scores in the place of the old. */
export function takeScores(open: OpenFeed, scores: ScoreColumns, model: string): void {
  open.columns = { ...open.columns, scores };
  open.scoredWith = model;
  open.orders.clear();
}

/** The scores of a feed, block by block, as they are stored. */
export function scoreBlocks(open: OpenFeed): Uint8Array[] {
  const blocks = Math.ceil(open.feed.headlines / BLOCK_SIZE);
  return Array.from({ length: blocks }, (_, block) =>
    packedScores(blockOfScores(open.columns.scores, block)),
  );
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
  return { texts, ranks: [...rankSteps(all)].map(({ data }) => data) };
}
