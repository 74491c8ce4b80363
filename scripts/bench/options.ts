import { parseOptions, wholeNumber } from '../options.ts';

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

const OPTIONS = {
  corpus: { type: 'string' },
  rounds: { type: 'string' },
  quick: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  only: { type: 'string' },
  patience: { type: 'string', default: '60' },
} as const;

/** Reads the command's words. @throws Error with the usage where they are wrong. */
export function readOptions(argv: readonly string[]): BenchOptions {
  const values = parseOptions(argv, OPTIONS, USAGE);
  const only = (values.only?.split(',') ?? PARTS) as readonly Part[];
  const strange = only.find((part) => !PARTS.includes(part));
  if (strange !== undefined) throw new Error(`there is no part "${strange}"\n${USAGE}`);
  return {
    corpus: values.corpus ?? null,
    rounds: wholeNumber('--rounds', values.rounds ?? (values.quick ? '3' : '5'), USAGE),
    quick: values.quick,
    json: values.json,
    only,
    patience: wholeNumber('--patience', values.patience, USAGE),
  };
}
