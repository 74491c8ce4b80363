import type { Cursor, HeadlinePage, HeadlineView, LabelView } from '#contract/views.ts';

/** A row of the list, and the number of decisions that its scores know of. */
export interface Row {
  readonly headline: HeadlineView;
  readonly revision: number;
}

/** The list as it lies before the editor. Its order changes only when a new first page comes. */
export interface QueueState {
  readonly feedId: number | null;
  readonly search: string;
  readonly rows: readonly Row[];
  /** Where the list goes on; null after the last page. */
  readonly next: Cursor;
  /** Headlines in the whole list under the present search. */
  readonly total: number;
  /** Place of the selected row; -1 where there is none. */
  readonly selected: number;
  /** Decisions made or taken back since the window opened. */
  readonly revision: number;
  readonly isLoading: boolean;
}

export type QueueAction =
  | { readonly type: 'list-asked'; readonly feedId: number; readonly search: string }
  | { readonly type: 'list-failed' }
  /** A first page; `keep` is the headline that stays selected where it is in the page. */
  | { readonly type: 'list-came'; readonly page: HeadlinePage; readonly keep: number | null }
  | { readonly type: 'page-came'; readonly page: HeadlinePage }
  | { readonly type: 'row-selected'; readonly index: number }
  | { readonly type: 'row-moved'; readonly by: number }
  | { readonly type: 'label-saved'; readonly view: LabelView; readonly goTo: 'next' | 'there' };

export const EMPTY_QUEUE: QueueState = {
  feedId: null,
  search: '',
  rows: [],
  next: null,
  total: 0,
  selected: -1,
  revision: 0,
  isLoading: false,
};

export function reduceQueue(state: QueueState, action: QueueAction): QueueState {
  switch (action.type) {
    case 'list-asked':
      return { ...state, feedId: action.feedId, search: action.search, isLoading: true };
    case 'list-failed':
      return { ...state, isLoading: false };
    case 'list-came':
      return withFirstPage(state, action.page, action.keep);
    case 'page-came':
      return withMore(state, action.page);
    case 'row-selected':
      return select(state, action.index);
    case 'row-moved':
      return select(state, state.selected + action.by);
    case 'label-saved':
      return withLabel(state, action.view, action.goTo);
  }
}

/** The selected headline, or null. */
export function selectedOf(state: QueueState): HeadlineView | null {
  return state.rows[state.selected]?.headline ?? null;
}

/** The rows whose scores the window wants anew after a decision: those around the selected one. */
export function idsAround(state: QueueState, most: number): number[] {
  const first = Math.max(0, Math.min(state.selected - Math.floor(most / 2), state.rows.length - most));
  return state.rows.slice(first, first + most).map((row) => row.headline.id);
}

/** True when the scores no longer fall from row to row. */
export function isOutOfOrder(rows: readonly Row[]): boolean {
  return rows.some((row, at) => {
    const above = rows[at - 1];
    return above !== undefined && above.headline.scores.score < row.headline.scores.score;
  });
}

function withFirstPage(state: QueueState, page: HeadlinePage, keep: number | null): QueueState {
  const rows = page.rows.map((headline) => ({ headline, revision: state.revision }));
  const kept = rows.findIndex((row) => row.headline.id === keep);
  const selected = Math.max(kept, Math.min(0, rows.length - 1));
  return { ...state, rows, selected, next: page.next, total: page.total, isLoading: false };
}

/** Scores may have changed since the page before, so a headline can come twice: it stays where it was. */
function withMore(state: QueueState, page: HeadlinePage): QueueState {
  const there = new Set(state.rows.map((row) => row.headline.id));
  const added = page.rows
    .filter((headline) => !there.has(headline.id))
    .map((headline) => ({ headline, revision: state.revision }));
  return { ...state, rows: [...state.rows, ...added], next: page.next, total: page.total };
}

function select(state: QueueState, index: number): QueueState {
  if (state.rows.length === 0) return state;
  const selected = Math.max(0, Math.min(state.rows.length - 1, index));
  return selected === state.selected ? state : { ...state, selected };
}

function withLabel(state: QueueState, view: LabelView, goTo: 'next' | 'there'): QueueState {
  const revision = state.revision + 1;
  const fresh = new Map(view.rows.map((headline) => [headline.id, headline]));
  const rows = state.rows.map((row) => {
    const headline = fresh.get(row.headline.id);
    if (headline !== undefined) return { headline, revision };
    if (row.headline.id !== view.headlineId) return row;
    return { ...row, headline: { ...row.headline, label: view.label } };
  });
  const labelled = { ...state, rows, revision };
  const place = rows.findIndex((row) => row.headline.id === view.headlineId);
  if (place === -1) return labelled;
  return select(labelled, goTo === 'next' ? place + 1 : place);
}
