import type { Axis, Label } from '#classifier/core/axis.ts';
import type { Disposition } from '#classifier/core/disposition.ts';
import type { FigureView } from './model-views.ts';

/** What the desk does about a headline, wherever it stands; null where nothing is noted. */
export interface DeskWorkView {
  readonly disposition: Disposition | null;
  readonly note: string | null;
  readonly assignee: string | null;
  /** A day, as 2026-01-31. */
  readonly recheck: string | null;
  /** `1` where the desk is to talk about it. */
  readonly flag: string | null;
  /** `1` where it was left undecided for later. */
  readonly skip: string | null;
}

export type WorkField = keyof DeskWorkView;

/** One editor's label of a headline. */
export interface OpinionView {
  /** Empty for the desk as a whole. */
  readonly annotator: string;
  readonly label: Label;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** From the headline's appearing to the key; null where that was not noted. */
  readonly seconds: number | null;
}

/** Desk work and editors' labels of one headline. What is kept from the present editor is not in it. */
export interface WorkView {
  readonly headlineId: number;
  readonly work: DeskWorkView;
  /** The latest change, which can be taken back. */
  readonly last: {
    readonly eventId: number;
    readonly field: WorkField;
    readonly annotator: string;
    readonly at: string;
  } | null;
  readonly opinions: readonly OpinionView[];
  readonly ruling: OpinionView | null;
  readonly isContested: boolean;
  /** Names to choose an assignee from. */
  readonly names: readonly string[];
}

/** What became of the marks of skipped headlines. */
export interface UnskipView {
  readonly headlines: number;
}

/** Where a headline stands in the newest list that has it. */
export interface PlaceView {
  readonly feedId: number;
  readonly headlineId: number;
}

/** Something that was decided: a label, a ruling, or a step of desk work. */
export type DecisionView = {
  readonly eventId: number;
  readonly at: string;
  readonly annotator: string;
  readonly text: string;
  readonly place: PlaceView | null;
  readonly isUndone: boolean;
} & (
  | {
      readonly kind: 'label' | 'ruling';
      /** Null where it is kept from the present editor, who is to label the headline too. */
      readonly label: Label | null;
      readonly seconds: number | null;
    }
  | { readonly kind: WorkField; readonly value: string | null }
);

/** A headline to be seen to. */
export interface WorkedView extends DeskWorkView {
  readonly digest: string;
  readonly text: string;
  readonly place: PlaceView | null;
}

export interface TodayView {
  /** Newest first; at most 500. */
  readonly decisions: readonly DecisionView[];
  /** To be looked at again today or before. */
  readonly due: readonly WorkedView[];
  /** What the present editor has and is not done with. */
  readonly mine: readonly WorkedView[];
}

/** Who sits at the desk. */
export interface EditorsView {
  /** Null while nobody has been asked; empty for the desk as a whole. */
  readonly annotator: string | null;
  /** Who signed labels before. */
  readonly names: readonly string[];
  /** Of how many headlines one is labelled by two editors; 0 for none. */
  readonly oneIn: number;
}

/** Two editors and how far they agree on an axis. */
export interface PairView {
  readonly one: string;
  readonly other: string;
  readonly axes: Readonly<
    Record<Axis, { readonly headlines: number; readonly agreed: number; readonly kappa: FigureView | null }>
  >;
}

export interface ContestedView {
  readonly digest: string;
  readonly text: string;
  readonly opinions: readonly OpinionView[];
}

export interface RuledView extends ContestedView {
  readonly eventId: number;
  readonly ruling: OpinionView;
}

export interface AgreementView {
  /** Labels by editor, the desk as a whole included. */
  readonly editors: readonly { readonly annotator: string; readonly labels: number }[];
  readonly pairs: readonly PairView[];
  /** Headlines on which editors differ and nobody has ruled, the newest first; at most 200. */
  readonly contested: readonly ContestedView[];
  readonly contestedInAll: number;
  /** The latest 50. */
  readonly ruled: readonly RuledView[];
  /** Headlines of the double share with one label: for the present editor to label, and for others. */
  readonly waiting: { readonly mine: number; readonly others: number };
}
