import { drawGamma } from './draw-gamma.ts';
import { seededRandom } from './random.ts';

/** A share with its 95 % interval. */
export interface ShareInterval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

const DRAWS = 4000;
const PRIOR = 0.5;

/**
 * The share of `some` among `all` with the middle 95 % of its posterior under Jeffreys' prior, Beta(½, ½) (Brown, Cai and
 * DasGupta, "Interval estimation for a binomial proportion", Statistical Science 16, 2001): honest also where few or none
 * were seen. Drawn, but always the same for the same counts. Null where there is nothing to go by.
 */
export function shareInterval(some: number, all: number): ShareInterval | null {
  if (all === 0) return null;
  const random = seededRandom(some * 1009 + all);
  const draws = Float64Array.from({ length: DRAWS }, () => {
    const yes = drawGamma(some + PRIOR, random);
    return yes / (yes + drawGamma(all - some + PRIOR, random));
  }).sort();
  const at = (share: number): number => draws[Math.floor(share * (DRAWS - 1))] as number;
  const value = some / all;
  return { value, low: Math.min(value, at(0.025)), high: Math.max(value, at(0.975)) };
}
