import type { Axis } from './axis.ts';
import type { Span } from './span.ts';
import type { Sentence } from './trouble.ts';

/**
 * A named, versioned sign that a headline is sensational or implausible (points above zero) or ordinary (below).
 * Points are log-odds: +1 multiplies the odds by e. They are only the prior; labels move them (see naive-bayes.ts).
 */
export interface Rule {
  readonly id: string;
  readonly pack: string;
  readonly version: number;
  readonly axis: Axis;
  readonly points: number;
  /** What labels make of it at most; absent where they alone decide. */
  readonly most?: number;
  readonly description: Sentence;
}

/** A rule that holds for a headline, and how to find the places in the normalised text that made it hold. */
export interface RuleHit {
  readonly rule: Rule;
  /** Looks for the places again in the text that was matched: they are needed for evidence alone. */
  readonly spansIn: (text: string) => readonly Span[];
  /** What the rule says of the first of its places, given as printed, where it computes: the value, its range and their source. */
  readonly detail?: ((printed: string) => Sentence) | undefined;
}

/** Finds the rules that hold for a normalised text, each at most once, in the order of the packs. Linear in the text. */
export type RuleMatcher = (text: string) => readonly RuleHit[];
