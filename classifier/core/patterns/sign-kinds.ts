import { type CharacterSet, WORD_SIGNS } from './character-set.ts';
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
  const kinds = divide(sets, bounds);
  const examples: number[] = [];
  bounds.forEach((bound, at) => {
    if (kinds[at] === examples.length) examples.push(bound);
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

/** By bound its kind: those that the same sets hold have the same. Kinds are numbered in the order of the bounds. */
function divide(sets: readonly CharacterSet[], bounds: readonly number[]): number[] {
  const kinds = bounds.map(() => 0);
  let used = 1;
  for (const set of sets) {
    const parts = new Map<number, number>();
    for (let range = 0; range < set.length; range += 2) {
      const high = set[range + 1] as number;
      for (let at = lastAtMost(bounds, set[range] as number); (bounds[at] ?? high + 1) <= high; at += 1) {
        const kind = kinds[at] as number;
        const part = parts.get(kind) ?? used;
        if (part === used) {
          parts.set(kind, part);
          used += 1;
        }
        kinds[at] = part;
      }
    }
  }
  const numbers = new Map<number, number>();
  return kinds.map((kind) => {
    const number = numbers.get(kind) ?? numbers.size;
    numbers.set(kind, number);
    return number;
  });
}

function paginate(
  bounds: readonly number[],
  kinds: readonly number[],
): { readonly pages: Uint16Array; readonly cells: Uint16Array } {
  const pages = new Uint16Array(BASIC_PLANE >> PAGE_BITS);
  /** By kind the page that has it alone; most pages are such. */
  const uniform: number[] = [];
  const others = new Map<string, number>();
  const cells: number[] = [];
  let range = 0;
  for (let page = 0; page < pages.length; page += 1) {
    const first = page * PAGE;
    while (boundAfter(bounds, range) <= first) range += 1;
    const kind = kinds[range] as number;
    if (boundAfter(bounds, range) >= first + PAGE) {
      uniform[kind] ??= addPage(cells, new Array(PAGE).fill(kind));
      pages[page] = uniform[kind] as number;
      continue;
    }
    const row: number[] = [];
    for (let code = first; code < first + PAGE; code += 1) {
      while (boundAfter(bounds, range) <= code) range += 1;
      row.push(kinds[range] as number);
    }
    const name = row.join();
    const number = others.get(name) ?? addPage(cells, row);
    others.set(name, number);
    pages[page] = number;
  }
  return { pages, cells: Uint16Array.from(cells) };
}

/** Adds a page; returns its number. */
function addPage(cells: number[], row: readonly number[]): number {
  cells.push(...row);
  return cells.length / PAGE - 1;
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
