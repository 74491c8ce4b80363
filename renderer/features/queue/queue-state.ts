import type { Arguments } from '#contract/channels.ts';
import type { HeadlinePage, HeadlineView, LabelView } from '#contract/views.ts';

/** A row of the list, and the number of changes that its scores know of. */
export interface Row {
  readonly headline: HeadlineView;
  readonly revision: number;
}

/** What of a feed is listed, and in which order. */
export type ListChoice = Pick<Arguments<'headline.list'>, 'search' | 'sort' | 'band' | 'axis' | 'labelled'>;

/** The list as it lies before the editor. Its order changes only when a new list comes. */
export interface QueueState {
  readonly feedId: number | null;
  readonly choice: ListChoice;
  /** Names the order that the engine keeps; null before the first list. */
  readonly listId: number | null;
  /** Those rows that were fetched, by the number of their page. */
  readonly pages: ReadonlyMap<number, readonly Row[]>;
  /** Headlines in the whole list under the present search and filters. */
  readonly total: number;
  /** Place of the selected row; -1 where there is none. */
  readonly selected: number;
  /** Decisions and new models since the window opened. */
  readonly revision: number;
  readonly isLoading: boolean;
  /** The scores would put the list in another order. */
  readonly isOutdated: boolean;
}

export type QueueAction =
  | { readonly type: 'list-asked'; readonly feedId: number; readonly choice: ListChoice }
  | { readonly type: 'list-failed' }
  /** A new list with its first rows; the headline that was to be kept stays selected where it is in the list. */
  | { readonly type: 'list-came'; readonly page: HeadlinePage }
  | { readonly type: 'page-came'; readonly page: HeadlinePage; readonly revision: number }
  /** Lists whose order is no longer that of the scores; with a new model all rows are to be fetched again. */
  | { readonly type: 'rescored'; readonly outdated: readonly number[]; readonly byNewModel: boolean }
  | { readonly type: 'row-selected'; readonly index: number }
  | { readonly type: 'row-moved'; readonly by: number }
  | { readonly type: 'label-saved'; readonly view: LabelView; readonly goTo: 'next' | 'there' };

export const EVERYTHING: ListChoice = {
  search: '',
  sort: { by: 'score', falling: true },
  band: null,
  axis: null,
  labelled: null,
};

export const EMPTY_QUEUE: QueueState = {
  feedId: null,
  choice: EVERYTHING,
  listId: null,
  pages: new Map(),
  total: 0,
  selected: -1,
  revision: 0,
  isLoading: false,
  isOutdated: false,
};

/** Headlines a page. */
export const PAGE = 100;
/** Pages that are kept; those farthest from the newest one go. */
const MOST_PAGES = 60;

export function reduceQueue(state: QueueState, action: QueueAction): QueueState {
  switch (action.type) {
    case 'list-asked':
      return { ...state, feedId: action.feedId, choice: action.choice, isLoading: true };
    case 'list-failed':
      return { ...state, isLoading: false };
    case 'list-came':
      return withList(state, action.page);
    case 'page-came':
      return action.page.listId === state.listId ? withPage(state, action.page, action.revision) : state;
    case 'rescored':
      return withScores(state, action.outdated, action.byNewModel);
    case 'row-selected':
      return select(state, action.index);
    case 'row-moved':
      return select(state, state.selected + action.by);
    case 'label-saved':
      return withLabel(state, action.view, action.goTo);
  }
}

/** The row in a place of the list; undefined where it has not been fetched. */
export function rowAt(state: QueueState, index: number): Row | undefined {
  return state.pages.get(Math.floor(index / PAGE))?.[index % PAGE];
}

/** The selected headline; null where there is none, or where it has not been fetched. */
export function selectedOf(state: QueueState): HeadlineView | null {
  return rowAt(state, state.selected)?.headline ?? null;
}

/** Rows above and below those that are drawn that are fetched before they are needed. */
const AHEAD = PAGE / 2;

/**
 * Pages that have to be fetched so that these rows can be seen as they are now. Near them it is enough that there are
 * rows: what a decision made old is fetched again when it comes in sight.
 */
export function pagesToFetch(state: QueueState, first: number, last: number): number[] {
  const wanted: number[] = [];
  const end = Math.min(last + AHEAD, state.total - 1);
  for (let page = Math.floor(Math.max(0, first - AHEAD) / PAGE); page * PAGE <= end; page += 1) {
    const rows = state.pages.get(page);
    const seen = rows?.slice(Math.max(0, first - page * PAGE), Math.max(0, last + 1 - page * PAGE));
    if (seen === undefined || seen.some((row) => row.revision < state.revision)) wanted.push(page);
  }
  return wanted;
}

function withList(state: QueueState, page: HeadlinePage): QueueState {
  const selected = Math.max(page.keptAt, Math.min(0, page.total - 1));
  const empty = { ...state, listId: page.listId, pages: new Map(), total: page.total, selected };
  return withPage({ ...empty, isLoading: false, isOutdated: false }, page, state.revision);
}

function withPage(state: QueueState, page: HeadlinePage, revision: number): QueueState {
  const pages = new Map(state.pages);
  const first = page.from / PAGE;
  for (let at = 0; at < page.rows.length; at += PAGE) {
    const rows = page.rows.slice(at, at + PAGE).map((headline) => ({ headline, revision }));
    pages.set(first + at / PAGE, rows);
  }
  const far = [...pages.keys()].sort((a, b) => Math.abs(b - first) - Math.abs(a - first));
  for (const one of far.slice(0, Math.max(0, pages.size - MOST_PAGES))) pages.delete(one);
  return { ...state, pages, total: page.total };
}

function withScores(state: QueueState, outdated: readonly number[], byNewModel: boolean): QueueState {
  const isOutdated = state.isOutdated || (state.listId !== null && outdated.includes(state.listId));
  return { ...state, isOutdated, revision: state.revision + (byNewModel ? 1 : 0) };
}

function select(state: QueueState, index: number): QueueState {
  if (state.total === 0) return state;
  const selected = Math.max(0, Math.min(state.total - 1, index));
  return selected === state.selected ? state : { ...state, selected };
}

function withLabel(state: QueueState, view: LabelView, goTo: 'next' | 'there'): QueueState {
  const revision = state.revision + 1;
  const fresh = new Map(view.rows.map((headline) => [headline.id, headline]));
  let place = -1;
  const pages = new Map<number, readonly Row[]>();
  for (const [number, rows] of state.pages) {
    const at = rows.findIndex((row) => row.headline.id === view.headlineId);
    if (at !== -1) place = number * PAGE + at;
    const isTouched = at !== -1 || rows.some((row) => fresh.has(row.headline.id));
    pages.set(number, isTouched ? rows.map((row) => withNews(row, view, fresh, revision)) : rows);
  }
  const labelled = { ...state, pages, revision };
  if (place === -1) return labelled;
  return select(labelled, goTo === 'next' ? place + 1 : place);
}

function withNews(
  row: Row,
  view: LabelView,
  fresh: ReadonlyMap<number, HeadlineView>,
  revision: number,
): Row {
  const headline = fresh.get(row.headline.id);
  if (headline !== undefined) return { headline, revision };
  if (row.headline.id !== view.headlineId) return row;
  return { ...row, headline: { ...row.headline, label: view.label } };
}
