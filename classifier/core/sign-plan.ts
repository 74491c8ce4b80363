import type { CompiledRule, Condition } from './compiled-rule.ts';
import { type AutomatonTables, tabulate } from './literal-automaton.ts';
import { compact, type Numbers } from './numbers.ts';
import { commonness, implies } from './patterns/pattern-literals.ts';
import { PARTS } from './quantities/check-logic.ts';
import type { RangeTable } from './quantities/plausible-range.ts';
import { LOGIC_SIGNS, LOGIC_WORDS, unitWords, wordsOfRange } from './quantities/quantity-gates.ts';
import type { Dimension } from './quantities/units.ts';
import { classWords, type WordClass } from './word-classes.ts';

/** Everything that is looked for in a headline at once. */
export interface SignSources {
  readonly rules: readonly CompiledRule[];
  readonly ranges?: RangeTable;
  /** Ids of rules of ranges that are left out. */
  readonly off?: ReadonlySet<string>;
  /** Other points of rules of ranges. */
  readonly points?: ReadonlyMap<string, number>;
  readonly classes?: readonly WordClass[];
}

/** Lists of numbers side by side: list i is `items` from `from[i]` to `from[i + 1]`. */
export interface Lists {
  readonly from: Numbers;
  readonly items: Numbers;
}

/**
 * How the signs of a text are found with one pass over it. A group is a set of literals of which one must be seen. A
 * gate asks for groups: a rule or range is looked at when all groups of one of its gates are seen, and none of
 * `unless`. Gates are kept by their key, the group that is seen least often. Owners are the rules, then the ranges.
 */
export interface SignPlan {
  readonly automaton: AutomatonTables;
  readonly lengths: Int32Array;
  /** By literal: the groups that are seen with it; the number of the class word it is, or -1. */
  readonly groups: Lists;
  readonly classWord: Int32Array;
  /** By literal: the groups that are seen where it stands behind a number; what it says to the checks of logic. */
  readonly units: Lists;
  readonly logic: Int32Array;
  /** By literal a bit: set where its places matter, not only that it is seen. */
  readonly placed: Int32Array;
  /** By group: the gates whose key it is. */
  readonly gates: Lists;
  readonly owners: Int32Array;
  /** By gate: the groups besides the key; the group that closes it, or -1. */
  readonly others: Lists;
  readonly unless: Int32Array;
  /** Groups that call for the checks of logic where both of a pair are seen. */
  readonly pairs: Lists;
  /** The group that switches all ranges off. */
  readonly rangesOff: number;
}

/** By what a literal may ask for the checks of logic. */
export const LOGIC = { none: 0, sign: 1, word: 2 } as const;

/** How rare a number with a unit of a dimension is against words. */
const DIMENSION_COMMONNESS = 0.02;

interface Group {
  readonly literals: readonly number[];
  readonly commonness: number;
}

interface Gate {
  readonly owner: number;
  readonly groups: readonly number[];
  readonly unless: number;
}

/** Numbers literals and groups, each once. */
interface Book {
  readonly literals: Map<string, number>;
  readonly names: Map<string, number>;
  readonly groups: Group[];
}

/** Plans how to find the signs of sources. */
export function planSigns({ rules, ranges, classes = [] }: SignSources): SignPlan {
  const book: Book = { literals: new Map(), names: new Map(), groups: [] };
  const table = ranges ?? { ranges: [], unless: [] };
  const dimensions = new Map<Dimension, number>();
  const gates = rules.flatMap(({ condition, unless }, owner) =>
    waysOf(condition).map((groups) => gateOf(book, owner, groups, unless)),
  );
  table.ranges.forEach((range, index) => {
    const gate = gateOf(book, rules.length + index, wordsOfRange(range), range.unless);
    const measured = range.bare ? [] : [dimensionGroup(book, dimensions, range.unit.dimension)];
    gates.push({ ...gate, groups: [...gate.groups, ...measured] });
  });
  const rangesOff = groupOf(book, table.unless);
  const withLogic = ranges !== undefined;
  const pairs = withLogic ? PARTS.map((pair) => pair.map((word) => groupOf(book, [word]))) : [];
  const units = ranges === undefined ? new Map<number, number[]>() : unitGroups(book, dimensions);
  const logic = new Map<number, number>();
  for (const sign of withLogic ? LOGIC_SIGNS : []) logic.set(numberOf(book, sign), LOGIC.sign);
  for (const word of withLogic ? LOGIC_WORDS : []) logic.set(numberOf(book, word), LOGIC.word);
  const classNumbers = new Map(
    classWords(classes).words.map((word, at) => [numberOf(book, word), at] as const),
  );
  const literals = [...book.literals.keys()];
  const byLiteral = invert(
    book.groups.map((group) => group.literals),
    literals.length,
  );
  const keys = gates.map((gate) => keyOf(book, gate));
  return {
    automaton: tabulate(literals),
    lengths: Int32Array.from(literals, (literal) => literal.length),
    groups: toLists(byLiteral),
    classWord: Int32Array.from(literals, (_, at) => classNumbers.get(at) ?? -1),
    units: toLists(literals.map((_, at) => units.get(at) ?? [])),
    logic: Int32Array.from(literals, (_, at) => logic.get(at) ?? LOGIC.none),
    placed: toBits([...classNumbers.keys(), ...units.keys(), ...logic.keys()], literals.length),
    gates: toLists(
      invert(
        keys.map((key) => [key]),
        book.groups.length,
      ),
    ),
    owners: Int32Array.from(gates, ({ owner }) => owner),
    others: toLists(gates.map(({ groups }, at) => groups.filter((group) => group !== keys[at]))),
    unless: Int32Array.from(gates, ({ unless }) => unless),
    pairs: toLists(pairs),
    rangesOff,
  };
}

