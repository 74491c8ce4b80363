import { setImmediate } from 'node:timers/promises';
import { listFeeds } from '#classifier/store/feeds.ts';
import { WHOLE_LIST } from '#contract/whole-list.ts';
import type { Desk } from './handlers.ts';
import type { Lists } from './lists/list-client.ts';
import type { FeedChoice } from './lists/protocol.ts';
import { ROWS_AT_ONCE, rowsOf } from './rows.ts';

/** The list that the window will show first. */
export type FirstList = FeedChoice | 'newest';

/** Rows that are read: a page. */
const ROWS = 100;

/** The list that is named by `--first`; null where there is no such option. */
export function readFirstList(value: string | undefined): FirstList | null {
  if (value === undefined || value === 'newest' || value === 'all') return value ?? null;
  return Number(value);
}

/**
 * Opens the list that the window will ask for, while the window is still loading: what reads rows is loaded and compiled before
 * anyone waits for it. A list that is gone gives way to the newest.
 */
export async function warmUp(
  { workspace, lists }: Pick<Desk, 'workspace' | 'lists'>,
  first: FirstList,
): Promise<void> {
  await setImmediate();
  const { db } = workspace;
  const feeds = db.open ? listFeeds(db) : [];
  const feed = feeds.find(({ id }) => id === first) ?? feeds[0];
  if (feed === undefined) return;
  void openFirst(lists, first === 'all' ? first : feed.id);
  for (let at = 0; at < Math.min(ROWS, feed.headlines) && db.open; at += ROWS_AT_ONCE) {
    rowsOf(
      workspace,
      Array.from({ length: ROWS_AT_ONCE }, (_, row) => feed.firstId + at + row),
    );
    await setImmediate();
  }
}

/** Has a list opened and sorted as the window asks for it first. A list that cannot be opened says so when it is asked for. */
export async function openFirst(lists: Lists, feedId: FeedChoice): Promise<void> {
  const page = { fold: true, unfolded: [], listId: null, from: 0, limit: ROWS, keep: null };
  await lists.ask('list', { feedId, query: WHOLE_LIST, ...page });
}
