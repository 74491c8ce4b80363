/** Called for every place where a literal stands; `literal` is its index in the list the automaton was built from. */
export type VisitLiteral = (literal: number, start: number, end: number) => void;

/** Finds every occurrence of every literal in one pass, overlapping ones too, ordered by their ends. */
export interface LiteralAutomaton {
  readonly scan: (text: string, visit: VisitLiteral) => void;
}

const NONE = -1;
const UNITS = 0x10000;

interface Trie {
  /** By node: the node reached by each symbol. */
  readonly edges: Map<number, number>[];
  /** By node: the literal that ends there, or NONE. */
  readonly ends: number[];
}

/** Open addressing over (node, symbol) pairs: the links below the root, in four flat arrays. */
interface LinkTable {
  readonly from: Int32Array;
  readonly symbol: Uint16Array;
  readonly to: Int32Array;
  readonly mask: number;
}

/**
 * Builds the automaton of Aho and Corasick (1975, doi 10.1145/360825.360855) over UTF-16 units. Scanning takes time
 * linear in the text plus its occurrences and allocates nothing. Literals must be distinct and not empty; throws
 * RangeError otherwise.
 */
export function createLiteralAutomaton(literals: readonly string[]): LiteralAutomaton {
  const symbols = numberUnits(literals);
  const trie = growTrie(literals, symbols);
  const root = rootLinks(trie, symbols);
  const links = tabulate(trie);
  const { fail, shorter } = linkSuffixes(trie);
  const ends = Int32Array.from(trie.ends);
  const lengths = Int32Array.from(literals, (literal) => literal.length);

  function scan(text: string, visit: VisitLiteral): void {
    let node = 0;
    for (let at = 0; at < text.length; at += 1) {
      const symbol = symbols[text.charCodeAt(at)] as number;
      if (symbol === 0) {
        node = 0;
        continue;
      }
      let next = NONE;
      while (node !== 0) {
        next = follow(links, node, symbol);
        if (next !== NONE) break;
        node = fail[node] as number;
      }
      node = next === NONE ? (root[symbol] as number) : next;
      let found = ends[node] === NONE ? (shorter[node] as number) : node;
      while (found !== 0) {
        const literal = ends[found] as number;
        visit(literal, at + 1 - (lengths[literal] as number), at + 1);
        found = shorter[found] as number;
      }
    }
  }
  return { scan };
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

function growTrie(literals: readonly string[], symbols: Uint16Array): Trie {
  const edges: Map<number, number>[] = [new Map()];
  const ends = [NONE];
  literals.forEach((literal, index) => {
    if (literal === '') throw new RangeError('a literal is empty');
    let node = 0;
    for (let at = 0; at < literal.length; at += 1) {
      const symbol = symbols[literal.charCodeAt(at)] as number;
      const below = edges[node] as Map<number, number>;
      let next = below.get(symbol);
      if (next === undefined) {
        next = edges.push(new Map()) - 1;
        ends.push(NONE);
        below.set(symbol, next);
      }
      node = next;
    }
    if (ends[node] !== NONE) throw new RangeError(`the literal ${literal} occurs twice`);
    ends[node] = index;
  });
  return { edges, ends };
}

function rootLinks(trie: Trie, symbols: Uint16Array): Int32Array {
  const root = new Int32Array(symbols.reduce((most, symbol) => Math.max(most, symbol), 0) + 1);
  for (const [symbol, node] of trie.edges[0] ?? []) root[symbol] = node;
  return root;
}

function tabulate(trie: Trie): LinkTable {
  let size = 16;
  while (size < trie.edges.length * 2) size *= 2;
  const table: LinkTable = {
    from: new Int32Array(size).fill(NONE),
    symbol: new Uint16Array(size),
    to: new Int32Array(size),
    mask: size - 1,
  };
  trie.edges.forEach((below, node) => {
    if (node === 0) return;
    for (const [symbol, next] of below) {
      let slot = hash(node, symbol) & table.mask;
      while (table.from[slot] !== NONE) slot = (slot + 1) & table.mask;
      table.from[slot] = node;
      table.symbol[slot] = symbol;
      table.to[slot] = next;
    }
  });
  return table;
}

function follow(links: LinkTable, node: number, symbol: number): number {
  const { from, mask } = links;
  let slot = hash(node, symbol) & mask;
  for (;;) {
    const owner = from[slot] as number;
    if (owner === NONE) return NONE;
    if (owner === node && links.symbol[slot] === symbol) return links.to[slot] as number;
    slot = (slot + 1) & mask;
  }
}

/** Multiplication by 2^32 divided by the golden ratio (Knuth, The Art of Computer Programming 3, 6.4). */
function hash(node: number, symbol: number): number {
  const mixed = Math.imul(Math.imul(node, 0x9e3779b1) ^ symbol, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}

/**
 * By node, breadth first: `fail` is the node of the longest proper suffix that the trie knows, `shorter` the nearest
 * one on that chain where a literal ends; 0, the root, ends the chain.
 */
function linkSuffixes(trie: Trie): { fail: Int32Array; shorter: Int32Array } {
  const fail = new Int32Array(trie.edges.length);
  const shorter = new Int32Array(trie.edges.length);
  const queue = [0];
  for (const node of queue) {
    for (const [symbol, next] of trie.edges[node] ?? []) {
      queue.push(next);
      if (node === 0) continue;
      let suffix = fail[node] as number;
      let target = trie.edges[suffix]?.get(symbol);
      while (target === undefined && suffix !== 0) {
        suffix = fail[suffix] as number;
        target = trie.edges[suffix]?.get(symbol);
      }
      fail[next] = target ?? 0;
      const ending = fail[next] as number;
      shorter[next] = trie.ends[ending] === NONE ? (shorter[ending] as number) : ending;
    }
  }
  return { fail, shorter };
}