function waysOf(condition: Condition): readonly (readonly (readonly string[])[])[] {
  if (condition.kind === 'words') return [[condition.words]];
  if (condition.kind === 'all') return [condition.groups];
  const { needs, pattern } = condition;
  return (pattern.ways() ?? [[]]).map((groups) => {
    const rarest = [...groups].sort((a, b) => commonness(a) - commonness(b)).slice(0, MOST_GROUPS);
    return rarest.some((group) => implies(group, needs)) ? rarest : [...rarest, needs];
  });
}

/** More groups hardly keep a pattern from being tried, and looking for them costs more. */
const MOST_GROUPS = 2;

function gateOf(
  book: Book,
  owner: number,
  groups: readonly (readonly string[])[],
  unless: readonly string[],
): Gate {
  const numbers = new Set(groups.map((group) => groupOf(book, group)));
  return { owner, groups: [...numbers], unless: unless.length === 0 ? -1 : groupOf(book, unless) };
}

/** The number of a group of words; an empty one is never seen. */
function groupOf(book: Book, words: readonly string[]): number {
  const literals = [...new Set(words)].sort();
  const name = literals.join('\n');
  const known = book.names.get(name);
  if (known !== undefined) return known;
  const group = { literals: literals.map((word) => numberOf(book, word)), commonness: commonness(literals) };
  book.names.set(name, book.groups.length);
  return book.groups.push(group) - 1;
}

function dimensionGroup(book: Book, known: Map<Dimension, number>, dimension: Dimension): number {
  const number = known.get(dimension) ?? book.groups.length;
  if (number === book.groups.length) book.groups.push({ literals: [], commonness: DIMENSION_COMMONNESS });
  known.set(dimension, number);
  return number;
}

/** By unit word: the groups of its dimensions that some range asks for. */
function unitGroups(book: Book, known: ReadonlyMap<Dimension, number>): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  for (const [word, dimensions] of unitWords()) {
    const asked = [...dimensions].flatMap((dimension) => known.get(dimension) ?? []);
    if (asked.length > 0) groups.set(numberOf(book, word), asked);
  }
  return groups;
}

function keyOf({ groups }: Book, gate: Gate): number {
  const rarest = [...gate.groups].sort(
    (a, b) => (groups[a] as Group).commonness - (groups[b] as Group).commonness,
  );
  return rarest[0] as number;
}

function numberOf(book: Book, literal: string): number {
  const known = book.literals.get(literal) ?? book.literals.size;
  book.literals.set(literal, known);
  return known;
}

/** For each item below `size` the lists that hold it. */
function invert(lists: readonly (readonly number[])[], size: number): number[][] {
  const inverted: number[][] = Array.from({ length: size }, () => []);
  lists.forEach((list, index) => {
    for (const item of list) inverted[item]?.push(index);
  });
  return inverted;
}

function toLists(lists: readonly (readonly number[])[]): Lists {
  const from = new Int32Array(lists.length + 1);
  lists.forEach((list, at) => {
    from[at + 1] = (from[at] as number) + list.length;
  });
  return { from: compact(from), items: compact(lists.flat()) };
}

function toBits(numbers: readonly number[], size: number): Int32Array {
  const bits = new Int32Array(Math.ceil(size / 32));
  for (const number of numbers) bits[number >>> 5] = (bits[number >>> 5] as number) | (1 << (number & 31));
  return bits;
}
