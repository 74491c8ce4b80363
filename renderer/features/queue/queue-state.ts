import type { Sentence } from '#classifier/core/trouble.ts';
import type { ListChoice } from '#contract/list-channels.ts';
import type { RowPlaceView } from '#contract/list-views.ts';
import type { HeadlinePage, HeadlineView, LabelView, StepView } from '#contract/views.ts';
import { EVERYTHING } from './list-choice.ts';
import type { Exceptions } from './story-share.ts';

/** A row of the list, and the number of changes that its scores know of. */
export interface Row {
  readonly headline: HeadlineView;
  readonly place: RowPlaceView;
  readonly revision: number;
}

/** One list, or all of them as one. */
export type FeedChoice = number | 'all';

/** What a list is asked for by. */
interface Asked {
  readonly feedId: FeedChoice | null;
  readonly choice: ListChoice;
  /** Headlines whose stories are unfolded. */
  readonly unfolded: readonly number[];
}

/** The list as it lies before the editor. Its order changes only when a new list comes. */
export interface QueueState extends Asked {
  /** What the rows that are there were asked for by: to this the state goes back where another list does not come. */
  readonly shown: Asked;
  /** Headlines of folded stories that are, or are not, to be decided with their row. */
  readonly exceptions: Exceptions;
  /** Names the order that the engine keeps; null before the first list. */
  readonly listId: number | null;
  /** Those rows that were fetched, by the number of their page. */
  readonly pages: ReadonlyMap<number, readonly Row[]>;
  /** Rows in the whole list under the present search and filters. */
  readonly total: number;
  /** Headlines that search and filters leave, and all that there are. */
  readonly found: number;
  readonly whole: number;
  /** False where the list is too long to fold stories. */
  readonly canFold: boolean;
  /** What the rule says that the list is filtered by. */
  readonly ruleName: Sentence | null;
  /** Place of the selected row; -1 where there is none. */
  readonly selected: number;
  /** Where the selection began; the same as `selected` where one row is selected. */
  readonly anchor: number;
  /** Decisions and new models since the window opened. */
  readonly revision: number;
  readonly isLoading: boolean;
  /** The scores would put the list in another order. */
  readonly isOutdated: boolean;
}

export type QueueAction =
  | {
      readonly type: 'list-asked';
      readonly feedId: FeedChoice;
      readonly choice: ListChoice;
      readonly unfolded: readonly number[];
    }
  | { readonly type: 'list-failed' }
  /** No list is left. */
  | { readonly type: 'emptied' }
  /** A new list with its first rows; the headline that was to be kept stays selected where it is in the list. */
  | { readonly type: 'list-came'; readonly page: HeadlinePage }
  | { readonly type: 'page-came'; readonly page: HeadlinePage; readonly revision: number }
  /** Lists whose order is no longer that of the scores. */
  | { readonly type: 'rescored'; readonly outdated: readonly number[] }
  /** All rows are old, but those that are asked for right after it. */
  | { readonly type: 'rows-aged'; readonly awaited: readonly number[] }
  /** With `extends` the rows from the anchor on are selected too. */
  | { readonly type: 'row-selected'; readonly index: number; readonly extends?: boolean }
  | { readonly type: 'row-moved'; readonly by: number; readonly extends?: boolean }
  /** The rows that are asked for right after it count as new already. */
  | { readonly type: 'label-saved'; readonly view: LabelView; readonly awaited: readonly number[] }
  | { readonly type: 'rows-came'; readonly rows: readonly HeadlineView[] }
  | { readonly type: 'exception-made'; readonly headlineId: number; readonly isTogether: boolean }
  /** A step was taken back or done again. */
  | { readonly type: 'step-turned'; readonly view: StepView }
  /** Headlines were flagged, skipped or neither any more. */
  | {
      readonly type: 'marks-changed';
      readonly ids: readonly number[];
      readonly marks: Partial<Pick<HeadlineView, 'flagged' | 'skipped'>>;
    };

const NOTHING_ASKED: Asked = { feedId: null, choice: EVERYTHING, unfolded: [] };

