import { HIDDEN_CHARACTERS } from './reading.ts';
import type { Rule } from './rule.ts';

/** Raise when normalisation, features or the word classes change: counts of another reading are rebuilt from the label log. */
const FEATURES_VERSION = 2;

/** Names how headlines are read: features and rules with their versions. Counts are comparable only under one name. */
export function readingIdentity(rules: readonly Rule[]): string {
  const named = [HIDDEN_CHARACTERS, ...rules].map(({ id, version }) => `${id}@${version}`).sort();
  return [`features@${FEATURES_VERSION}`, ...named].join(' ');
}
