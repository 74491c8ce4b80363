import type { Model } from '#classifier/core/model.ts';
import type { Reader } from '#classifier/core/reading.ts';
import { done, failed, type Result } from '#classifier/core/result.ts';
import { type Trouble, trouble } from '#classifier/core/trouble.ts';
import { deskColumns, noteLabel, noteWork } from '#classifier/desk/list/desk-columns.ts';
import { joinDesk } from '#classifier/desk/list/join-columns.ts';
import { countPlaces, type ListQuery, marksOf, type StemsOf } from '#classifier/desk/list/list-query.ts';
import { packStories, type Stories } from '#classifier/desk/list/stories.ts';
import { rescore } from '#classifier/desk/rescore.ts';
import { findFeed, findFeedOf, isSameFeed, listFeeds } from '#classifier/store/feeds.ts';
import type { Store } from '#classifier/store/open-database.ts';
import { readModelName } from '#classifier/store/open-workspace.ts';
import { facetsOf } from './facets.ts';
import { createGivenLists, type GivenList, sliceOf } from './given-lists.ts';
import { atOnce, inTurns } from './in-turns.ts';
import { openFeed } from './open-feed.ts';
import {
  digestSteps,
  forgetOrders,
  hitSteps,
  idAt,
  type OpenList,
  openList,
  placeOf,
  scoresToKeep,
  storiesOf,
  storyIn,
  takeHits,
  takeScores,
} from './open-list.ts';
import type { FeedChoice, FromList, QuestionName, Questions, ToList } from './protocol.ts';

/** Lists up to this long are brought to the present model before they are shown. */
const AT_ONCE = 5000;
/** All feeds together are shown as one list up to so many headlines: each takes about a hundred bytes of memory. */
const MOST_TOGETHER = 2_000_000;

/** What the shelf needs from outside. */
export interface ShelfTools {
  readonly db: Store;
  readonly reader: () => Promise<Reader>;
  readonly model: () => Model;
  readonly stemsOf: StemsOf;
  readonly tell: (message: FromList) => void;
}

type Answers = {
  readonly [Q in QuestionName]: (
    question: Questions[Q]['question'],
  ) => Result<Questions[Q]['answer']> | Promise<Result<Questions[Q]['answer']>>;
};

export interface Shelf {
  readonly answers: Answers;
  /** Takes in what the engine tells. */
  note(message: Exclude<ToList, { readonly kind: 'ask' }>): void;
  /** Makes anew what rests on an older model, and finds what was not asked for yet; with turns in between. */
  bringUpToDate(): Promise<void>;
}

