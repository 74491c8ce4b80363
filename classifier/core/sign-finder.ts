import { type CompiledRule, spansOf } from './compiled-rule.ts';
import { automatonOf, createOccurrences, type LiteralAutomaton } from './literal-automaton.ts';
import type { Numbers } from './numbers.ts';
import type { PlausibleRange } from './quantities/plausible-range.ts';
import { mayBreakLogic, mayFollowNumber } from './quantities/quantity-gates.ts';
import { createQuantityRules } from './quantities/quantity-rules.ts';
import type { Rule, RuleHit } from './rule.ts';
import { LOGIC, planSigns, type SignPlan, type SignSources } from './sign-plan.ts';
import { createUnitText, putText, stringOf, type UnitText } from './unit-text.ts';
import {
  addWordPlace,
  type ClassFeature,
  classWords,
  createClassKeyWriter,
  createWordPlaces,
  type KeyBuffer,
  keepLeftmostLongest,
  nextRound,
  placeFeatures,
  type WordPlaces,
} from './word-classes.ts';

/** Finds what rules and word classes see in a normalised text. Linear in the text. */
export interface SignFinder {
  /** All rules that can hit, in the order of their hits. */
  readonly rules: readonly Rule[];
  /** The rules that hold, each once, in the order of `rules`; the keys of the word classes are written to `classes`. */
  readonly find: (text: string, classes: KeyBuffer) => readonly RuleHit[];
  /** The same for a text that need not be a string. */
  readonly findIn: (text: UnitText, classes: KeyBuffer) => readonly RuleHit[];
  /** The word classes with their places, in the order of their keys. */
  readonly placeClasses: (text: string) => readonly ClassFeature[];
}

const NO_HITS: readonly RuleHit[] = [];

/** What the pass over a text has seen; an entry holds for the text whose round it carries. */
interface Sightings {
  round: number;
  readonly groups: Int32Array;
  /** Groups seen that are the key of a gate. */
  readonly keys: Int32Array;
  keyCount: number;
  needsLogic: boolean;
  readonly words: WordPlaces;
}

/** Builds the finder of sources; `plan` is theirs where it has been made before. */
export function createSignFinder(
  sources: SignSources,
  plan: SignPlan = planSigns(sources),
  automaton: LiteralAutomaton = automatonOf(plan.automaton),
): SignFinder {
  const { rules, ranges = { ranges: [], unless: [] }, off, points, classes = [] } = sources;
  const found = createOccurrences();
  const quantities = sources.ranges === undefined ? null : createQuantityRules(ranges, off, points);
  const words = classWords(classes);
  const writeKeys = createClassKeyWriter(words, classes.length);
  const seen = createSightings(plan);
  const ready = rules.map(
    ({ rule, condition }): RuleHit => ({ rule, spansIn: (text) => spansOf(condition, text) }),
  );
  const openGates = createGateKeeper(plan, rules.length, ranges.ranges.length);

  const own = createUnitText();

  function look(text: UnitText): void {
    automaton.scan(text, found);
    note(plan, found.literals, found.ends, found.size, text, seen);
    keepLeftmostLongest(seen.words);
  }

  function findIn(text: UnitText, keys: KeyBuffer): readonly RuleHit[] {
    look(text);
    writeKeys(seen.words, keys);
    const open = openGates(seen);
    let hits: RuleHit[] | null = null;
    for (let at = 0; at < open.rules; at += 1) {
      const rule = rules[open.owners[at] as number] as CompiledRule;
      if (holds(rule, text)) {
        hits ??= [];
        hits.push(ready[open.owners[at] as number] as RuleHit);
      }
    }
    if (quantities !== null && (open.ranges > 0 || needsLogic(plan, seen))) {
      if (seen.groups[plan.rangesOff] !== seen.round) {
        const asked = rangesOf(open.owners, open.rules, open.ranges, ranges.ranges, rules.length);
        const more = quantities.matchSome(stringOf(text), asked, needsLogic(plan, seen));
        if (more.length > 0) return hits === null ? more : [...hits, ...more];
      }
    }
    return hits ?? NO_HITS;
  }

  function placeClasses(text: string): readonly ClassFeature[] {
    look(putText(own, text));
    return placeFeatures(seen.words, words, classes);
  }

  return {
    rules: [...rules.map(({ rule }) => rule), ...(quantities?.rules ?? [])],
    find: (text, keys) => findIn(putText(own, text), keys),
    findIn,
    placeClasses,
  };
}

function createSightings(plan: SignPlan): Sightings {
  const groups = plan.gates.from.length - 1;
  return {
    round: 0,
    groups: new Int32Array(groups),
    keys: new Int32Array(groups),
    keyCount: 0,
    needsLogic: false,
    words: createWordPlaces(),
  };
}

