import { clusterHeadlines } from './clusters/near-copies.ts';
import { normalisedText } from './normalise.ts';

/** Numbers headlines so that near-copies, and they alone, have the same number. */
export function nearCopyGroups(texts: readonly string[]): Int32Array {
  return clusterHeadlines(texts.map(normalisedText));
}
