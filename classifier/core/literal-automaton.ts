import { compact, type Numbers } from './numbers.ts';
import { packRows } from './packed-rows.ts';
import type { UnitText } from './unit-text.ts';

/** The places where literals stand, ordered by their ends. Filled anew by every scan; the arrays may be replaced. */
export interface Occurrences {
  /** Indexes in the list that the automaton was built from. */
  literals: Int32Array;
  /** Where they end in the text. */
  ends: Int32Array;
  size: number;
}

/** Finds every occurrence of every literal in one pass, overlapping ones too. */
export interface LiteralAutomaton {
  readonly scan: (text: UnitText, found: Occurrences) => void;
}

/**
 * How literals begin, so that most places of a text are passed by with a look at small tables: a bit for the hash of
 * the first two units of every literal (some more are set by chance), and one for each literal of one unit.
 */
export interface Beginnings {
  readonly pairs: Int32Array;
  readonly singles: Int32Array;
}

/** The automaton as flat arrays: what it takes to build it again at once. */
export interface AutomatonTables {
  readonly beginnings: Beginnings;
  /** By UTF-16 unit: its number from 1, or 0 where no literal has it. */
  readonly symbols: Uint16Array;
  /** By symbol: the state behind it, where nothing better is known. State 0 is the root. */
  readonly root: Numbers;
  /** What the trie has behind a state by symbol: where the cell at base and symbol belongs to the state, its target. */
  readonly cells: Numbers;
  /** Four numbers a state: {@link ONWARD}, {@link OUTPUT}, {@link BASE} and {@link BACK}. */
  readonly states: Numbers;
  /** The literals that end at a state, longest first, each a number higher, up to 0. At 0 stands the empty list. */
  readonly outputs: Numbers;
}

/** The state itself where the trie goes on from it, else its longest suffix where it does; 0 is the root. */
const ONWARD = 0;
/** Where the literals that end there begin in `outputs`. */
const OUTPUT = 1;
/** Where the cells of the state begin. */
const BASE = 2;
/** The next shorter suffix where the trie goes on. */
const BACK = 3;

const NONE = -1;
const UNITS = 0x10000;
/** 16 kB for pairs: with ten thousand literals one place in twenty is looked at for nothing. */
const PAIR_BITS = 17;

export function createOccurrences(): Occurrences {
  return { literals: new Int32Array(256), ends: new Int32Array(256), size: 0 };
}

/**
 * Builds the automaton of Aho and Corasick (1975, doi 10.1145/360825.360855) over UTF-16 units. A scan takes time linear
 * in the text plus its occurrences. Literals must be distinct and not empty; throws RangeError otherwise.
 */
export function createLiteralAutomaton(literals: readonly string[]): LiteralAutomaton {
  return automatonOf(tabulate(literals));
}

/** The automaton of tables. */
export function automatonOf(tables: AutomatonTables): LiteralAutomaton {
  const { beginnings, symbols, root, cells, states, outputs } = tables;
  const { pairs, singles } = beginnings;
  return {
    scan({ units, from, to }, into) {
      into.size = 0;
      let row = 0;
      let next = from < to ? (units[from] as number) : 0;
      for (let at = from + 1; at <= to; at += 1) {
        const unit = next;
        next = at < to ? (units[at] as number) : 0;
        let state = 0;
        while (row !== 0) {
          const cell = 2 * ((states[4 * row + BASE] as number) + (symbols[unit] as number));
          if (cells[cell] === row) {
            state = cells[cell + 1] as number;
            break;
          }
          row = states[4 * row + BACK] as number;
        }
        if (row === 0) {
          const pair = pairOf(unit, next);
          const begins =
            ((pairs[pair >>> 5] as number) >>> (pair & 31)) |
            ((singles[unit >>> 5] as number) >>> (unit & 31));
          if ((begins & 1) === 0) continue;
          state = root[symbols[unit] as number] as number;
        }
        row = states[4 * state + ONWARD] as number;
        const output = states[4 * state + OUTPUT] as number;
        if (output !== 0) write(outputs, output, at - from, into);
      }
    },
  };
}

function write(outputs: Numbers, from: number, end: number, into: Occurrences): void {
  for (let at = from; ; at += 1) {
    const output = outputs[at] as number;
    if (output === 0) return;
    if (into.size === into.literals.length) grow(into);
    into.literals[into.size] = output - 1;
    into.ends[into.size] = end;
    into.size += 1;
  }
}

/** A hash of two units; multiplication by 2^32 divided by the golden ratio (Knuth, The Art of Computer Programming 3, 6.4). */
function pairOf(first: number, second: number): number {
  return Math.imul(Math.imul(first, 0x9e3779b1) ^ second, 0x9e3779b1) >>> (32 - PAIR_BITS);
}

function grow(found: Occurrences): void {
  const { literals, ends } = found;
  found.literals = new Int32Array(literals.length * 2);
  found.ends = new Int32Array(ends.length * 2);
  found.literals.set(literals);
  found.ends.set(ends);
}

