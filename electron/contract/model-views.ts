import type { Axis } from '#classifier/core/axis.ts';
import type { Band, CostTable, Cuts } from '#classifier/core/bands.ts';
import type { Sentence } from '#classifier/core/trouble.ts';

/** A figure that is computed in the background. */
export interface JobView<T> {
  /** Name of the present model. */
  readonly model: string;
  /** Share done for the present model, 0 to 1; 1 when `value` is about it. */
  readonly progress: number;
  /** The latest that is finished, perhaps of an earlier model; null before the first. */
  readonly value: T | null;
  /** The editor has stopped it; it goes on when they say so. */
  readonly isStopped?: boolean;
}

/** A figure with the ends of its 95 % interval. */
export interface FigureView {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export type FigureName = 'rocAuc' | 'macroF1' | 'calibrationError' | 'falseAlarms';

/** Figures are null where one answer is missing. */
export type FiguresView = { readonly labels: number; readonly yes: number } & Readonly<
  Record<FigureName, FigureView | null>
>;

/** Labels with and without an axis. */
export interface AnswersView {
  readonly yes: number;
  readonly no: number;
}

export interface ReliabilityView {
  readonly headlines: number;
  readonly promised: number;
  readonly came: number;
  readonly interval: { readonly low: number; readonly high: number };
}

export interface PrecisionRecallView {
  readonly cut: number;
  readonly precision: number;
  readonly recall: number;
}

export interface AxisQualityView {
  readonly all: FiguresView;
  /** The random stream of the desk's labels alone; null while it has too few. */
  readonly random: FiguresView | null;
  readonly randomHas: AnswersView;
  readonly reliability: readonly ReliabilityView[];
  readonly confusion: {
    readonly truePositive: number;
    readonly falsePositive: number;
    readonly falseNegative: number;
    readonly trueNegative: number;
  };
  readonly precisionRecall: readonly PrecisionRecallView[];
  readonly shipped: AnswersView;
  readonly desk: AnswersView;
  /** Share of a feed that is expected to have the axis. */
  readonly baseRate: number;
}

/** How good the model is by exact leave-one-out. */
export interface QualityView {
  readonly labels: number;
  /** Headlines that were left out together with near-copies of theirs. */
  readonly copies: number;
  readonly randomNeeds: { readonly labels: number; readonly each: number };
  readonly axes: Readonly<Record<Axis, AxisQualityView>>;
}

export interface SpreadView {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

export interface CurvePointView {
  readonly labels: number;
  readonly rocAuc: SpreadView | null;
  readonly macroF1: SpreadView | null;
}

/** Empty lists while there are too few labels. */
export type CurveView = Readonly<Record<Axis, readonly CurvePointView[]>>;

interface AtCutView {
  readonly recall: number;
  readonly precision: number | null;
}

/** What a cost table means per hundred headlines of a feed. */
export interface ExpectedView {
  readonly cuts: Cuts;
  readonly flagged: number;
  readonly checked: number;
  readonly passed: number;
  readonly missed: number;
  readonly falseAlarms: number;
  readonly cost: number;
  readonly atFlag: AtCutView;
  readonly atCheck: AtCutView;
}

export interface WorkloadView {
  /** The cost table that the model has. */
  readonly present: CostTable;
  /** Null while the labels are not judged yet, or doubtful or ordinary ones are missing. */
  readonly expected: ExpectedView | null;
  readonly precisionRecall: readonly PrecisionRecallView[];
  /** Share of a feed that is expected to be doubtful. */
  readonly share: number;
  readonly doubtful: number;
  readonly ordinary: number;
  /** Share of the judging that is done. */
  readonly progress: number;
}

/** A word of the labelled headlines: what it adds to an axis on average, and in how many headlines of each answer it stands. */
export interface WordView extends AnswersView {
  readonly word: string;
  readonly logOdds: number;
}

export interface RuleView extends AnswersView {
  readonly id: string;
  readonly description: Sentence;
  /** What the rule began with, and what labels made of it. */
  readonly points: number;
  readonly logOdds: number;
}

/** The strongest of each, strongest first. */
export interface AxisWordsView {
  readonly for: readonly WordView[];
  readonly against: readonly WordView[];
  readonly rules: readonly RuleView[];
  /** Rules of the axis that no labelled headline has met. */
  readonly unmet: number;
}

export type WordsView = Readonly<Record<Axis, AxisWordsView>>;

/** What made a version. */
export type VersionKind = 'learned' | 'costs' | 'restored' | 'undone';

export interface VersionView {
  readonly id: number;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly kind: VersionKind;
  /** The version that was restored, or whose change was taken back. */
  readonly refersTo: number | null;
  /** Labels and undone labels since the version before. */
  readonly events: number;
  /** Share of labels judged rightly by leave-one-out, 0 to 1. */
  readonly accuracy: Readonly<Record<Axis, number>>;
  readonly costs: CostTable;
  readonly isPresent: boolean;
}

export interface VersionsView {
  /** Newest first. */
  readonly versions: readonly VersionView[];
  /** The change of the model that would be taken back next. */
  readonly undoable: { readonly kind: VersionKind; readonly refersTo: number | null } | null;
}

export interface MovedView {
  readonly text: string;
  readonly from: Band;
  readonly to: Band;
}

/** Which headlines a version moved into another band, against the version before it; there is none for the first. */
export interface ChangesView {
  readonly versionId: number;
  readonly compared: number;
  readonly moved: number;
  /** The first of them. */
  readonly examples: readonly MovedView[];
}
