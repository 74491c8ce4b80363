import type { Numbers } from './literal-automaton.ts';
import type { Lists, SignPlan } from './sign-plan.ts';

/** The plan as arrays of one kind by name, as a file holds them. */
export function planArrays(plan: SignPlan): Record<string, Int32Array> {
  const { automaton, groups, units, gates, others, pairs, rangesOff, ...plain } = plan;
  const { beginnings, ...tables } = automaton;
  return {
    ...Object.fromEntries(Object.entries(tables).map(([name, numbers]) => asWords(name, numbers))),
    ...prefixed('beginnings', { ...beginnings }),
    ...prefixed('plain', plain),
    ...prefixed('groups', { ...groups }),
    ...prefixed('units', { ...units }),
    ...prefixed('gates', { ...gates }),
    ...prefixed('others', { ...others }),
    ...prefixed('pairs', { ...pairs }),
    rangesOff: Int32Array.of(rangesOff),
  };
}

/** The plan of the arrays that {@link planArrays} gave, as views of the same memory. */
export function planOf(arrays: Readonly<Record<string, unknown>>): SignPlan {
  const words = (name: string): Int32Array => arrays[name] as Int32Array;
  const lists = (name: string): Lists => ({ from: words(`${name}.from`), items: words(`${name}.items`) });
  return {
    automaton: {
      beginnings: { pairs: words('beginnings.pairs'), singles: words('beginnings.singles') },
      symbols: numbersOf(arrays, 'symbols') as Uint16Array,
      root: numbersOf(arrays, 'root'),
      cells: numbersOf(arrays, 'cells'),
      states: numbersOf(arrays, 'states'),
      outputs: numbersOf(arrays, 'outputs'),
    },
    lengths: words('plain.lengths'),
    classWord: words('plain.classWord'),
    logic: words('plain.logic'),
    placed: words('plain.placed'),
    owners: words('plain.owners'),
    unless: words('plain.unless'),
    groups: lists('groups'),
    units: lists('units'),
    gates: lists('gates'),
    others: lists('others'),
    pairs: lists('pairs'),
    rangesOff: words('rangesOff')[0] as number,
  };
}

function prefixed(prefix: string, arrays: Readonly<Record<string, Int32Array>>): Record<string, Int32Array> {
  return Object.fromEntries(Object.entries(arrays).map(([name, array]) => [`${prefix}.${name}`, array]));
}

/** Marks an array of halves of words. */
const HALVES = 'halves of ';

/** Numbers as words under a name that tells what they are; an odd number of halves gets one more. */
function asWords(name: string, numbers: Numbers): [name: string, words: Int32Array] {
  if (numbers instanceof Int32Array) return [name, numbers];
  const even = new Uint16Array(numbers.length + (numbers.length % 2));
  even.set(numbers);
  return [HALVES + name, new Int32Array(even.buffer)];
}

function numbersOf(arrays: Readonly<Record<string, unknown>>, name: string): Numbers {
  const halves = arrays[HALVES + name];
  if (!(halves instanceof Int32Array)) return arrays[name] as Int32Array;
  return new Uint16Array(halves.buffer, halves.byteOffset, halves.length * 2);
}
