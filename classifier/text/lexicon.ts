/** A word with the natural logarithm of its probability. */
export type WeightedWord = readonly [word: string, weight: number];

/**
 * Words with their probabilities as a trie, in shared memory: threads can be given it without a copy. The node of a
 * word's first unit is that unit; every other node is its slot in `nodes`, counted from {@link FIRST_SLOT}.
 */
export interface Lexicon {
  /** By UTF-16 unit: which of the weights it has as a word, 0 where it only begins words, -1 where it does neither. */
  readonly heads: Int32Array;
  /**
   * Open addressing, two words a slot: the node above and one more, 0 in an empty slot; then the unit above a bit that
   * says whether there are nodes below, above 15 bits that say which of the weights the word that ends here has, 0
   * where none does.
   */
  readonly nodes: Int32Array;
  /** The first is the weight of a character that is no word. */
  readonly weights: Float64Array;
}

export const FIRST_SLOT = 0x10000;
const LEADS_ON = 0x8000;
const WEIGHT_BITS = 0x7fff;
const FULLEST = 0.7;
const SMALLEST = 1024;

/** The node below another by one more unit; -1 where no word goes on so. */
export function nodeBelow(nodes: Int32Array, above: number, unit: number): number {
  const mask = nodes.length - 1;
  for (let at = 2 * slotOf(above, unit, mask >>> 1); ; at = (at + 2) & mask) {
    const owner = nodes[at] as number;
    if (owner === above + 1 && (nodes[at + 1] as number) >>> 16 === unit) return FIRST_SLOT + (at >>> 1);
    if (owner === 0) return -1;
  }
}

/** What stands where {@link nodeBelow} looks first: fetches it from memory. */
export function firstOwner(nodes: Int32Array, above: number, unit: number): number {
  return nodes[2 * slotOf(above, unit, (nodes.length - 1) >>> 1)] as number;
}

/** Which of the weights the word that ends at a node behind the first has; 0 where none ends. */
export function weightNumber(nodes: Int32Array, node: number): number {
  return (nodes[2 * (node - FIRST_SLOT) + 1] as number) & WEIGHT_BITS;
}

/** Whether words go on behind a node that is not the first; memory is slow, and most are the last. */
export function leadsOn(nodes: Int32Array, node: number): boolean {
  return ((nodes[2 * (node - FIRST_SLOT) + 1] as number) & LEADS_ON) !== 0;
}

/**
 * Makes a lexicon; of words that stand twice the last counts. `least` is the weight of a character that is no word.
 * Throws RangeError where there are more than 32,767 different weights.
 */
export function createLexicon(words: readonly WeightedWord[], least: number): Lexicon {
  for (let slots = SMALLEST; ; slots *= 2) {
    if (slots < words.length) continue;
    const lexicon = fillLexicon(words, least, slots);
    if (lexicon !== null) return lexicon;
  }
}

/** Null where the words have more nodes than so many slots hold well. */
function fillLexicon(words: readonly WeightedWord[], least: number, slots: number): Lexicon | null {
  const heads = new Int32Array(sharedBytes(FIRST_SLOT * Int32Array.BYTES_PER_ELEMENT)).fill(-1);
  const nodes = new Int32Array(sharedBytes(2 * slots * Int32Array.BYTES_PER_ELEMENT));
  const numbers = new Map<number, number>();
  let room = Math.floor(slots * FULLEST);
  for (const [word, weight] of words) {
    const number = numbers.get(weight) ?? numbers.size + 1;
    numbers.set(weight, number);
    let node = word.charCodeAt(0);
    if (word.length === 1) heads[node] = number;
    else if (heads[node] === -1) heads[node] = 0;
    for (let at = 1; at < word.length; at += 1) {
      const unit = word.charCodeAt(at);
      const below = nodeBelow(nodes, node, unit);
      if (below === -1) room -= 1;
      if (room < 0) return null;
      node = below === -1 ? addNode(nodes, node, unit) : below;
    }
    if (word.length > 1) setWeight(nodes, node, number);
  }
  if (numbers.size > WEIGHT_BITS) throw new RangeError('too many different weights');
  const weights = new Float64Array(sharedBytes((numbers.size + 1) * Float64Array.BYTES_PER_ELEMENT));
  weights.set([least, ...numbers.keys()]);
  return { heads, nodes, weights };
}

function addNode(nodes: Int32Array, above: number, unit: number): number {
  const mask = nodes.length - 1;
  let at = 2 * slotOf(above, unit, mask >>> 1);
  while (nodes[at] !== 0) at = (at + 2) & mask;
  const owner = 2 * (above - FIRST_SLOT) + 1;
  if (above >= FIRST_SLOT) nodes[owner] = (nodes[owner] as number) | LEADS_ON;
  nodes[at] = above + 1;
  nodes[at + 1] = unit << 16;
  return FIRST_SLOT + (at >>> 1);
}

function setWeight(nodes: Int32Array, node: number, number: number): void {
  const at = 2 * (node - FIRST_SLOT) + 1;
  nodes[at] = ((nodes[at] as number) & ~WEIGHT_BITS) | number;
}

/** Multiplicative hashing (Knuth, The Art of Computer Programming 3, 6.4); constants from xxHash. */
function slotOf(above: number, unit: number, mask: number): number {
  const mixed = Math.imul(above ^ Math.imul(unit, 0x85ebca77), 0x9e3779b1);
  return (mixed ^ (mixed >>> 15)) & mask;
}

function sharedBytes(bytes: number): SharedArrayBuffer {
  return new SharedArrayBuffer(bytes);
}
