import type { Lists, SignPlan } from './sign-plan.ts';

/** The plan as arrays of one kind by name, as a file holds them. */
export function planArrays(plan: SignPlan): Record<string, Int32Array> {
  const { automaton, groups, units, gates, others, pairs, rangesOff, ...plain } = plan;
  const { beginnings, symbols, ...tables } = automaton;
  return {
    ...prefixed('automaton', tables),
    ...prefixed('beginnings', { ...beginnings }),
    ...prefixed('plain', plain),
    ...prefixed('groups', { ...groups }),
    ...prefixed('units', { ...units }),
    ...prefixed('gates', { ...gates }),
    ...prefixed('others', { ...others }),
    ...prefixed('pairs', { ...pairs }),
    symbols: new Int32Array(symbols.buffer, symbols.byteOffset, symbols.length / 2),
    rangesOff: Int32Array.of(rangesOff),
  };
}

/** The plan of the arrays that {@link planArrays} gave, as views of the same memory. */
export function planOf(arrays: Readonly<Record<string, unknown>>): SignPlan {
  const words = (name: string): Int32Array => arrays[name] as Int32Array;
  const lists = (name: string): Lists => ({ from: words(`${name}.from`), items: words(`${name}.items`) });
  const symbols = words('symbols');
  return {
    automaton: {
      beginnings: { pairs: words('beginnings.pairs'), singles: words('beginnings.singles') },
      symbols: new Uint16Array(symbols.buffer, symbols.byteOffset, symbols.length * 2),
      root: words('automaton.root'),
      cells: words('automaton.cells'),
      states: words('automaton.states'),
      outputs: words('automaton.outputs'),
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