/** Notes what the occurrences of literals in a text mean. */
function note(
  plan: SignPlan,
  literals: Int32Array,
  ends: Int32Array,
  size: number,
  text: UnitText,
  seen: Sightings,
): void {
  const { placed, groups } = plan;
  seen.round = nextRound(seen.round, seen.groups);
  seen.keyCount = 0;
  seen.needsLogic = false;
  seen.words.size = 0;
  for (let at = 0; at < size; at += 1) {
    const literal = literals[at] as number;
    const isPlaced = ((placed[literal >>> 5] as number) >>> (literal & 31)) & 1;
    if (isPlaced === 1) notePlace(plan, literal, ends[at] as number, text, seen);
    see(plan, seen, groups.items, groups.from[literal] as number, groups.from[literal + 1] as number);
  }
}

/** Notes what a literal means at its place. */
function notePlace(plan: SignPlan, literal: number, end: number, text: UnitText, seen: Sightings): void {
  const { classWord, lengths, units, logic } = plan;
  const start = end - (lengths[literal] as number);
  const word = classWord[literal] as number;
  if (word >= 0) addWordPlace(seen.words, word, start, end);
  const from = units.from[literal] as number;
  const to = units.from[literal + 1] as number;
  if (from < to && mayFollowNumber(text.units, text.from, text.from + start))
    see(plan, seen, units.items, from, to);
  const kind = logic[literal] as number;
  if (kind !== LOGIC.none && !seen.needsLogic) {
    seen.needsLogic = kind === LOGIC.word || mayBreakLogic(text, start);
  }
}

/** Marks groups as seen. */
function see({ gates }: SignPlan, seen: Sightings, items: Numbers, from: number, to: number): void {
  const { round } = seen;
  for (let at = from; at < to; at += 1) {
    const group = items[at] as number;
    if (seen.groups[group] === round) continue;
    seen.groups[group] = round;
    if (gates.from[group] === gates.from[group + 1]) continue;
    seen.keys[seen.keyCount] = group;
    seen.keyCount += 1;
  }
}

/** Owners whose gate is open, each once and rising: first so many rules, then so many ranges. */
interface OpenGates {
  readonly owners: Int32Array;
  rules: number;
  ranges: number;
}

function createGateKeeper(plan: SignPlan, rules: number, ranges: number): (seen: Sightings) => OpenGates {
  const { gates, owners, others, unless } = plan;
  const open: OpenGates = { owners: new Int32Array(rules + ranges), rules: 0, ranges: 0 };
  const isOpen = new Int32Array(rules + ranges);

  function opens(gate: number, seen: Sightings): boolean {
    const { round } = seen;
    const closing = unless[gate] as number;
    if (closing >= 0 && seen.groups[closing] === round) return false;
    for (let at = others.from[gate] as number; at < (others.from[gate + 1] as number); at += 1) {
      if (seen.groups[others.items[at] as number] !== round) return false;
    }
    return true;
  }

  return (seen) => {
    open.rules = 0;
    open.ranges = 0;
    if (seen.round === 1) isOpen.fill(0);
    for (let key = 0; key < seen.keyCount; key += 1) {
      const group = seen.keys[key] as number;
      for (let at = gates.from[group] as number; at < (gates.from[group + 1] as number); at += 1) {
        const gate = gates.items[at] as number;
        const owner = owners[gate] as number;
        if (isOpen[owner] === seen.round || !opens(gate, seen)) continue;
        isOpen[owner] = seen.round;
        insert(open.owners, open.rules + open.ranges, owner);
        if (owner < rules) open.rules += 1;
        else open.ranges += 1;
      }
    }
    return open;
  };
}

/** Puts a number into its place in a sorted list. */
function insert(sorted: Int32Array, size: number, number: number): void {
  let to = size;
  while (to > 0 && (sorted[to - 1] as number) > number) {
    sorted[to] = sorted[to - 1] as number;
    to -= 1;
  }
  sorted[to] = number;
}

function needsLogic({ pairs }: SignPlan, seen: Sightings): boolean {
  if (seen.needsLogic) return true;
  for (let at = 0; at < pairs.items.length; at += 2) {
    if (
      seen.groups[pairs.items[at] as number] === seen.round &&
      seen.groups[pairs.items[at + 1] as number] === seen.round
    )
      return true;
  }
  return false;
}

function rangesOf(
  owners: Int32Array,
  from: number,
  count: number,
  ranges: readonly PlausibleRange[],
  rules: number,
): readonly PlausibleRange[] {
  const asked: PlausibleRange[] = [];
  for (let at = from; at < from + count; at += 1) {
    asked.push(ranges[(owners[at] as number) - rules] as PlausibleRange);
  }
  return asked;
}

/** Whether a rule whose gate is open holds. */
function holds({ condition }: CompiledRule, text: UnitText): boolean {
  if (condition.kind === 'pattern') return condition.pattern.test(text);
  if (condition.kind === 'all' || condition.atLeast === 1) return true;
  const found = new Set(condition.words.filter((word) => stringOf(text).includes(word)));
  return found.size >= condition.atLeast;
}
