import type { CompiledModel } from '#classifier/core/compiled-model.ts';
import { LARGE_NUMBER, wideNumber } from '#classifier/core/feature-table.ts';
import { NUMERIC_SIGNS } from '#classifier/core/quantities/characters.ts';
import { BETWEEN_SIGNS } from '#classifier/core/quantities/quantity-gates.ts';
import type { Lists, SignPlan } from '#classifier/core/sign-plan.ts';
import { type ClassWords, classKey } from '#classifier/core/word-classes.ts';

/** Tables of the kernel by the names that its tables.as knows, and plain numbers. */
export interface KernelTables {
  readonly tables: Readonly<Record<string, Uint16Array | Int32Array | Float64Array>>;
  readonly numbers: Readonly<Record<string, number>>;
}

const UNITS = 0x10000;
const RECORD = 8;
/** As in walk.as. */
const SLOTS_TOGETHER = 4;
/** With more, a table of all pairs would no longer stay in a cache. */
const MOST_CLASSES = 127;

/** What the kernel reads by; null where a plan or model is too large for it, which those that are shipped are far from. */
export function kernelTables(
  plan: SignPlan,
  words: ClassWords,
  { features, weights }: CompiledModel,
): KernelTables | null {
  const classes = listsOf(words.classesOf);
  const width = classes.items.reduce((most, number) => Math.max(most, number), 0) + 1;
  if (width > MOST_CLASSES + 1 || weights.length / 2 >= LARGE_NUMBER) return null;
  const { symbols, root, cells, states, outputs, beginnings } = plan.automaton;
  const halves = {
    symbols,
    root,
    cells,
    states,
    outputs,
    literals: literalRecords(plan),
    groupsItems: plan.groups.items,
    unitsItems: plan.units.items,
    ...named('gates', plan.gates),
    ...named('others', plan.others),
    ...named('classes', classes),
    logicPairs: plan.pairs.items,
    classNumbers: classNumbers(features, width),
  };
  if (Object.values(halves).some((table) => !(table instanceof Uint16Array))) return null;
  const { owners, unless } = plan;
  return {
    tables: {
      ...halves,
      ...beginnings,
      owners,
      unless,
      numerics: bitsOf(NUMERIC_SIGNS),
      measurable: bitsOf([...NUMERIC_SIGNS, ...BETWEEN_SIGNS]),
      grams: withFirstSlots(features.grams),
      places: features.singles,
      weights,
    },
    numbers: { width, gramMask: features.grams.length / 2 - 1, logicPairsLength: plan.pairs.items.length },
  };
}

/** By literal eight numbers, as tables.as says; none of them is large where the lists of the plan are not. */
function literalRecords({ placed, lengths, classWord, logic, groups, units }: SignPlan): Uint16Array {
  const records = new Uint16Array(RECORD * lengths.length);
  for (let at = 0, to = 0; at < lengths.length; at += 1, to += RECORD) {
    records[to] = ((placed[at >>> 5] as number) >>> (at & 31)) & 1;
    records[to + 1] = lengths[at] as number;
    records[to + 2] = (classWord[at] as number) + 1;
    records[to + 3] = logic[at] as number;
    records[to + 4] = groups.from[at] as number;
    records[to + 5] = groups.from[at + 1] as number;
    records[to + 6] = units.from[at] as number;
    records[to + 7] = units.from[at + 1] as number;
  }
  return records;
}

function named(name: string, { from, items }: Lists): Record<string, Lists['from']> {
  return { [`${name}From`]: from, [`${name}Items`]: items };
}

function listsOf(lists: readonly (readonly number[])[]): { from: Uint16Array; items: Uint16Array } {
  const from = new Uint16Array(lists.length + 1);
  for (const [at, list] of lists.entries()) from[at + 1] = (from[at] as number) + list.length;
  return { from, items: Uint16Array.from(lists.flat()) };
}

/** By two classes, the second 0 for one alone, the number of their weights. */
function classNumbers({ keys, numbers }: CompiledModel['features'], width: number): Uint16Array {
  const table = new Uint16Array(width * width);
  for (let first = 1; first < width; first += 1) {
    for (let second = 0; second < width; second += 1) {
      table[first * width + second] = wideNumber(keys, numbers, classKey(first, second));
    }
  }
  return table;
}

function bitsOf(signs: readonly string[]): Int32Array {
  const bits = new Int32Array(UNITS / 32);
  for (const sign of signs) {
    const unit = sign.charCodeAt(0);
    bits[unit >>> 5] = (bits[unit >>> 5] as number) | (1 << (unit & 31));
  }
  return bits;
}

/** The table of grams with its first slots again behind the last, as the kernel looks at several slots together. */
function withFirstSlots(grams: Int32Array): Int32Array {
  const longer = new Int32Array(grams.length + 2 * SLOTS_TOGETHER);
  longer.set(grams);
  longer.set(grams.subarray(0, 2 * SLOTS_TOGETHER), grams.length);
  return longer;
}
