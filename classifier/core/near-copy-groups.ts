import { clusterHeadlines } from './clusters/near-copies.ts';
import { createCondenser } from './condense.ts';

/**
 * Numbers headlines so that near-copies, and they alone, have the same number; tags and blanks of a house make no other
 * headline.
 */
export function nearCopyGroups(texts: readonly string[]): Int32Array {
  return clusterHeadlines(texts.map(createCondenser()));
}
