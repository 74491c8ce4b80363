import type { Interval } from './bootstrap.ts';
import type { Prediction } from './metrics.ts';

/** One bar of a reliability diagram: what was promised and what came true in a tenth of the probabilities. */
export interface ReliabilityBin {
  readonly headlines: number;
  readonly promised: number;
  readonly came: number;
  /** The 95 % interval of what came true. */
  readonly interval: Interval;
}

const BINS = 10;

/**
 * The filled tenths of the probabilities: what was promised and what came true. With `share` the labels are weighed so
 * that this share of them is yes, as in a feed; null takes them as they are.
 */
export function reliabilityOf(predictions: readonly Prediction[], share: number | null): ReliabilityBin[] {
  return binsOf(predictions, share).map(({ headlines, weight, squares, promised, came }) => ({
    headlines,
    promised: promised / weight,
    came: came / weight,
    interval: wilsonInterval(came / weight, weight ** 2 / squares),
  }));
}

/**
 * Expected calibration error: |promised - came| of each tenth averaged over the headlines, weighed as for
 * {@link reliabilityOf} (Guo et al. 2017). NaN without predictions.
 */
export function calibrationErrorOf(predictions: readonly Prediction[], share: number | null): number {
  const bins = binsOf(predictions, share);
  const whole = bins.reduce((sum, { weight }) => sum + weight, 0);
  return bins.reduce((sum, { promised, came }) => sum + Math.abs(promised - came), 0) / whole;
}

/** The 95 % interval of a share seen in so many cases (Wilson 1927). */
export function wilsonInterval(share: number, cases: number): Interval {
  const z = 1.96;
  const square = (z * z) / cases;
  const middle = (share + square / 2) / (1 + square);
  const reach = (z * Math.sqrt((share * (1 - share)) / cases + square / (4 * cases))) / (1 + square);
  return { low: Math.max(0, middle - reach), high: Math.min(1, middle + reach) };
}

/** Sums over the headlines of a bin; `promised` and `came` by weight. */
interface Sums {
  headlines: number;
  weight: number;
  squares: number;
  promised: number;
  came: number;
}

function binsOf(predictions: readonly Prediction[], share: number | null): Sums[] {
  const weights = weightsFor(predictions, share);
  const bins = Array.from(
    { length: BINS },
    (): Sums => ({ headlines: 0, weight: 0, squares: 0, promised: 0, came: 0 }),
  );
  for (const { probability, answer } of predictions) {
    const bin = bins[Math.min(BINS - 1, Math.floor(probability * BINS))] as Sums;
    const weight = answer ? weights.yes : weights.no;
    bin.headlines += 1;
    bin.weight += weight;
    bin.squares += weight * weight;
    bin.promised += weight * probability;
    if (answer) bin.came += weight;
  }
  return bins.filter(({ headlines }) => headlines > 0);
}

function weightsFor(predictions: readonly Prediction[], share: number | null): { yes: number; no: number } {
  const yes = predictions.filter(({ answer }) => answer).length;
  const no = predictions.length - yes;
  if (share === null || yes === 0 || no === 0) return { yes: 1, no: 1 };
  return { yes: (share * predictions.length) / yes, no: ((1 - share) * predictions.length) / no };
}