export const EMPTY_QUEUE: QueueState = {
  ...NOTHING_ASKED,
  shown: NOTHING_ASKED,
  exceptions: new Map(),
  listId: null,
  pages: new Map(),
  total: 0,
  found: 0,
  whole: 0,
  canFold: true,
  ruleName: null,
  selected: -1,
  anchor: -1,
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
      return withAsked(state, action);
    case 'list-failed':
      return { ...state, ...state.shown, isLoading: false };
    case 'emptied':
      return { ...EMPTY_QUEUE, revision: state.revision + 1 };
    case 'list-came':
      return withList(state, action.page);
    case 'page-came':
      return action.page.listId === state.listId ? withPage(state, action.page, action.revision) : state;
    case 'rescored':
      return state.listId !== null && action.outdated.includes(state.listId)
        ? { ...state, isOutdated: true }
        : state;
    case 'rows-aged':
      return withNewRevision(state, action.awaited);
    case 'row-selected':
      return select(state, action.index, action.extends);
    case 'row-moved':
      return select(state, state.selected + action.by, action.extends);
    case 'label-saved':
      return withLabel(state, action.view, action.awaited);
    case 'rows-came':
      return withRows(state, replacing(action.rows));
    case 'exception-made':
      return {
        ...state,
        exceptions: new Map([...state.exceptions, [action.headlineId, action.isTogether]]),
      };
    case 'step-turned':
      return withStep(state, action.view);
    case 'marks-changed':
      return withMarks(state, new Set(action.ids), action.marks);
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

/** Its id. */
export function selectedIdOf(state: QueueState): number | null {
  return selectedOf(state)?.id ?? null;
}

/** The selected headline where it is the only one: no other row is selected, and it stands for no story. */
export function onlySelectedOf(state: QueueState): HeadlineView | null {
  const { first, last } = selectionOf(state);
  const row = rowAt(state, state.selected);
  return row === undefined || first !== last || row.place.fold?.state === 'folded' ? null : row.headline;
}

/** The first and the last of the selected rows. */
export function selectionOf({ selected, anchor }: QueueState): {
  readonly first: number;
  readonly last: number;
} {
  const other = anchor < 0 ? selected : anchor;
  return { first: Math.min(selected, other), last: Math.max(selected, other) };
}

/** The place of a headline among the rows that are there; -1 where it is not among them. */
export function placeOf(state: QueueState, headlineId: number): number {
  for (const [number, rows] of state.pages) {
    const at = rows.findIndex((row) => row.headline.id === headlineId);
    if (at !== -1) return number * PAGE + at;
  }
  return -1;
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

function withAsked(
  state: QueueState,
  { feedId, choice, unfolded }: Extract<QueueAction, { readonly type: 'list-asked' }>,
): QueueState {
  return { ...state, feedId, choice, unfolded, isLoading: true };
}

function withList(state: QueueState, page: HeadlinePage): QueueState {
  const { feedId, choice, unfolded } = state;
  const selected = Math.max(page.keptAt, Math.min(0, page.total - 1));
  const empty = {
    ...state,
    shown: { feedId, choice, unfolded },
    listId: page.listId,
    pages: new Map(),
    total: page.total,
  };
  const there = { selected, anchor: selected, isLoading: false, isOutdated: false, exceptions: new Map() };
  return withPage({ ...empty, ...there }, page, state.revision);
}

/** A row that a decision has changed while the page was on its way stays as it is. */
function withPage(state: QueueState, page: HeadlinePage, revision: number): QueueState {
  const pages = new Map(state.pages);
  const first = page.from / PAGE;
  for (let at = 0; at < page.rows.length; at += PAGE) {
    const number = first + at / PAGE;
    const newer = new Map(
      state.pages.get(number)?.flatMap((row) => (row.revision > revision ? [[row.headline.id, row]] : [])),
    );
    const rows = page.rows.slice(at, at + PAGE).map((headline, row) => ({
      ...(newer.get(headline.id) ?? { headline, revision }),
      place: page.places[at + row] as RowPlaceView,
    }));
    pages.set(number, rows);
  }
  const far = [...pages.keys()].sort((a, b) => Math.abs(b - first) - Math.abs(a - first));
  for (const one of far.slice(0, Math.max(0, pages.size - MOST_PAGES))) pages.delete(one);
  const { total, found, whole, canFold, ruleName } = page;
  return { ...state, pages, total, found, whole, canFold, ruleName };
}

/** All rows but these are older than the state. */
function withNewRevision(state: QueueState, fresh: readonly number[]): QueueState {
  const revision = state.revision + 1;
  const ids = new Set(fresh);
  return withRows({ ...state, revision }, (row) => (ids.has(row.headline.id) ? { ...row, revision } : row));
}

/** Shows the marks. What is on its way was read before them; rows that were up to date are still. */
function withMarks(state: QueueState, ids: ReadonlySet<number>, marks: Partial<HeadlineView>): QueueState {
  const revision = state.revision + 1;
  return withRows({ ...state, revision }, (row) => ({
    ...row,
    revision: row.revision === state.revision ? revision : row.revision,
    headline: ids.has(row.headline.id) ? { ...row.headline, ...marks } : row.headline,
  }));
}

function select(state: QueueState, index: number, isExtended = false): QueueState {
  if (state.total === 0) return state;
  const selected = Math.max(0, Math.min(state.total - 1, index));
  const anchor = isExtended ? state.anchor : selected;
  return selected === state.selected && anchor === state.anchor ? state : { ...state, selected, anchor };
}

/** Shows the label and goes on to the row after those that were decided. */
function withLabel(
  state: QueueState,
  { row: decided, others }: LabelView,
  awaited: readonly number[],
): QueueState {
  const alike = new Set(others);
  const labelled = withRows(withNewRevision(state, [decided.id, ...awaited]), (row) => {
    const { id } = row.headline;
    if (id === decided.id) return { ...row, headline: decided };
    return alike.has(id) ? { ...row, headline: { ...row.headline, label: decided.label } } : row;
  });
  const last = Math.max(...[decided.id, ...others].map((id) => placeOf(state, id)));
  return last === -1 ? labelled : select(labelled, last + 1);
}

/** Shows new scores and labels; all other rows are to be fetched again, for the step may have been about many. */
function withStep(state: QueueState, { rows, place }: StepView): QueueState {
  const renewed = withNewRevision(
    state,
    rows.map(({ id }) => id),
  );
  const turned = withRows(renewed, replacing(rows));
  const at = place === null ? -1 : placeOf(state, place.headlineId);
  return at === -1 ? turned : select(turned, at);
}

/** Puts headlines as they are now into their rows. */
function replacing(headlines: readonly HeadlineView[]): (row: Row) => Row {
  const byId = new Map(headlines.map((headline) => [headline.id, headline]));
  return (row) => {
    const headline = byId.get(row.headline.id);
    return headline === undefined ? row : { ...row, headline };
  };
}

/** Changes rows; pages of which none changes stay the same. */
function withRows(state: QueueState, change: (row: Row) => Row): QueueState {
  const pages = new Map<number, readonly Row[]>();
  for (const [number, rows] of state.pages) {
    const changed = rows.map(change);
    pages.set(number, changed.some((row, at) => row !== rows[at]) ? changed : rows);
  }
  return { ...state, pages };
}
