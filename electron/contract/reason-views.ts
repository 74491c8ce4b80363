import type { Axis } from '#classifier/core/axis.ts';
import type { Band } from '#classifier/core/bands.ts';
import type { Sentence } from '#classifier/core/trouble.ts';
import type { PlaceView } from './desk-views.ts';

/** What a headline's score would be. */
export interface OutcomeView {
  readonly score: number;
  readonly band: Band;
}

/** A word or rule that speaks against a headline, and what would take its weight away. */
export interface NeutralisedView {
  readonly axis: Axis;
  readonly kind: 'word' | 'rule';
  /** The word, or the rule's id. */
  readonly name: string;
  /** What the rule says; null for a word. */
  readonly description: Sentence | null;
  readonly logOdds: number;
  /** Labels of other headlines with it, as not having the axis; null for more than `mostLabels`. */
  readonly labels: number | null;
  readonly without: OutcomeView;
}

export interface WhatIfView {
  readonly headlineId: number;
  readonly now: OutcomeView;
  readonly parts: readonly NeutralisedView[];
  readonly mostLabels: number;
  /** Were the headline labelled credible; null where it is labelled. */
  readonly ifCredible: OutcomeView | null;
}

/** A shipped rule that the workspace has changed. */
export interface ChangedRuleView {
  readonly id: string;
  readonly axis: Axis;
  readonly description: Sentence;
  readonly shipped: number;
  /** Null where it is switched off. */
  readonly points: number | null;
}

export interface RuleChangesView {
  readonly changed: readonly ChangedRuleView[];
  /** Points of all shipped rules that can be changed, as they are now. */
  readonly rules: readonly { readonly id: string; readonly points: number }[];
}

/** What a change of a rule would do to a list. */
export interface RulePreviewView {
  /** Headlines that were looked at, those for which the rule holds, and those that would change their band. */
  readonly headlines: number;
  readonly hits: number;
  readonly moved: number;
  /** How many go from one band to another. */
  readonly ways: readonly { readonly from: Band; readonly to: Band; readonly count: number }[];
  /** The first of those that would change; what is kept from the present editor is not among them. */
  readonly examples: readonly {
    readonly text: string;
    readonly from: Band;
    readonly to: Band;
    readonly place: PlaceView;
  }[];
}
