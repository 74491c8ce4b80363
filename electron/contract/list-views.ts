import type { Axis } from '#classifier/core/axis.ts';
import type { Sentence } from '#classifier/core/trouble.ts';
import type { ListChoice } from './list-channels.ts';
import type { HeadlineView } from './views.ts';

/** Where a row belongs, and what it stands for. */
export interface RowPlaceView {
  readonly feedId: number;
  /** Null where the row stands for itself alone. */
  readonly fold: FoldView | null;
}

/** A row that stands for a story of several headlines of the list, or one of those that were unfolded. */
export interface FoldView {
  readonly size: number;
  readonly state: 'folded' | 'unfolded' | 'member';
}

/** The headlines that a folded row stands for, the row's own first. */
export interface ClusterMembersView {
  readonly members: readonly HeadlineView[];
}

/** How many headlines of a list there are of each kind, the most first. */
export interface FacetsView {
  readonly rules: readonly {
    readonly id: string;
    readonly axis: Axis;
    readonly description: Sentence;
    readonly count: number;
  }[];
  readonly annotators: readonly { readonly name: string; readonly count: number }[];
}

/** A list that was kept under a name. */
export interface SavedViewView {
  readonly id: string;
  readonly name: string;
  readonly choice: ListChoice;
}
