import type { Axis, Label } from '#classifier/core/axis.ts';
import type { Band } from '#classifier/core/bands.ts';
import type { Span } from '#classifier/core/span.ts';
import type { Sentence } from '#classifier/core/trouble.ts';
import type { PlaceView, WorkField } from './desk-views.ts';
import type { RowPlaceView } from './list-views.ts';

/** One loaded list as the window shows it. */
export interface FeedView {
  readonly id: number;
  readonly name: string;
  /** ISO 8601, UTC. */
  readonly importedAt: string;
  readonly headlines: number;
  readonly labelled: number;
}

/** Probabilities in (0, 1), never 0 or 1. */
export type ScoresView = Readonly<Record<Axis, number>> & {
  /** 1 - (1 - sensational)(1 - implausible). */
  readonly score: number;
  readonly band: Band;
  /** 证据不足: too little of the headline is known to the model. */
  readonly insufficient: boolean;
};

/** The strongest reason, short enough for a list. */
export type ReasonView =
  | { readonly kind: 'rule'; readonly id: string; readonly axis: Axis; readonly description: Sentence }
  | { readonly kind: 'word'; readonly axis: Axis; readonly word: string };

/** One row of the list. */
export interface HeadlineView {
  readonly id: number;
  readonly text: string;
  /** Place in its feed, from 1. */
  readonly position: number;
  /** What its source says of it. */
  readonly source: string | null;
  /** Absolute, http or https. */
  readonly url: string | null;
  /** ISO 8601; without Z where the source named no zone, a day alone where it gave a day. */
  readonly publishedAt: string | null;
  readonly scores: ScoresView;
  /** Name of the model that gave the scores. */
  readonly model: string;
  /** Null where nothing speaks against the headline. */
  readonly reason: ReasonView | null;
  /** The desk's own label; null while the desk has not decided. */
  readonly label: Label | null;
  /** The desk is to talk about it. */
  readonly flagged: boolean;
  /** It was left undecided for later. */
  readonly skipped: boolean;
}

/** What the editor saw of a headline before deciding, and for how long. */
export interface ShownBefore {
  readonly seconds: number;
  readonly score: number;
  readonly band: Band;
  readonly model: string;
}

/** Rows of a list that follow each other. */
export interface HeadlinePage {
  /** Names the order of the list; another than the one asked for where that is gone. */
  readonly listId: number;
  /** Place of the first row in the list, from 0. */
  readonly from: number;
  readonly rows: readonly HeadlineView[];
  /** For each of the rows. */
  readonly places: readonly RowPlaceView[];
  /** Rows in the whole list. */
  readonly total: number;
  /** Headlines that the search and the filters leave, and all that there are. */
  readonly found: number;
  readonly whole: number;
  /** What the rule says that the list is filtered by; null for none, or one that is gone. */
  readonly ruleName: Sentence | null;
  /** False where the list is too long to look for headlines of one story. */
  readonly canFold: boolean;
  /** Place of the headline that was to be kept; -1 where it is not in the list, or none was named. */
  readonly keptAt: number;
}

/** Labelled headlines that have the word or rule, among those with the axis (`yes`) and without it (`no`). */
export interface SupportView {
  readonly yes: number;
  readonly no: number;
}

/** One signed part of an axis's log-odds; the parts of an axis add up exactly to its `logOdds`. */
export type EvidenceView =
  | { readonly kind: 'base'; readonly logOdds: number }
  | {
      readonly kind: 'rule';
      readonly id: string;
      readonly description: Sentence;
      /** What the rule says of this headline in particular: the value, its range and the range's source. */
      readonly detail?: Sentence | undefined;
      readonly spans: readonly Span[];
      readonly logOdds: number;
      readonly support: SupportView;
    }
  | {
      readonly kind: 'word';
      readonly word: string;
      /** None where this is all function words and blanks as one. */
      readonly spans: readonly Span[];
      readonly logOdds: number;
      /** The stretch of up to three characters that moved the model most, and in how many labelled headlines it stands. */
      readonly strongest: { readonly text: string; readonly support: SupportView } | null;
    };

export interface AxisEvidenceView {
  readonly probability: number;
  readonly logOdds: number;
  /** `base` first, then the strongest first by absolute log-odds. */
  readonly parts: readonly EvidenceView[];
}

/** Where two headlines of one story cannot both be right; spans are places in the two texts, empty where one says more. */
export interface ContradictionView {
  readonly kind: 'number' | 'place' | 'outcome';
  readonly here: Span;
  readonly there: Span;
}

/** Headlines of the same feed that tell the same story. */
export interface ClusterView {
  /** Headlines in the cluster, this one included. */
  readonly size: number;
  readonly others: readonly {
    readonly id: number;
    readonly text: string;
    readonly contradictions: readonly ContradictionView[];
  }[];
}

/** Everything behind one score. Spans are places in `headline.text`. */
export interface EvidenceDetail {
  readonly headline: HeadlineView;
  readonly axes: Readonly<Record<Axis, AxisEvidenceView>>;
  /** Share of the headline's features that the model has met, 0 to 1. */
  readonly known: number;
  /** Labelled headlines that the model has learned from. */
  readonly learned: number;
  /** Null where no other headline of the feed tells the same story. */
  readonly cluster: ClusterView | null;
}

/** What became of a text that was opened as a list. */
export interface ImportView {
  readonly feed: FeedView;
  readonly taken: number;
  /** Lines that are not headlines, by reason. */
  readonly leftOut: readonly { readonly reason: Sentence; readonly lines: number }[];
  /** Rows that could not be read; `leftOut` names the first of them. */
  readonly rejected: number;
  /** The file in which they are kept aside; null where there are none. */
  readonly rejectedFile: string | null;
  /** What the editor should know of how it was read. */
  readonly notes: readonly Sentence[];
  /** True when the very same list was there already and nothing was added. */
  readonly known: boolean;
}

/** The acknowledgement of a saved decision: it is on disk and learned. */
export interface LabelView {
  readonly eventId: number;
  /** ISO 8601, UTC. */
  readonly savedAt: string;
  /** The headline with the label and the scores that it has now. */
  readonly row: HeadlineView;
  /** Headlines that got the same label in the same step. */
  readonly others: readonly number[];
}

/** A decision that was taken back, or given again. */
export type StepChangeView = {
  readonly text: string;
  /** Empty for the desk as a whole. */
  readonly annotator: string;
} /** The label is null where it is kept from the present editor. */ & (
  | { readonly kind: 'label' | 'ruling'; readonly label: Label | null }
  | { readonly kind: WorkField; readonly value: string | null }
);

/** What an undo or redo did: it is on disk, learned, and these rows have new scores and labels. */
export interface StepView {
  readonly kind: 'undo' | 'redo';
  /** ISO 8601, UTC. */
  readonly savedAt: string;
  /** In the order in which they were made; the first hundred. */
  readonly changes: readonly StepChangeView[];
  readonly changesInAll: number;
  /** Where the first of them stands: in a list that the window shows, or in the newest that has it. */
  readonly place: PlaceView | null;
  readonly rows: readonly HeadlineView[];
}

/** The desk's labels, written to a file. */
export interface ExportView {
  readonly path: string;
  readonly labels: number;
}

export interface WorkspaceView {
  readonly folder: string;
  readonly version: string;
  /** Name of the model that scores, e.g. workspace@12. */
  readonly model: string;
  readonly deskLabels: number;
}
