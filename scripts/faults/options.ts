import { parseOptions, wholeNumber } from '../options.ts';
import { FAULT_NAMES, type FaultPoint } from './fault-points.ts';

export interface FaultsOptions {
  readonly rounds: number;
  readonly seed: number;
  readonly points: readonly FaultPoint[];
}

const USAGE = `npm run faults -- [--rounds N] [--seed N] [--point NAME]…
  --rounds  how often something is ended (default 500)
  --seed    another one ends it at other moments (default 1)
  --point   only this, again for each: ${FAULT_NAMES.join(', ')}
`;

const OPTIONS = {
  rounds: { type: 'string', default: '500' },
  seed: { type: 'string', default: '1' },
  point: { type: 'string', multiple: true },
} as const;

/** Reads the command's words. @throws Error with the usage where they are wrong. */
export function readOptions(argv: readonly string[]): FaultsOptions {
  const { rounds, seed, point: asked = FAULT_NAMES } = parseOptions(argv, OPTIONS, USAGE);
  const names: readonly string[] = FAULT_NAMES;
  const strange = asked.find((name) => !names.includes(name));
  if (strange !== undefined) throw new Error(`there is no point "${strange}"\n${USAGE}`);
  return {
    rounds: wholeNumber('--rounds', rounds, USAGE),
    seed: wholeNumber('--seed', seed, USAGE),
    points: FAULT_NAMES.filter((name) => asked.includes(name)),
  };
}