/** Keeps the list that was asked for last in memory, and the orders that the window was given. */
export function createShelf(tools: ShelfTools): Shelf {
  const { db, tell, stemsOf } = tools;
  const lists = createGivenLists(stemsOf, storiesKept);
  let present: { readonly choice: FeedChoice; readonly open: OpenList } | null = null;

  function openBy(choice: FeedChoice): Result<OpenList> {
    const feeds =
      choice === 'all' ? listFeeds(db) : [findFeed(db, choice)].filter((feed) => feed !== undefined);
    const isPresent =
      present?.choice === choice &&
      present.open.parts.every(
        ({ feed }, at) => isSameFeed(feed, feeds[at]) && feed.headlines === feeds[at]?.headlines,
      );
    if (present !== null && isPresent && present.open.parts.length === feeds.length)
      return done(present.open);
    if (feeds.length === 0) return failed(noFeed());
    if (feeds.reduce((sum, { headlines }) => sum + headlines, 0) > MOST_TOGETHER && feeds.length > 1)
      return failed(tooMany());
    const opened = feeds.map((feed) => {
      const { open, made } = openFeed(db, feed);
      if (made !== null) tell({ kind: 'blocks', feed, ...made });
      return open;
    });
    present = { choice, open: openList(opened) };
    return done(present.open);
  }

  /** The list that a headline is in: the open one, or else its feed. */
  function openWith(headlineId: number): OpenList | null {
    if (present !== null && placeOf(present.open, headlineId) !== -1) return present.open;
    const feed = findFeedOf(db, headlineId);
    const opened = feed && openBy(feed.id);
    return opened?.ok ? opened.value : null;
  }

  /** The stories of a list, which are told to be kept where they had to be found. */
  function storiesKept(open: OpenList): Stories | null {
    const isKept = open.stories !== null || open.parts.length !== 1;
    const stories = storiesOf(open);
    const [only] = open.parts;
    if (isKept || stories === null || only === undefined) return stories;
    tell({ kind: 'stories', feed: only.feed, data: packStories(stories) });
    return stories;
  }

  async function scoreAnew(open: OpenList): Promise<void> {
    if (open.scoredWith === readModelName(db)) return;
    const reader = await tools.reader();
    const model = tools.model();
    const steps = rescore(open.columns, model, reader);
    takeScores(open, open.columns.size <= AT_ONCE ? atOnce(steps) : await inTurns(steps), model);
    const outdated = lists.outdated(open);
    for (const [at, kept] of scoresToKeep(open).entries())
      tell({ kind: 'scores', model: model.name, ...kept, outdated: at === 0 ? outdated : [] });
  }

  async function findHits(open: OpenList): Promise<void> {
    while (open.columns.hits === null) {
      const reader = await tools.reader();
      const steps = hitSteps(open, reader);
      const hits = open.columns.size <= AT_ONCE ? atOnce(steps) : await inTurns(steps);
      // Rules that came meanwhile read otherwise.
      if (reader === (await tools.reader())) takeHits(open, hits, tools.model());
    }
  }

  /** Makes what queries rest on that is not read with the list. A long list is sorted by use before its hits are known. */
  async function prepare(open: OpenList, queries: readonly ListQuery[]): Promise<void> {
    const isShort = open.columns.size <= AT_ONCE;
    const needsHits = ({ rule, sort: { by } }: ListQuery) =>
      rule !== null || by === 'disagree' || (by === 'useful' && isShort);
    if (queries.some(needsHits)) await findHits(open);
    if (queries.some(({ sort }) => sort.by === 'random') && open.columns.digests === null)
      await inTurns(digestSteps(db, open));
  }

  async function opened<T>(choice: FeedChoice, work: (open: OpenList) => Promise<T>): Promise<Result<T>> {
    const open = openBy(choice);
    return open.ok ? done(await work(open.value)) : open;
  }

  const answers: Answers = {
    list: (request) =>
      opened(request.feedId, async (open) => {
        let { listId } = request;
        if (listId === null || lists.find(listId, open) === undefined) {
          if (open.columns.size <= AT_ONCE || open.scoredWith === '') await scoreAnew(open);
          await prepare(open, [request.query]);
          listId = lists.give(open, request);
        }
        return sliceOf(listId, lists.find(listId, open) as GivenList, open, request);
      }),
    story: (headlineId) => {
      const open = openWith(headlineId);
      return done(open === null ? { size: 1, others: [] } : storyIn(open, storiesKept(open), headlineId));
    },
    members: ({ feedId, query, headlineId }) =>
      opened(feedId, async (open) => {
        await prepare(open, [query]);
        const [stories, place] = [storiesKept(open), placeOf(open, headlineId)];
        if (stories === null || place === -1) return [headlineId];
        const marks = marksOf(open.columns, query, stemsOf);
        const told = stories.members.of(stories.firsts[place] as number);
        const others = Array.from(told).filter((other) => other !== place && marks?.[other] !== 0);
        return [place, ...others].map((one) => idAt(open, one));
      }),
    counts: ({ feedId, queries }) =>
      opened(feedId, async (open) => {
        await prepare(open, queries);
        return queries.map((query) => countPlaces(open.columns, query, stemsOf));
      }),
    facets: (choice) =>
      opened(choice, async (open) => {
        await findHits(open);
        return facetsOf(open.columns);
      }),
  };

  function noteLabels(open: OpenList, { headlines, noted }: Extract<ToList, { kind: 'labelled' }>): void {
    for (const id of headlines) {
      const place = placeOf(open, id);
      if (place !== -1) noteLabel(open.columns.desk, place, noted);
    }
    for (const by of ['label', 'useful', 'disagree', 'random']) forgetOrders(open, by);
  }

  /** Reads the desk's work anew; a list of which a feed is gone, or another by now, is given up. */
  function reload(open: OpenList): void {
    const feeds = open.parts.map(({ feed }) => feed);
    if (!feeds.every((feed) => isSameFeed(feed, findFeed(db, feed.id)))) {
      present = null;
      return;
    }
    open.columns = { ...open.columns, desk: joinDesk(feeds.map((feed) => deskColumns(db, feed))) };
    open.orders.clear();
  }

  return {
    answers,
    note(message) {
      if (present === null) return;
      const { open } = present;
      if (message.kind === 'labelled') noteLabels(open, message);
      else if (message.kind === 'worked') {
        for (const id of message.headlines) {
          const place = placeOf(open, id);
          if (place !== -1) noteWork(open.columns.desk, place, message.work);
        }
      } else if (message.kind === 'reload') reload(open);
      else if (message.kind === 'rules') open.columns = { ...open.columns, hits: null, disagreements: null };
    },
    async bringUpToDate() {
      if (present === null) return;
      const { open } = present;
      await scoreAnew(open);
      await findHits(open);
    },
  };
}

function noFeed(): Trouble {
  return trouble('not-found', '找不到这份清单，可能已删除。', 'This list is gone; it may have been deleted.');
}

function tooMany(): Trouble {
  const most = MOST_TOGETHER.toLocaleString('en');
  return trouble(
    'too-many',
    `所有清单合起来超过 ${most} 条，不能一次列出。请选其中一份。`,
    `All lists together have more than ${most} headlines, too many to show at once. Choose one of them.`,
  );
}
