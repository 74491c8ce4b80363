import { randomInt } from 'node:crypto';
import { type FoldedList, foldList } from '#classifier/desk/list/folding.ts';
import { placesOf, type StemsOf } from '#classifier/desk/list/list-query.ts';
import type { Stories } from '#classifier/desk/list/stories.ts';
import { canTell, idAt, type OpenList, placeOf } from './open-list.ts';
import type { Fold, ListRequest, ListSlice } from './protocol.ts';

/** Orders that stay as they were given; an older one is made anew when it is asked for. */
const MOST_LISTS = 4;
/**
 * How far apart the numbers of two engines are: the window keeps its own while the engine starts anew, and one of before
 * must not name another order.
 */
export const NUMBERS_APART = 2 ** 20;

/** What a list is made of. */
type Wanted = Pick<ListRequest, 'feedId' | 'query' | 'fold' | 'unfolded'>;

/** An order as it was given to the window. */
export interface GivenList {
  readonly wanted: Wanted;
  readonly places: Uint32Array;
  /** Null where nothing is folded. */
  readonly folded: FoldedList | null;
  readonly found: number;
  /** The feeds whose places they are. */
  readonly feeds: string;
}

/** The orders that the window was given last, by number. */
export interface GivenLists {
  find(listId: number | null, open: OpenList): GivenList | undefined;
  /** Makes a list and returns its number. */
  give(open: OpenList, wanted: Wanted): number;
  /** Those that would now be in another order. */
  outdated(open: OpenList): number[];
}

export function createGivenLists(
  stemsOf: StemsOf,
  storiesOf: (open: OpenList) => Stories | null,
): GivenLists {
  const lists = new Map<number, GivenList>();
  let next = randomInt(2 ** 32) * NUMBERS_APART + 1;

  function make(open: OpenList, wanted: Wanted): GivenList {
    const all = placesOf(open.columns, wanted.query, open.orders, stemsOf);
    const feeds = feedsOf(open);
    const stories = wanted.fold ? storiesOf(open) : null;
    if (stories === null) return { wanted, places: all, folded: null, found: all.length, feeds };
    const unfolded = new Set(
      wanted.unfolded.map((id) => placeOf(open, id)).map((place) => stories.firsts[place] ?? -1),
    );
    const folded = foldList(all, stories, unfolded);
    return { wanted, places: folded.places, folded, found: all.length, feeds };
  }

  return {
    find(listId, open) {
      const list = listId === null ? undefined : lists.get(listId);
      return list?.feeds === feedsOf(open) ? list : undefined;
    },
    give(open, wanted) {
      lists.set(next, make(open, wanted));
      for (const id of lists.keys()) if (lists.size > MOST_LISTS) lists.delete(id);
      next += 1;
      return next - 1;
    },
    outdated: (open) =>
      [...lists].flatMap(([id, { wanted, places, feeds }]) => {
        if (feeds !== feedsOf(open)) return [];
        const now = make(open, wanted).places;
        const isSame = now.length === places.length && now.every((place, at) => place === places[at]);
        return isSame ? [] : [id];
      }),
  };
}

/**
 * Alone, a list that has grown keeps its places; among others it moves those behind it. The time tells a list from one that was
 * deleted and had its number before.
 */
function feedsOf({ parts }: OpenList): string {
  const isAlone = parts.length === 1;
  return parts
    .map(({ feed: { id, importedAt, headlines } }) => [id, importedAt, isAlone ? '' : headlines].join(' '))
    .join();
}

/** The rows of a list that are asked for. */
export function sliceOf(listId: number, list: GivenList, open: OpenList, request: ListRequest): ListSlice {
  const { from, limit, keep } = request;
  const { places, found } = list;
  const some = Array.from(places.subarray(from, from + limit));
  return {
    listId,
    total: places.length,
    found,
    whole: open.columns.size,
    ids: some.map((place) => idAt(open, place)),
    folds: some.map((place, at) => foldOf(list, open, place, from + at)),
    canFold: canTell(open),
    keptAt: keep === null ? -1 : keptAt(list, open, placeOf(open, keep)),
  };
}

function foldOf(
  { folded, places, wanted }: GivenList,
  open: OpenList,
  place: number,
  at: number,
): Fold | null {
  if (folded === null || open.stories === null) return null;
  const { firsts } = open.stories;
  const first = firsts[place] as number;
  const size = folded.sizes[first] as number;
  if (size < 2) return null;
  const isSame = (other: number | undefined) => other !== undefined && firsts[other] === first;
  if (at > 0 && isSame(places[at - 1])) return { size, state: 'member' };
  const isUnfolded = isSame(places[at + 1]) || wanted.unfolded.some((id) => isSame(placeOf(open, id)));
  return { size, state: isUnfolded ? 'unfolded' : 'folded' };
}

/** Where a headline is, or the row that stands for it. */
function keptAt({ places, folded }: GivenList, { stories }: OpenList, place: number): number {
  const at = places.indexOf(place);
  if (at !== -1 || place === -1 || folded === null || stories === null) return at;
  const first = stories.firsts[place] as number;
  if ((folded.sizes[first] as number) < 2) return -1;
  return places.findIndex((other) => stories.firsts[other] === first);
}
