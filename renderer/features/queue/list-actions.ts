import type { ListChoice } from '#contract/list-channels.ts';
import type { HeadlineView } from '#contract/views.ts';
import type { DeskContext } from '../../state/desk-context.ts';
import { EVERYTHING, filtersOf, queryOf } from './list-choice.ts';
import {
  type FeedChoice,
  PAGE,
  pagesToFetch,
  placeOf,
  type QueueAction,
  type Row,
  rowAt,
  selectedIdOf,
  selectionOf,
} from './queue-state.ts';
import { createStoryMembers, type Members } from './story-members.ts';
import { isTogether } from './story-share.ts';

/** What an editor does with the list. */
export interface ListActions {
  showFeed(feedId: FeedChoice): void;
  /** Shows a whole feed with one of its headlines selected. */
  showHeadline(feedId: number, headlineId: number): void;
  /** Selects a headline in the list as it is, or in the whole feed where it is not in it. */
  findHeadline(feedId: number, headlineId: number): void;
  search(text: string): void;
  /** Lists the same feed otherwise: another order, other filters. */
  choose(change: Partial<ListChoice>): void;
  /** Fetches the list in the order of its present scores; the selected headline stays selected. */
  sortAnew(): void;
  /** Tells which rows are drawn; what is missing or old of them and near them is fetched. */
  see(first: number, last: number): void;
  /** Ids of the rows that are drawn, the selected one with them, and of those that the next step brings into sight. */
  seen(): readonly number[];
  /**
   * Carries out what makes rows old, and fetches anew those that are seen. Where they do not come, all rows are old and
   * fetched as they are seen.
   */
  renewSeen(actionWith: (awaited: readonly number[]) => QueueAction): void;
  /**
   * Selects the headline that stands in a row, wherever it stands once a list that is on its way has come. With
   * `isExtended` the rows from where the selection began are selected too.
   */
  select(index: number, isExtended?: boolean): void;
  move(by: number, isExtended?: boolean): void;
  /** Folds the story of the selected row, or unfolds it. */
  toggleCluster(): void;
  /** The headlines that a folded row stands for; asked for once while nothing is decided. */
  storyMembers(headlineId: number): Promise<Members>;
  /** Says whether a headline of a folded story is decided with its row. */
  exceptFromStory(headlineId: number, isTogether: boolean): void;
  /**
   * All selected headlines from the top, fetched where they were not; a folded row stands for its story. Null where some of
   * them do not come, which is told.
   */
  selection(): Promise<readonly HeadlineView[] | null>;
  /** Whether all of this feed is shown, or on its way and nothing after it. */
  showsWhole(feedId: FeedChoice): boolean;
  /**
   * True while another list is on its way: a key pressed now has no headline that the editor has seen. The same list in
   * another order is none: it keeps the headline that is selected.
   */
  isChanging(): boolean;
}

/** Rows below those drawn that a decision brings into sight, so that no page has to be fetched for them. */
const NEXT = 2;
/** Stories that are unfolded at once; of more the oldest are folded again. */
const MOST_UNFOLDED = 200;

