import { createLiteralAutomaton } from './literal-automaton.ts';
import type { Rule, RuleHit, RuleMatcher } from './rule.ts';
import type { Span } from './span.ts';

/** Finds the non-empty matches of an expression, left to right, in time linear in the text. */
export interface SpanFinder {
  readonly find: (text: string) => readonly Span[];
}

/**
 * When a rule holds: at least so many different words; or a word of every group; or a match of the pattern, which is
 * tried only where one of the words that it needs stands in the text.
 */
export type Condition =
  | { readonly kind: 'words'; readonly words: readonly string[]; readonly atLeast: number }
  | { readonly kind: 'all'; readonly groups: readonly (readonly string[])[] }
  | { readonly kind: 'pattern'; readonly pattern: SpanFinder; readonly needs: readonly string[] };

/** A rule ready to be matched. All literals are normalised and not empty; one of `unless` switches the rule off. */
export interface CompiledRule {
  readonly rule: Rule;
  readonly condition: Condition;
  readonly unless: readonly string[];
}

/** A compiled rule with its literals as numbers of the automaton. */
interface Entry {
  readonly compiled: CompiledRule;
  /** Group by group; `words` and `needs` are one group. */
  readonly groups: readonly (readonly number[])[];
  readonly literals: ReadonlySet<number>;
  readonly unless: readonly number[];
}

/** What one pass over a text found, in buffers that are used again for the next text. */
interface Sightings {
  readonly seen: Uint8Array;
  readonly literals: number[];
  readonly starts: number[];
  readonly ends: number[];
}

/**
 * Builds the matcher of a list of rules: one pass of one automaton finds the literals of all of them, and only rules
 * of which a literal was found are looked at. Hits come in the order of the list; overlapping spans of a hit are one.
 */
export function createRuleMatcher(rules: readonly CompiledRule[]): RuleMatcher {
  const numbers = new Map<string, number>();
  const entries = rules.map((compiled) => toEntry(compiled, numbers));
  const automaton = createLiteralAutomaton([...numbers.keys()]);
  const users = usersOf(entries, numbers.size);
  const sightings: Sightings = { seen: new Uint8Array(numbers.size), literals: [], starts: [], ends: [] };
  const candidates = new Set<number>();

  function note(literal: number, start: number, end: number): void {
    sightings.literals.push(literal);
    sightings.starts.push(start);
    sightings.ends.push(end);
    if (sightings.seen[literal] === 1) return;
    sightings.seen[literal] = 1;
    for (const user of users[literal] ?? []) candidates.add(user);
  }

  return function match(text: string): readonly RuleHit[] {
    const hits: RuleHit[] = [];
    try {
      automaton.scan(text, note);
      for (const index of [...candidates].sort((a, b) => a - b)) {
        const entry = entries[index] as Entry;
        const spans = holds(entry, sightings.seen) ? spansOf(entry, sightings, text) : [];
        if (spans.length > 0) hits.push({ rule: entry.compiled.rule, spans: mergeSpans(spans) });
      }
    } finally {
      forget(sightings);
      candidates.clear();
    }
    return hits;
  };
}

function toEntry(compiled: CompiledRule, numbers: Map<string, number>): Entry {
  const numberOf = (literal: string): number => {
    const known = numbers.get(literal) ?? numbers.size;
    numbers.set(literal, known);
    return known;
  };
  const groups = literalGroups(compiled.condition).map((group) => [...new Set(group)].map(numberOf));
  return { compiled, groups, literals: new Set(groups.flat()), unless: compiled.unless.map(numberOf) };
}

function literalGroups(condition: Condition): readonly (readonly string[])[] {
  if (condition.kind === 'all') return condition.groups;
  return [condition.kind === 'words' ? condition.words : condition.needs];
}

/** By literal: the rules that may hold because of it. */
function usersOf(entries: readonly Entry[], literals: number): readonly (readonly number[])[] {
  const users: number[][] = Array.from({ length: literals }, () => []);
  entries.forEach((entry, index) => {
    for (const literal of entry.literals) users[literal]?.push(index);
  });
  return users;
}

function holds(entry: Entry, seen: Uint8Array): boolean {
  const { condition } = entry.compiled;
  const isSeen = (literal: number): boolean => seen[literal] === 1;
  if (entry.unless.some(isSeen)) return false;
  if (condition.kind === 'words') return [...entry.literals].filter(isSeen).length >= condition.atLeast;
  return entry.groups.every((group) => group.some(isSeen));
}

function spansOf(entry: Entry, sightings: Sightings, text: string): readonly Span[] {
  const { condition } = entry.compiled;
  if (condition.kind === 'pattern') return condition.pattern.find(text);
  const spans: Span[] = [];
  sightings.literals.forEach((literal, at) => {
    if (!entry.literals.has(literal)) return;
    spans.push({ start: sightings.starts[at] as number, end: sightings.ends[at] as number });
  });
  return spans;
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

function forget(sightings: Sightings): void {
  for (const literal of sightings.literals) sightings.seen[literal] = 0;
  sightings.literals.length = 0;
  sightings.starts.length = 0;
  sightings.ends.length = 0;
}