/** Works out the tables of a list of literals. */
export function tabulate(literals: readonly string[]): AutomatonTables {
  const symbols = numberUnits(literals);
  const trie = growTrie(literals, symbols);
  const size = trie.signs.length;
  const states = new Int32Array(4 * size);
  const fail = new Int32Array(size);
  const outputs = [0];
  const rows: ReadonlyMap<number, number>[] = [];
  const root = new Int32Array(symbols.reduce((most, symbol) => Math.max(most, symbol), 0) + 1);
  for (const state of breadthFirst(trie)) {
    const suffix = fail[state] as number;
    const children = trie.children[state] ?? [];
    const suffixRow = states[4 * suffix + ONWARD] as number;
    states[4 * state + BACK] = suffixRow;
    states[4 * state + ONWARD] = children.length > 0 ? state : suffixRow;
    const literal = trie.ends[state] as number;
    const shorter = states[4 * suffix + OUTPUT] as number;
    states[4 * state + OUTPUT] = literal === NONE ? shorter : addOutput(outputs, literal, shorter);
    rows[state] = new Map(children.map((child) => [trie.signs[child] as number, child]));
    for (const child of children) {
      const sign = trie.signs[child] as number;
      if (state === 0) root[sign] = child;
      else fail[child] = longestSuffix(rows, states, root, suffixRow, sign);
    }
  }
  rows[0] = new Map();
  const { bases, cells } = packRows(rows, root.length);
  bases.forEach((base, state) => {
    states[4 * state + BASE] = base;
  });
  return {
    beginnings: beginningsOf(literals),
    symbols,
    root: compact(root),
    cells: compact(cells),
    states: compact(states),
    outputs: compact(outputs),
  };
}

/** Adds the list of a literal and of those of a list that is there; returns where it begins. */
function addOutput(outputs: number[], literal: number, shorter: number): number {
  const from = outputs.push(literal + 1) - 1;
  for (let at = shorter; outputs[at] !== 0; at += 1) outputs.push(outputs[at] as number);
  outputs.push(0);
  return from;
}

/** The state behind the longest suffix, from `row` on, that goes on with a symbol. */
function longestSuffix(
  rows: readonly ReadonlyMap<number, number>[],
  states: Int32Array,
  root: Int32Array,
  row: number,
  symbol: number,
): number {
  for (let at = row; at !== 0; at = states[4 * at + BACK] as number) {
    const next = rows[at]?.get(symbol);
    if (next !== undefined) return next;
  }
  return root[symbol] as number;
}

function beginningsOf(literals: readonly string[]): Beginnings {
  const pairs = new Int32Array((1 << PAIR_BITS) / 32);
  const singles = new Int32Array(UNITS / 32);
  for (const literal of literals) {
    const first = literal.charCodeAt(0);
    if (literal.length === 1) setBit(singles, first);
    else setBit(pairs, pairOf(first, literal.charCodeAt(1)));
  }
  return { pairs, singles };
}

function setBit(bits: Int32Array, at: number): void {
  bits[at >>> 5] = (bits[at >>> 5] as number) | (1 << (at & 31));
}

/** Numbers the UTF-16 units that occur in the literals from 1; all others are 0. */
function numberUnits(literals: readonly string[]): Uint16Array {
  const symbols = new Uint16Array(UNITS);
  let used = 0;
  for (const literal of literals) {
    for (let at = 0; at < literal.length; at += 1) {
      const unit = literal.charCodeAt(at);
      if (symbols[unit] === 0) {
        used += 1;
        symbols[unit] = used;
      }
    }
  }
  return symbols;
}

interface Trie {
  /** By node: the symbol that leads to it. */
  readonly signs: number[];
  /** By node: the literal that ends there, or NONE. */
  readonly ends: number[];
  readonly children: (number[] | undefined)[];
}

function growTrie(literals: readonly string[], symbols: Uint16Array): Trie {
  const trie: Trie = { signs: [0], ends: [NONE], children: [] };
  const edges = new Map<number, number>();
  literals.forEach((literal, index) => {
    if (literal === '') throw new RangeError('a literal is empty');
    let node = 0;
    for (let at = 0; at < literal.length; at += 1) {
      const symbol = symbols[literal.charCodeAt(at)] as number;
      const name = node * UNITS + symbol;
      let next = edges.get(name);
      if (next === undefined) {
        next = trie.signs.push(symbol) - 1;
        trie.ends.push(NONE);
        edges.set(name, next);
        const siblings = trie.children[node];
        if (siblings === undefined) trie.children[node] = [next];
        else siblings.push(next);
      }
      node = next;
    }
    if (trie.ends[node] !== NONE) throw new RangeError(`the literal ${literal} occurs twice`);
    trie.ends[node] = index;
  });
  return trie;
}

function breadthFirst({ children }: Trie): readonly number[] {
  const order = [0];
  for (const node of order) for (const child of children[node] ?? []) order.push(child);
  return order;
}
