import type { DeskContext } from '../../state/desk-context.ts';
import { selectedOf } from './queue-state.ts';

/** What an editor does with the list. */
export interface ListActions {
  showFeed(feedId: number): void;
  search(text: string): void;
  /** Fetches the list in the order of its present scores; the selected headline stays selected. */
  sortAnew(): void;
  /** Fetches the next page, where there is one. */
  more(): Promise<void>;
  select(index: number): void;
  move(by: number): void;
  /** True while another list is on its way: a key pressed now has no headline that the editor has seen. */
  isChanging(): boolean;
}

/** Headlines a page; as many as the contract allows. */
export const PAGE = 500;

export function createListActions(context: DeskContext): ListActions {
  const { api, store, serial, inQueue, unwrap } = context;
  let listNumber = 0;
  let loadsWaiting = 0;
  let isFetchingMore = false;

  const fetchPage = async (feedId: number, search: string, after: { score: number; id: number } | null) =>
    unwrap(await api.request('headline.list', { feedId, search, after, limit: PAGE }));

  /** Of several lists asked for in a row only the last is fetched. */
  function load(choose: () => { readonly feedId: number | null; readonly search: string }): void {
    loadsWaiting += 1;
    serial.run(async () => {
      loadsWaiting -= 1;
      const { feedId, search } = choose();
      if (feedId === null || loadsWaiting > 0) return true;
      inQueue({ type: 'list-asked', feedId, search });
      const page = await fetchPage(feedId, search, null);
      listNumber += 1;
      inQueue(page === null ? { type: 'list-failed' } : { type: 'list-came', page, keep: null });
      return page !== null;
    });
  }

  return {
    showFeed: (feedId) => load(() => ({ feedId, search: '' })),
    search: (search) => load(() => ({ feedId: store.get().queue.feedId, search })),
    isChanging: () => loadsWaiting > 0 || store.get().queue.isLoading,

    sortAnew() {
      serial.run(async () => {
        const { feedId, search } = store.get().queue;
        const keep = selectedOf(store.get().queue)?.id ?? null;
        const page = feedId === null ? null : await fetchPage(feedId, search, null);
        if (page === null) return false;
        listNumber += 1;
        inQueue({ type: 'list-came', page, keep });
        return page.rows.some((row) => row.id === keep);
      });
    },

    async more() {
      const { feedId, search, next } = store.get().queue;
      if (feedId === null || next === null || isFetchingMore) return;
      isFetchingMore = true;
      const asked = listNumber;
      const page = await fetchPage(feedId, search, next);
      isFetchingMore = false;
      if (page !== null && asked === listNumber) inQueue({ type: 'page-came', page });
    },

    select(index) {
      serial.run(() => {
        inQueue({ type: 'row-selected', index });
        return true;
      });
    },

    move(by) {
      serial.run(() => {
        inQueue({ type: 'row-moved', by });
        return true;
      });
    },
  };
}
