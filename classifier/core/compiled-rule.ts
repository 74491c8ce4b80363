import type { LiteralWays } from './patterns/pattern-literals.ts';
import type { Rule } from './rule.ts';
import type { Span } from './span.ts';
import type { UnitText } from './unit-text.ts';

/** An expression, in time linear in the text. */
export interface TextPattern {
  /** Whether it matches anywhere, by more than nothing. */
  readonly test: (text: UnitText) => boolean;
  /** The non-empty matches, left to right. */
  readonly find: (text: string) => readonly Span[];
  /** The literals without which it cannot match; null where that is not known. */
  readonly ways: () => LiteralWays | null;
}

/**
 * When a rule holds: at least so many different words; or a word of every group; or a match of the pattern, which is
 * tried only where one of the words that it needs stands in the text, and the literals without which it cannot match.
 */
export type Condition =
  | { readonly kind: 'words'; readonly words: readonly string[]; readonly atLeast: number }
  | { readonly kind: 'all'; readonly groups: readonly (readonly string[])[] }
  | {
      readonly kind: 'pattern';
      readonly pattern: TextPattern;
      /** As it is written. */
      readonly source: string;
      readonly needs: readonly string[];
    };

/** A rule ready to be matched. All literals are normalised and not empty; one of `unless` switches the rule off. */
export interface CompiledRule {
  readonly rule: Rule;
  readonly condition: Condition;
  readonly unless: readonly string[];
}

/** The places in a text that make a rule hold. */
export function spansOf(condition: Condition, text: string): readonly Span[] {
  if (condition.kind === 'pattern') return mergeSpans(condition.pattern.find(text));
  const words = condition.kind === 'words' ? condition.words : condition.groups.flat();
  return mergeSpans([...new Set(words)].flatMap((word) => placesOf(word, text)));
}

function placesOf(word: string, text: string): Span[] {
  const places: Span[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    places.push({ start: at, end: at + word.length });
  }
  return places;
}

function mergeSpans(spans: readonly Span[]): readonly Span[] {
  const merged: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last === undefined || span.start >= last.end) merged.push(span);
    else merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
  }
  return merged;
}
