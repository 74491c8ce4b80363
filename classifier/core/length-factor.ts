/** Grams and classes of a headline of about 25 characters: there the sum over them stays as it is. */
const TYPICAL_FEATURES = 64;

/**
 * By what the sum over the features of a headline is multiplied: features of one headline depend on each other, so
 * evidence grows with the root of their number, not with the number (docs/experiments/features.md). `features` counts
 * distinct grams, stems and classes, known or not.
 */
export function lengthFactor(features: number): number {
  return Math.sqrt(TYPICAL_FEATURES / Math.max(1, features));
}
