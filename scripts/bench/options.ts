import { parseArgs } from 'node:util';

/** The parts of the benchmark, in the order in which they run. */
export const PARTS = ['start', 'batch', 'clusters', 'labels', 'store', 'window'] as const;
export type Part = (typeof PARTS)[number];

export interface BenchOptions {
  /** The caller's own headlines, JSON Lines or plain; null for composed ones. */
  readonly corpus: string | null;
  readonly rounds: number;
  readonly quick: boolean;
  readonly json: boolean;
  readonly only: readonly Part[];
  /** A run that would take longer than so many seconds is left out. */
  readonly patience: number;
}

const USAGE = `npm run bench -- [--quick] [--rounds N] [--corpus FILE] [--only ${PARTS.join(',')}] [--patience SECONDS] [--json]
  --quick     10,000 and 100,000 headlines, three rounds
  --rounds    how often everything is run, in turn (default 5)
  --corpus    headlines of your own, JSON Lines or one a line, instead of composed ones
  --only      some of the parts
  --patience  leaves out runs that would take longer (default 60)
  --json      everything as one JSON document on standard output
`;

/** Reads the command's words. @throws Error with the usage where they are wrong. */
export function readOptions(argv: readonly string[]): BenchOptions {
  const { values } = parsed(argv);
  const only = (values.only?.split(',') ?? PARTS) as readonly Part[];
  const strange = only.find((part) => !PARTS.includes(part));
  if (strange !== undefined) throw new Error(`there is no part "${strange}"\n${USAGE}`);
  return {
    corpus: values.corpus ?? null,
    rounds: whole('rounds', values.rounds, values.quick ? 3 : 5),
    quick: values.quick,
    json: values.json,
    only,
    patience: whole('patience', values.patience, 60),
  };
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        corpus: { type: 'string' },
        rounds: { type: 'string' },
        quick: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        only: { type: 'string' },
        patience: { type: 'string' },
      },
    });
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error}\n${USAGE}`);
  }
}

function whole(name: string, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new Error(`--${name} needs a whole number above zero, not "${text}"\n${USAGE}`);
}
