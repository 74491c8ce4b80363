import { parseOptions, wholeNumber } from '../options.ts';

export interface SoakChoices {
  readonly minutes: number;
  /** Headlines that arrive each second. */
  readonly rate: number;
  /** Where the plot goes; null draws none. */
  readonly plot: string | null;
}

const USAGE = `npm run soak -- [--minutes N] [--rate N] [--plot FILE]
  --minutes  how long the engine is at work (default 60)
  --rate     headlines that arrive each second (default 200)
  --plot     draws the minutes into a file
`;

const OPTIONS = {
  minutes: { type: 'string', default: '60' },
  rate: { type: 'string', default: '200' },
  plot: { type: 'string' },
} as const;

/** Reads the command's words. @throws Error with the usage where they are wrong. */
export function readOptions(argv: readonly string[]): SoakChoices {
  const { minutes, rate, plot = null } = parseOptions(argv, OPTIONS, USAGE);
  return {
    minutes: wholeNumber('--minutes', minutes, USAGE),
    rate: wholeNumber('--rate', rate, USAGE),
    plot,
  };
}
