import type { HeadlineView } from '#contract/views.ts';
import type { DeskContext } from '../../state/desk-context.ts';
import {
  EVERYTHING,
  type ListChoice,
  PAGE,
  pagesToFetch,
  placeOf,
  rowAt,
  selectedOf,
  selectionOf,
} from './queue-state.ts';

/** What an editor does with the list. */
export interface ListActions {
  showFeed(feedId: number): void;
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
  /** Ids of the rows that are drawn, the selected one with them. */
  seen(): readonly number[];
  /** With `isExtended` the rows from where the selection began are selected too. */
  select(index: number, isExtended?: boolean): void;
  move(by: number, isExtended?: boolean): void;
  /** All selected headlines from the top, fetched where they were not. */
  selection(): Promise<readonly HeadlineView[]>;
  /** True while another list is on its way: a key pressed now has no headline that the editor has seen. */
  isChanging(): boolean;
}

export function createListActions(context: DeskContext): ListActions {
  const { api, store, serial, inQueue, unwrap } = context;
  let loadsWaiting = 0;
  let drawn = { first: 0, last: PAGE - 1 };
  const underWay = new Set<string>();

  /** Of several lists asked for in a row only the last is fetched. */
  function load(
    choose: () => {
      readonly feedId: number | null;
      readonly choice: ListChoice;
      readonly keep?: number;
    },
  ): void {
    loadsWaiting += 1;
    serial.run(async () => {
      loadsWaiting -= 1;
      const { feedId, choice, keep = null } = choose();
      if (feedId === null || loadsWaiting > 0) return true;
      return fetchList(feedId, choice, keep);
    });
  }

  async function fetchList(feedId: number, choice: ListChoice, keep: number | null): Promise<boolean> {
    inQueue({ type: 'list-asked', feedId, choice });
    const page = unwrap(
      await api.request('headline.list', { feedId, ...choice, listId: null, from: 0, limit: PAGE, keep }),
    );
    inQueue(page === null ? { type: 'list-failed' } : { type: 'list-came', page });
    if (page !== null && page.keptAt >= PAGE) await fetchPage(Math.floor(page.keptAt / PAGE));
    return page !== null;
  }

  async function fetchPage(number: number): Promise<void> {
    const { feedId, choice, listId, revision } = store.get().queue;
    const name = `${listId} ${number} ${revision}`;
    if (feedId === null || listId === null || underWay.has(name)) return;
    underWay.add(name);
    const from = number * PAGE;
    const page = unwrap(
      await api.request('headline.list', { feedId, ...choice, listId, from, limit: PAGE, keep: null }),
    );
    underWay.delete(name);
    if (page === null) return;
    if (page.listId === listId) inQueue({ type: 'page-came', page, revision });
    else if (store.get().queue.listId === listId) sortAnew();
  }

  function sortAnew(): void {
    serial.run(async () => {
      const { feedId, choice } = store.get().queue;
      const keep = selectedOf(store.get().queue)?.id ?? null;
      return feedId !== null && fetchList(feedId, choice, keep);
    });
  }

  return {
    showFeed: (feedId) => load(() => ({ feedId, choice: EVERYTHING })),
    findHeadline(feedId, headlineId) {
      serial.run(async () => {
        const { queue } = store.get();
        if (queue.feedId === feedId && !(await fetchList(feedId, queue.choice, headlineId))) return false;
        if (placeOf(store.get().queue, headlineId) !== -1) return true;
        return fetchList(feedId, EVERYTHING, headlineId);
      });
    },
    showHeadline: (feedId, keep) => load(() => ({ feedId, choice: EVERYTHING, keep })),
    search: (search) => load(() => change({ search })),
    choose: (wanted) => load(() => change(wanted)),
    sortAnew,
    isChanging: () => loadsWaiting > 0 || store.get().queue.isLoading,

    see(first, last) {
      drawn = { first, last };
      const { queue } = store.get();
      for (const page of pagesToFetch(queue, first, last)) void fetchPage(page);
    },

    seen() {
      const { queue } = store.get();
      const ids = new Set<number>();
      for (let index = drawn.first; index <= drawn.last; index += 1) {
        const row = rowAt(queue, index);
        if (row !== undefined) ids.add(row.headline.id);
      }
      return [...ids];
    },

    async selection() {
      const { first, last } = selectionOf(store.get().queue);
      if (last < 0) return [];
      const { queue } = store.get();
      for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page += 1)
        if (!queue.pages.has(page)) await fetchPage(page);
      const rows = Array.from({ length: last - first + 1 }, (_, at) => rowAt(store.get().queue, first + at));
      return rows.flatMap((row) => (row === undefined ? [] : [row.headline]));
    },

    select(index, isExtended = false) {
      serial.run(() => {
        inQueue({ type: 'row-selected', index, extends: isExtended });
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

  function change(wanted: Partial<ListChoice>) {
    const { feedId, choice } = store.get().queue;
    return { feedId, choice: { ...choice, ...wanted } };
  }
}
