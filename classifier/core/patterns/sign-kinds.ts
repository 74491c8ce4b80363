import { type CharacterSet, includes, WORD_SIGNS } from './character-set.ts';
import type { PatternProgram } from './pattern-program.ts';

/** Divides all code points into kinds that a machine cannot tell apart within one. */
export interface SignKinds {
  /** How many kinds there are; they are numbered from 0. */
  readonly count: number;
  /** A code point of each kind. */
  readonly examples: readonly number[];
  /** The basic plane by pages of 64 code points, equal pages once: `cells[pages[code >> 6] * 64 + code % 64]`. */
  readonly pages: Uint16Array;
  readonly cells: Uint16Array;
  /** The kind of any code point. */
  readonly kindOf: (code: number) => number;
}

const BASIC_PLANE = 0x10000;
export const PAGE_BITS = 6;
const PAGE = 1 << PAGE_BITS;

/** Finds the kinds of a machine; word characters are kept apart from others. At most a few hundred in practice. */
export function signKindsOf({ steps }: PatternProgram): SignKinds {
  const sets = [
    ...new Set([WORD_SIGNS, ...steps.flatMap((step) => (step.kind === 'sign' ? [step.set] : []))]),
  ];
  const bounds = [...new Set([0, ...sets.flatMap(boundsOf)])].sort((a, b) => a - b);
  const numbers = new Map<string, number>();
  const examples: number[] = [];
  const kinds = bounds.map((bound) => {
    const members = sets.flatMap((set, index) => (includes(set, bound) ? [index] : [])).join();
    const known = numbers.get(members);
    if (known !== undefined) return known;
    numbers.set(members, examples.length);
    return examples.push(bound) - 1;
  });
  const { pages, cells } = paginate(bounds, kinds);
  const kindOf = (code: number): number =>
    code < BASIC_PLANE
      ? (cells[((pages[code >> PAGE_BITS] as number) << PAGE_BITS) | (code & (PAGE - 1))] as number)
      : (kinds[lastAtMost(bounds, code)] as number);
  return { count: examples.length, examples, pages, cells, kindOf };
}

/** Where a set begins and where it has ended. */
function boundsOf(set: CharacterSet): number[] {
  return set.map((bound, at) => (at % 2 === 0 ? bound : bound + 1));
}

function paginate(
  bounds: readonly number[],
  kinds: readonly number[],
): { readonly pages: Uint16Array; readonly cells: Uint16Array } {
  const pages = new Uint16Array(BASIC_PLANE >> PAGE_BITS);
  const numbers = new Map<string, number>();
  const cells: number[] = [];
  let range = 0;
  for (let page = 0; page < pages.length; page += 1) {
    const first = page * PAGE;
    while (boundAfter(bounds, range) <= first) range += 1;
    const isUniform = boundAfter(bounds, range) >= first + PAGE;
    const row: number[] = [];
    for (let code = first; code < first + PAGE; code += 1) {
      while (boundAfter(bounds, range) <= code) range += 1;
      row.push(kinds[range] as number);
    }
    const name = isUniform ? String(row[0]) : row.join();
    const number = numbers.get(name) ?? numbers.size;
    if (number === numbers.size) {
      numbers.set(name, number);
      cells.push(...row);
    }
    pages[page] = number;
  }
  return { pages, cells: Uint16Array.from(cells) };
}

function boundAfter(bounds: readonly number[], range: number): number {
  return bounds[range + 1] ?? Number.POSITIVE_INFINITY;
}

function lastAtMost(bounds: readonly number[], code: number): number {
  let low = 0;
  let high = bounds.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((bounds[middle] as number) <= code) low = middle;
    else high = middle - 1;
  }
  return low;
}
