import { drawGamma } from './draw-gamma.ts';
import { seededRandom } from './random.ts';

/** How far two editors agree on one question. */
export interface Agreement {
  /** Headlines that both have answered. */
  readonly headlines: number;
  readonly agreed: number;
  /** Cohen's kappa with its 95 % interval; null where both always gave one and the same answer, or none. */
  readonly kappa: { readonly value: number; readonly low: number; readonly high: number } | null;
}

/** The answers of two editors to one question about one headline. */
export type AnswerPair = readonly [boolean, boolean];

const DRAWS = 2000;
const PRIOR = 0.5;

/**
 * Cohen's kappa (1960): agreement beyond what two editors with these shares of yes would reach by chance. The interval
 * is the middle 95 % of kappa under the posterior of the four cells with Jeffreys' prior (Basu, Banerjee and Sen,
 * "Bayesian inference for kappa from single and multiple studies", Biometrics 56, 2000): unlike the usual standard
 * error it does not shrink to nothing where a few headlines were all agreed on. It always holds the value itself.
 */
export function agreementOf(pairs: readonly AnswerPair[]): Agreement {
  const cells = [0, 0, 0, 0];
  for (const [one, other] of pairs) {
    const cell = (one ? 2 : 0) + (other ? 1 : 0);
    cells[cell] = (cells[cell] as number) + 1;
  }
  const [bothNo, , , bothYes] = cells as [number, number, number, number];
  const value = kappaOf(cells);
  return {
    headlines: pairs.length,
    agreed: bothNo + bothYes,
    kappa: value === null ? null : { value, ...intervalOf(cells, value) },
  };
}

/** Kappa of the counts or shares no-no, no-yes, yes-no, yes-yes. */
function kappaOf(cells: readonly number[]): number | null {
  const [bothNo, noYes, yesNo, bothYes] = cells as [number, number, number, number];
  const all = bothNo + noYes + yesNo + bothYes;
  if (all === 0) return null;
  const [one, other] = [(yesNo + bothYes) / all, (noYes + bothYes) / all];
  const chance = one * other + (1 - one) * (1 - other);
  return chance === 1 ? null : ((bothNo + bothYes) / all - chance) / (1 - chance);
}

function intervalOf(
  cells: readonly number[],
  value: number,
): { readonly low: number; readonly high: number } {
  const random = seededRandom(cells.reduce((seed, count) => seed * 1009 + count, 7));
  const draws = Array.from({ length: DRAWS }, () =>
    kappaOf(cells.map((count) => drawGamma(count + PRIOR, random))),
  ).filter((drawn) => drawn !== null);
  draws.sort((a, b) => a - b);
  const at = (share: number): number => draws[Math.floor(share * (draws.length - 1))] ?? value;
  return { low: Math.min(value, at(0.025)), high: Math.max(value, at(0.975)) };
}
