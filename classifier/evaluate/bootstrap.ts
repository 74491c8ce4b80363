import { seededRandom } from './random.ts';

/** Ends of a 95 % interval. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

const DRAWS = 500;

/**
 * Percentile bootstrap (Efron 1979) of a figure over items drawn with replacement: the middle 95 % of 500 draws that the
 * seed determines. Draws for which the figure is not a number are left out.
 */
export function bootstrapInterval<T>(
  items: readonly T[],
  figure: (drawn: readonly T[]) => number,
  seed: number,
): Interval {
  const random = seededRandom(seed);
  const figures = Array.from({ length: DRAWS }, () =>
    figure(items.map(() => items[Math.floor(random() * items.length)] as T)),
  )
    .filter((value) => !Number.isNaN(value))
    .sort((a, b) => a - b);
  const at = (share: number): number => figures[Math.floor(share * (figures.length - 1))] ?? Number.NaN;
  return { low: at(0.025), high: at(0.975) };
}
