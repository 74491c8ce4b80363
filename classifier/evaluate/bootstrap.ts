import { seededRandom } from './random.ts';

/** Ends of a 95 % interval. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

const DRAWS = 500;

/**
 * Percentile bootstrap (Efron 1979) of figures over items drawn with replacement: the middle 95 % of 500 draws that the
 * seed determines, in the order of the figures. Draws for which a figure is not a number are left out of it.
 */
export function bootstrapped<T>(
  items: readonly T[],
  figures: (drawn: readonly T[]) => readonly number[],
  seed: number,
): Interval[] {
  const draws = bootstrapIntervals(items, figures, seed);
  for (let step = draws.next(); ; step = draws.next()) if (step.done) return step.value;
}

/** The same in steps; yields after each draw the share that is done. */
export function* bootstrapIntervals<T>(
  items: readonly T[],
  figures: (drawn: readonly T[]) => readonly number[],
  seed: number,
): Generator<number, Interval[]> {
  const random = seededRandom(seed);
  const drawn: (readonly number[])[] = [];
  while (drawn.length < DRAWS) {
    drawn.push(figures(items.map(() => items[Math.floor(random() * items.length)] as T)));
    yield drawn.length / DRAWS;
  }
  return (drawn[0] ?? []).map((_, figure) => middleOf(drawn.map((values) => values[figure] as number)));
}

function middleOf(values: readonly number[]): Interval {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
  return { low: at(0.025), high: at(0.975) };
}
