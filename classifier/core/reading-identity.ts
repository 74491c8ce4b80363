import { HIDDEN_CHARACTERS } from './reading.ts';
import type { Rule } from './rule.ts';

/**
 * Raise when normalisation, features, the word classes or the sum over them change: counts of another reading are
 * rebuilt from the label log and calibrated anew.
 */
const FEATURES_VERSION = 5;

/** Names how headlines are read: features and rules with their versions. Counts are comparable only under one name. */
export function readingIdentity(rules: readonly Rule[]): string {
  const named = [HIDDEN_CHARACTERS, ...rules].map(({ id, version }) => `${id}@${version}`).sort();
  return [`features@${FEATURES_VERSION}`, ...named].join(' ');
}
