import type { Model } from '#classifier/core/model.ts';
import type { Reader } from '#classifier/core/reading.ts';
import { disagreements } from '#classifier/desk/list/disagreements.ts';
import { joinColumns, scoresOfPart } from '#classifier/desk/list/join-columns.ts';
import type { ListColumns } from '#classifier/desk/list/list-columns.ts';
import type { Orders } from '#classifier/desk/list/list-query.ts';
import type { ScoreColumns } from '#classifier/desk/list/packed-scores.ts';
import { allTexts } from '#classifier/desk/list/packed-texts.ts';
import { findRuleHits, type RuleHits } from '#classifier/desk/list/rule-hits.ts';
import { findStories, LARGEST_TOLD, type Stories } from '#classifier/desk/list/stories.ts';
import { BLOCK_SIZE } from '#classifier/store/feed-blocks.ts';
import type { Feed } from '#classifier/store/feeds.ts';
import { digestsFrom } from '#classifier/store/headlines.ts';
import type { Store } from '#classifier/store/open-database.ts';
import { type OpenedFeed, scoreBlocks } from './open-feed.ts';
import type { Story } from './protocol.ts';

/** Other headlines of a story that are named. */
const NAMED = 8;

/** A feed of an open list, and the place of its first headline. */
export interface Part {
  readonly feed: Feed;
  readonly from: number;
}

/** A feed, or all feeds as one list, in the memory of the list thread. */
export interface OpenList {
  readonly parts: readonly Part[];
  columns: ListColumns;
  readonly orders: Orders;
  /** Which headlines tell the same story; null where it is not kept and nobody has asked. A list that has grown is opened anew. */
  stories: Stories | null;
  /** Name of the model that the scores are of; empty before the first. */
  scoredWith: string;
}

/** One list of feeds in their order. */
export function openList(feeds: readonly OpenedFeed[]): OpenList {
  let from = 0;
  const parts = feeds.map(({ feed }) => {
    const part = { feed, from };
    from += feed.headlines;
    return part;
  });
  const [only] = feeds;
  const models = new Set(feeds.map(({ scoredWith }) => scoredWith));
  return {
    parts,
    columns: feeds.length === 1 && only ? only.columns : joinColumns(feeds.map(({ columns }) => columns)),
    orders: new Map(),
    stories: feeds.length === 1 && only ? only.stories : null,
    scoredWith: models.size === 1 ? [...models].join() : models.has('') ? '' : 'several models',
  };
}

/** The id of the headline in a place. */
export function idAt({ parts }: OpenList, place: number): number {
  const part = parts.findLast(({ from }) => from <= place) as Part;
  return part.feed.firstId + place - part.from;
}

/** The place of a headline; -1 where it is not in the list. */
export function placeOf({ parts }: OpenList, id: number): number {
  const part = parts.find(({ feed }) => id >= feed.firstId && id < feed.firstId + feed.headlines);
  return part === undefined ? -1 : part.from + id - part.feed.firstId;
}

/** Whether a list is short enough to look for stories in it. */
export function canTell({ columns }: OpenList): boolean {
  return columns.size <= LARGEST_TOLD;
}

/** Which headlines tell the same story; null in a list that is too long to look. */
export function storiesOf(open: OpenList): Stories | null {
  if (!canTell(open)) return null;
  open.stories ??= findStories(allTexts(open.columns.texts()));
  return open.stories;
}

/** The headlines of a list that tell the same story as one of them; alone where stories are not looked for. */
export function storyIn(open: OpenList, stories: Stories | null, headlineId: number): Story {
  if (stories === null) return { size: 1, others: [] };
  const place = placeOf(open, headlineId);
  const told = stories.members.of(stories.firsts[place] as number);
  const others = Array.from(told.subarray(0, NAMED + 1)).filter((other) => other !== place);
  return { size: told.length, others: others.slice(0, NAMED).map((other) => idAt(open, other)) };
}

/** Puts new scores in the place of the old; what rests on them is made anew. */
export function takeScores(open: OpenList, scores: ScoreColumns, model: Model): void {
  const { hits } = open.columns;
  open.columns = {
    ...open.columns,
    scores,
    disagreements: hits && disagreements(scores, hits, model),
  };
  open.scoredWith = model.name;
  open.orders.clear();
}

/** Finds which rules hold, yielding every few headlines. */
export function* hitSteps(open: OpenList, reader: Reader): Generator<void, RuleHits> {
  return yield* findRuleHits(open.columns.texts(), open.columns.size, reader);
}

/** Puts the rule hits in their place, with the disagreement that follows from them. */
export function takeHits(open: OpenList, hits: RuleHits, model: Model): void {
  open.columns = { ...open.columns, hits, disagreements: disagreements(open.columns.scores, hits, model) };
  for (const by of ['useful', 'disagree']) forgetOrders(open, by);
}

/** Reads the digests, yielding after each block. */
export function* digestSteps(db: Store, open: OpenList): Generator<void, void> {
  const digests = new Uint32Array(open.columns.size);
  for (const { feed, from } of open.parts) {
    for (let at = 0; at < feed.headlines; at += BLOCK_SIZE) {
      digests.set(digestsFrom(db, feed.firstId + at, Math.min(BLOCK_SIZE, feed.headlines - at)), from + at);
      yield;
    }
  }
  open.columns = { ...open.columns, digests };
}

/** Forgets the orders by a key. */
export function forgetOrders({ orders }: OpenList, by: string): void {
  for (const name of orders.keys()) if (name.startsWith(by)) orders.delete(name);
}

/** The scores of each feed of a list, block by block, as they are stored. */
export function scoresToKeep(
  open: OpenList,
): { readonly feed: Feed; readonly blocks: readonly Uint8Array[] }[] {
  return open.parts.map(({ feed, from }) => ({
    feed,
    blocks: scoreBlocks(scoresOfPart(open.columns.scores, from, feed.headlines)),
  }));
}
