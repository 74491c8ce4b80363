import { FIRST_BASE, LAST_BASE } from '#classifier/core/gram-walk.ts';
import { nextRound } from '#classifier/core/word-classes.ts';
import { KERNEL_CODE } from './kernel-code.ts';
import type { KernelTables } from './kernel-tables.ts';

/**
 * The loops that look for literals and grams, compiled to WebAssembly: they read several tables at random for each unit
 * of a text. Its answers stand in {@link KernelViews} until it is asked again.
 */
export interface Kernel {
  /** Makes room for the units of texts, which stay; the views are others afterwards. */
  reserve(units: number): void;
  /** Finds what rules and word classes see between two places; false where that is too much for its memory. */
  look(from: number, to: number): boolean;
  /** Whether the text that was looked at last has a literal of a group of the plan. */
  isSeen(group: number): boolean;
  /** Adds up the weights of the grams between two places, and writes those down that are known. */
  walk(from: number, to: number): void;
  /** Its memory; not to be kept. */
  readonly views: KernelViews;
}

/** What stands in the memory of the kernel. */
export interface KernelViews {
  /** The units of all texts. */
  readonly units: Uint16Array;
  /** {@link FOUND} */
  readonly found: Int32Array;
  /** Of word classes, then of grams: what they add to the sensational axis and to the implausible one. */
  readonly sums: Float64Array;
  /** Owners whose gates are open, rising. */
  readonly open: Int32Array;
  /** Places of signs behind a number at which logic may be broken. */
  readonly doubts: Int32Array;
  /** By group of the plan the round in which it was seen last. */
  readonly seen: Int32Array;
  /** Keys of word classes with their places, as in a KeyBuffer. */
  readonly classKeys: Float64Array;
  readonly classPlaces: Int32Array;
  /** Grams that are known, as in a Walk; there is room for stems behind them. */
  readonly numbers: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** Where a number stands in `found`; those of tables.as. */
export const FOUND = {
  open: 0,
  seesLogic: 1,
  doubts: 2,
  classes: 3,
  features: 4,
  size: 5,
  occurrences: 6,
  distinct: 7,
  hasLatin: 8,
} as const;

/** Longest text that the kernel takes, in UTF-16 units. */
export const LONGEST_TEXT = 4096;
/** As in look.as and classes.as. */
const MOST_WORDS = 16_384;
const MOST_KEYS = 4096;

const PAGE = 0x10000;
/** Tables begin with a line of the cache. */
const LINE = 64;
const WORD = 4;
const FIRST_ROOM = 0x10000;

interface Exports {
  look(from: number, to: number, round: number): number;
  walk(from: number, to: number, base: number): void;
}

/** Makes a kernel with a memory of its own, into which the tables are copied. Each thread needs one. */
export function createKernel({ tables, numbers }: KernelTables): Kernel {
  const at: Record<string, number> = { ...numbers };
  let top = LINE;
  const take = (name: string, bytes: number): void => {
    at[name] = top;
    top = Math.ceil((top + bytes) / LINE) * LINE;
  };
  for (const [name, table] of Object.entries(tables)) take(name, table.byteLength);
  const scratch = scratchOf(tables, numbers.width as number);
  for (const [name, words] of Object.entries(scratch)) take(name, words * WORD);
  const unitsAt = top;
  at.units = unitsAt;
  const memory = new WebAssembly.Memory({ initial: Math.ceil((top + FIRST_ROOM) / PAGE) });
  for (const [name, { buffer, byteOffset, byteLength }] of Object.entries(tables)) {
    new Uint8Array(memory.buffer).set(new Uint8Array(buffer, byteOffset, byteLength), at[name]);
  }
  const instance = new WebAssembly.Instance(moduleOf(), { at, env: { memory } });
  const { look, walk } = instance.exports as unknown as Exports;
  const view = (name: string): Int32Array =>
    new Int32Array(memory.buffer, at[name] as number, scratch[name] as number);
  const real = (name: string): Float64Array =>
    new Float64Array(memory.buffer, at[name] as number, (scratch[name] as number) / 2);
  const viewsOf = (): KernelViews => ({
    units: new Uint16Array(memory.buffer, unitsAt),
    found: view('found'),
    sums: real('sums'),
    open: view('open'),
    doubts: view('doubts'),
    seen: view('seen'),
    classKeys: real('classKeys'),
    classPlaces: view('classPlaces'),
    numbers: view('numbers'),
    starts: view('starts'),
    ends: view('ends'),
  });
  let views = viewsOf();
  let round = 0;
  let base = FIRST_BASE;
  return {
    reserve(units) {
      const missing = unitsAt + 2 * units - memory.buffer.byteLength;
      if (missing <= 0) return;
      memory.grow(Math.ceil(Math.max(missing, memory.buffer.byteLength - unitsAt) / PAGE));
      views = viewsOf();
    },
    look(from, to) {
      round = nextRound(round, views.seen);
      if (round === 1) for (const name of MARKS) view(name).fill(0);
      return look(from, to, round) !== 0;
    },
    isSeen: (group) => views.seen[group] === round,
    walk(from, to) {
      if (base > LAST_BASE) {
        base = FIRST_BASE;
        new Int32Array(memory.buffer, at.places).set(tables.places as Int32Array);
      }
      walk(from, to, base);
      base += to - from;
    },
    get views() {
      return views;
    },
  };
}

/** Tables of rounds. */
const MARKS = ['seen', 'opened', 'written', 'named'] as const;

/** What the kernel writes to: by name how many words it takes. */
function scratchOf({ owners, gatesFrom }: KernelTables['tables'], width: number): Record<string, number> {
  const most = (owners as Int32Array).reduce((last, owner) => Math.max(last, owner), 0) + 1;
  const groups = (gatesFrom as Uint16Array).length - 1;
  return {
    seen: groups,
    opened: most,
    open: most,
    keys: groups,
    written: width * width,
    named: width,
    namers: 2 * width,
    words: 3 * MOST_WORDS,
    doubts: LONGEST_TEXT,
    classKeys: 2 * MOST_KEYS,
    classPlaces: 4 * MOST_KEYS,
    metUnits: 4 * (LONGEST_TEXT + 1),
    numbers: 4 * LONGEST_TEXT,
    starts: 4 * LONGEST_TEXT,
    ends: 4 * LONGEST_TEXT,
    found: LINE / WORD,
    sums: LINE / WORD,
  };
}

function moduleOf(): object {
  const text = atob(KERNEL_CODE);
  const code = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) code[at] = text.charCodeAt(at);
  return new WebAssembly.Module(code);
}
