import type { Numbers } from './numbers.ts';
import type { Lists, SignPlan } from './sign-plan.ts';

/** The plan as arrays of words by name, as a file holds them. */
export function planArrays(plan: SignPlan): Record<string, Int32Array> {
  const { automaton, groups, units, gates, others, pairs, rangesOff, ...plain } = plan;
  const { beginnings, ...tables } = automaton;
  const lists = Object.entries({ groups, units, gates, others, pairs }).flatMap(
    ([name, { from, items }]): [string, Numbers][] => [
      [`${name}.from`, from],
      [`${name}.items`, items],
    ],
  );
  const named: [string, Numbers][] = [
    ...Object.entries<Numbers>(tables),
    ...Object.entries<Numbers>({ ...beginnings }),
    ...Object.entries<Numbers>(plain),
    ...lists.map(([name, numbers]): [string, Numbers] => [`list ${name}`, numbers]),
    ['rangesOff', Int32Array.of(rangesOff)],
  ];
  return Object.fromEntries(named.map(([name, numbers]) => asWords(name, numbers)));
}

/** The plan of the arrays that {@link planArrays} gave, as views of the same memory. */
export function planOf(arrays: Readonly<Record<string, unknown>>): SignPlan {
  const numbers = (name: string): Numbers => numbersOf(arrays, name);
  const words = (name: string): Int32Array => arrays[name] as Int32Array;
  const lists = (name: string): Lists => ({
    from: numbers(`list ${name}.from`),
    items: numbers(`list ${name}.items`),
  });
  return {
    automaton: {
      beginnings: { pairs: words('pairs'), singles: words('singles') },
      symbols: numbers('symbols') as Uint16Array,
      root: numbers('root'),
      cells: numbers('cells'),
      states: numbers('states'),
      outputs: numbers('outputs'),
    },
    lengths: words('lengths'),
    classWord: words('classWord'),
    logic: words('logic'),
    placed: words('placed'),
    owners: words('owners'),
    unless: words('unless'),
    groups: lists('groups'),
    units: lists('units'),
    gates: lists('gates'),
    others: lists('others'),
    pairs: lists('pairs'),
    rangesOff: words('rangesOff')[0] as number,
  };
}

/** In front of the name of an array whose words are two numbers each, of an even or an odd number of them. */
const HALVES = ['even ', 'odd '] as const;

function asWords(name: string, numbers: Numbers): [name: string, words: Int32Array] {
  if (numbers instanceof Int32Array) return [name, numbers];
  const odd = numbers.length % 2;
  const even = new Uint16Array(numbers.length + odd);
  even.set(numbers);
  return [`${HALVES[odd]}${name}`, new Int32Array(even.buffer)];
}

function numbersOf(arrays: Readonly<Record<string, unknown>>, name: string): Numbers {
  for (const [odd, prefix] of HALVES.entries()) {
    const words = arrays[prefix + name];
    if (words instanceof Int32Array)
      return new Uint16Array(words.buffer, words.byteOffset, words.length * 2 - odd);
  }
  return arrays[name] as Int32Array;
}
