import type { Model } from '#classifier/core/model.ts';
import type { Reader } from '#classifier/core/reading.ts';
import { done, failed, type Result } from '#classifier/core/result.ts';
import { trouble } from '#classifier/core/trouble.ts';
import { labelColumn } from '#classifier/desk/list/list-columns.ts';
import { type ListQuery, placesOf } from '#classifier/desk/list/list-query.ts';
import { rescore } from '#classifier/desk/rescore.ts';
import { findFeed, findFeedOf } from '#classifier/store/feeds.ts';
import type { Store } from '#classifier/store/open-database.ts';
import { readModelName } from '#classifier/store/open-workspace.ts';
import { type OpenFeed, openFeed, scoreBlocks, storyIn, takeScores } from './open-feed.ts';
import type { FromList, ListRequest, ListSlice, Story } from './protocol.ts';

/** Lists up to this long are brought to the present model before they are shown. */
const AT_ONCE = 5000;
/** Orders that stay as they were given; an older one is made anew when it is asked for. */
const MOST_LISTS = 4;

/** An order as it was given to the window. */
interface GivenList {
  readonly feedId: number;
  readonly query: ListQuery;
  readonly places: Uint32Array;
}

/** What the shelf needs from outside. */
export interface ShelfTools {
  readonly db: Store;
  readonly reader: () => Promise<Reader>;
  readonly model: () => Model;
  readonly stemsOf: (text: string) => readonly string[];
  readonly tell: (message: FromList) => void;
}

export interface Shelf {
  list(request: ListRequest): Promise<Result<ListSlice>>;
  /** The other headlines of the feed that tell the story of one; the first question about a feed takes longest. */
  story(headlineId: number): Story;
  labelled(headlines: readonly number[], code: number): void;
  /** Reads all labels again. */
  reload(): void;
  /** Scores the open feed anew where its scores are not those of the present model; yields every few headlines. */
  bringUpToDate(): AsyncGenerator<void, void>;
}

/** Keeps the feed that was asked for last in memory, and the orders that the window was given. */
export function createShelf(tools: ShelfTools): Shelf {
  const { db, tell } = tools;
  const lists = new Map<number, GivenList>();
  let nextList = 1;
  let open: OpenFeed | null = null;

  function openById(feedId: number): OpenFeed | null {
    if (open?.feed.id === feedId) return open;
    const feed = findFeed(db, feedId);
    if (feed === undefined) return null;
    const opened = openFeed(db, feed);
    open = opened.open;
    if (opened.made !== null) tell({ kind: 'blocks', feedId, ...opened.made });
    return open;
  }

  function finish(feed: OpenFeed): void {
    const outdated = [...lists].flatMap(([id, list]) => (isOutdated(feed, list) ? [id] : []));
    tell({
      kind: 'scores',
      feedId: feed.feed.id,
      model: feed.scoredWith,
      blocks: scoreBlocks(feed),
      outdated,
    });
  }

  function isOutdated(feed: OpenFeed, list: GivenList): boolean {
    if (list.feedId !== feed.feed.id) return false;
    const places = placesOf(feed.columns, list.query, feed.orders, tools.stemsOf);
    return places.length !== list.places.length || places.some((place, at) => place !== list.places[at]);
  }

  async function* scoreAnew(feed: OpenFeed): AsyncGenerator<void, void> {
    if (feed.scoredWith === readModelName(db)) return;
    const reader = await tools.reader();
    const model = tools.model();
    const scoring = rescore(feed.columns, model, reader);
    for (let step = scoring.next(); ; step = scoring.next()) {
      if (step.done) {
        takeScores(feed, step.value, model.name);
        finish(feed);
        return;
      }
      yield;
    }
  }

  function give(request: ListRequest, feed: OpenFeed): number {
    const { feedId, query } = request;
    lists.set(nextList, { feedId, query, places: placesOf(feed.columns, query, feed.orders, tools.stemsOf) });
    for (const id of lists.keys()) if (lists.size > MOST_LISTS) lists.delete(id);
    nextList += 1;
    return nextList - 1;
  }

  return {
    async list(request) {
      const feed = openById(request.feedId);
      if (feed === null) return failed(noFeed());
      const given = request.listId === null ? undefined : lists.get(request.listId);
      let listId = request.listId;
      if (given === undefined || listId === null) {
        if (feed.feed.headlines <= AT_ONCE || feed.scoredWith === '') for await (const _ of scoreAnew(feed));
        listId = give(request, feed);
      }
      return done(sliceOf(listId, lists.get(listId) as GivenList, request, feed.feed.firstId));
    },

    story(headlineId) {
      const feed = findFeedOf(db, headlineId);
      const opened = feed === undefined ? null : openById(feed.id);
      return opened === null ? { size: 1, others: [] } : storyIn(opened, headlineId);
    },

    labelled(headlines, code) {
      if (open === null) return;
      const { firstId, headlines: size } = open.feed;
      for (const id of headlines)
        if (id >= firstId && id < firstId + size) open.columns.labels[id - firstId] = code;
      for (const name of open.orders.keys()) if (name.startsWith('label')) open.orders.delete(name);
    },

    reload() {
      if (open === null) return;
      open.columns = { ...open.columns, labels: labelColumn(db, open.feed) };
      open.orders.clear();
    },

    async *bringUpToDate() {
      if (open !== null) yield* scoreAnew(open);
    },
  };
}

function sliceOf(listId: number, { places }: GivenList, request: ListRequest, firstId: number): ListSlice {
  const { from, limit, keep } = request;
  return {
    listId,
    total: places.length,
    ids: Array.from(places.subarray(from, from + limit), (place) => firstId + place),
    keptAt: keep === null ? -1 : places.indexOf(keep - firstId),
  };
}

function noFeed() {
  return trouble('not-found', '找不到这份清单，可能已删除。', 'This list is gone; it may have been deleted.');
}