export function createListActions(context: DeskContext): ListActions {
  const { api, store, serial, inQueue, tell, unwrap } = context;
  const storyMembers = createStoryMembers(context);
  let loadsWaiting = 0;
  let isSortingAnew = false;
  let chosen: Partial<ListChoice> = {};
  let drawn = { first: 0, last: PAGE - 1 };
  const underWay = new Map<string, Promise<void>>();

  /** Of several lists asked for in a row only the last is fetched. */
  function load(
    choose: () => {
      readonly feedId: FeedChoice | null;
      readonly choice: ListChoice;
      readonly keep?: number | null;
      readonly unfolded?: readonly number[];
    },
  ): void {
    const step = async () => {
      loadsWaiting -= 1;
      const { feedId, choice, keep = null, unfolded = [] } = choose();
      if (feedId === null || loadsWaiting > 0) return true;
      chosen = {};
      return fetchList(feedId, choice, keep, unfolded);
    };
    loadsWaiting += 1;
    serial.run(step, () => {
      loadsWaiting -= 1;
      chosen = {};
    });
  }

  async function fetchList(
    feedId: FeedChoice,
    choice: ListChoice,
    keep: number | null,
    unfolded: readonly number[],
    keptLast: () => number | null = () => keep,
  ): Promise<boolean> {
    inQueue({ type: 'list-asked', feedId, choice, unfolded });
    let page = unwrap(await ask({ listId: null, from: 0, keep }));
    // Another headline may have been selected in the old list while the new one was on its way.
    if (page !== null && keptLast() !== keep)
      page = unwrap(await ask({ listId: null, from: 0, keep: keptLast() }));
    inQueue(page === null ? { type: 'list-failed' } : { type: 'list-came', page });
    if (page !== null && page.keptAt >= PAGE) await fetchPage(Math.floor(page.keptAt / PAGE));
    return page !== null;
  }

  /** Asks for rows of the list that the state names. */
  function ask(window: {
    readonly listId: number | null;
    readonly from: number;
    readonly keep: number | null;
  }) {
    const { feedId, choice, unfolded } = store.get().queue;
    return api.request('headline.list', {
      feedId: feedId ?? 'all',
      ...queryOf(choice, new Date()),
      fold: choice.fold,
      unfolded,
      limit: PAGE,
      ...window,
    });
  }

  /** Done when the page is there or does not come; a page that is on its way is not asked for again. */
  function fetchPage(number: number): Promise<void> {
    const { listId, revision } = store.get().queue;
    if (listId === null) return Promise.resolve();
    const name = `${listId} ${number} ${revision}`;
    const present = underWay.get(name);
    if (present !== undefined) return present;
    const fetched = askPage(listId, number, revision).finally(() => underWay.delete(name));
    underWay.set(name, fetched);
    return fetched;
  }

  async function askPage(listId: number, number: number, revision: number): Promise<void> {
    const page = unwrap(await ask({ listId, from: number * PAGE, keep: null }));
    if (page === null) return;
    if (page.listId === listId) inQueue({ type: 'page-came', page, revision });
    else if (store.get().queue.listId === listId) sortAnew();
  }

  function sortAnew(): void {
    serial.run(async () => {
      const { feedId, choice, unfolded } = store.get().queue;
      if (feedId === null) return false;
      isSortingAnew = true;
      const came = await fetchList(feedId, choice, selectedId(), unfolded, selectedId);
      isSortingAnew = false;
      return came;
    });
  }

  function selectedId(): number | null {
    return selectedIdOf(store.get().queue);
  }

  return {
    showFeed: (feedId) =>
      load(() => {
        const { sort, fold } = store.get().queue.choice;
        return { feedId, choice: { ...EVERYTHING, sort, fold } };
      }),
    findHeadline(feedId, headlineId) {
      serial.run(async () => {
        const { queue } = store.get();
        const present = queue.feedId === feedId || queue.feedId === 'all' ? queue.feedId : null;
        const unfolded = [...queue.unfolded, headlineId].slice(-MOST_UNFOLDED);
        if (present !== null && !(await fetchList(present, queue.choice, headlineId, unfolded))) return false;
        if (placeOf(store.get().queue, headlineId) !== -1) return true;
        return fetchList(feedId, EVERYTHING, headlineId, [headlineId]);
      });
    },
    showHeadline: (feedId, keep) => load(() => ({ feedId, choice: EVERYTHING, keep, unfolded: [keep] })),
    search: (search) => choose({ search }),
    choose,
    sortAnew,
    showsWhole(feedId) {
      const { queue } = store.get();
      return loadsWaiting === 0 && queue.feedId === feedId && filtersOf(queue.choice).length === 0;
    },
    isChanging: () => loadsWaiting > 0 || (store.get().queue.isLoading && !isSortingAnew),

    see(first, last) {
      drawn = { first, last };
      const { queue } = store.get();
      for (const page of pagesToFetch(queue, first, last)) void fetchPage(page);
    },

    seen,
    renewSeen(actionWith) {
      const headlineIds = seen();
      inQueue(actionWith(headlineIds));
      // Once that is drawn: on few processors the two would get in each other's way.
      setTimeout(async () => {
        const rows = unwrap(await api.request('headline.rows', { headlineIds }));
        inQueue(rows === null ? { type: 'rows-aged', awaited: [] } : { type: 'rows-came', rows });
      });
    },

    async selection() {
      const { first, last } = selectionOf(store.get().queue);
      if (last < 0) return [];
      const { queue } = store.get();
      for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page += 1)
        if (!queue.pages.has(page)) await fetchPage(page);
      const rows = rowsFrom(first, last);
      if (rows.length < last - first + 1) {
        tell({ kind: 'rows-missing' });
        return null;
      }
      const standFor = await Promise.all(
        rows.map(({ place, headline }) => (place.fold?.state === 'folded' ? storyOf(headline) : [headline])),
      );
      return standFor.flat();
    },

    storyMembers,
    exceptFromStory: (headlineId, together) =>
      inQueue({ type: 'exception-made', headlineId, isTogether: together }),

    toggleCluster() {
      serial.run(async () => {
        const { queue } = store.get();
        const row = rowAt(queue, queue.selected);
        if (queue.feedId === null || row === undefined || row.place.fold === null) return true;
        const keep = row.headline.id;
        const unfolded =
          row.place.fold.state === 'folded'
            ? [...queue.unfolded, keep].slice(-MOST_UNFOLDED)
            : await unfoldedWithout(keep);
        return fetchList(queue.feedId, queue.choice, keep, unfolded);
      });
    },

    select(index, isExtended = false) {
      const meant = rowAt(store.get().queue, index)?.headline.id;
      serial.run(async () => {
        const { queue } = store.get();
        const place = meant === undefined ? index : placeOf(queue, meant);
        if (place === -1)
          return fetchList(queue.feedId ?? 'all', queue.choice, meant ?? null, queue.unfolded);
        inQueue({ type: 'row-selected', index: place, extends: isExtended });
        return true;
      });
    },

    move(by, isExtended = false) {
      serial.run(() => {
        inQueue({ type: 'row-moved', by, extends: isExtended });
        return true;
      });
    },
  };

  function seen(): readonly number[] {
    return rowsFrom(drawn.first, drawn.last + NEXT).map(({ headline }) => headline.id);
  }

  /** Those of these rows that are there. */
  function rowsFrom(first: number, last: number): Row[] {
    const { queue } = store.get();
    const rows = Array.from({ length: last - first + 1 }, (_, at) => rowAt(queue, first + at));
    return rows.filter((row) => row !== undefined);
  }

  async function membersOf(headlineId: number): Promise<readonly HeadlineView[]> {
    return unwrap(await storyMembers(headlineId)) ?? [];
  }

  /** What stays unfolded once the story of a headline is folded. */
  async function unfoldedWithout(headlineId: number): Promise<readonly number[]> {
    const story = new Set((await membersOf(headlineId)).map(({ id }) => id));
    return store.get().queue.unfolded.filter((id) => !story.has(id));
  }

  /** What is decided with a folded row: its own headline first. */
  async function storyOf(head: HeadlineView): Promise<readonly HeadlineView[]> {
    const { exceptions } = store.get().queue;
    const members = (await membersOf(head.id)).filter(({ id }) => id !== head.id);
    return [head, ...members.filter((member) => isTogether(head, member, exceptions))];
  }

  /** What was chosen while another list was on its way is not lost: it is chosen with what comes after it. */
  function choose(wanted: Partial<ListChoice>): void {
    chosen = { ...chosen, ...wanted };
    load(() => change());
  }

  function change() {
    const { feedId, choice } = store.get().queue;
    return { feedId, choice: { ...choice, ...chosen } };
  }
}
