import { clusterHeadlines } from '#classifier/core/clusters/near-copies.ts';
import { normalisedText } from '#classifier/core/normalise.ts';
import { shuffled } from './random.ts';

/** What must not be torn apart: nothing, near-copies, or headlines of one topic. */
export const GROUPINGS = ['none', 'near', 'topic'] as const;

export type Grouping = (typeof GROUPINGS)[number];

interface Groupable {
  readonly text: string;
  readonly topic: string | null;
}

/**
 * Deals examples into `count` folds of nearly equal size, in an order that the seed determines. Members of one group
 * land in one fold; examples without a topic are groups of their own.
 */
export function foldsOf<T extends Groupable>(
  examples: readonly T[],
  count: number,
  grouping: Grouping,
  seed: number,
): T[][] {
  const groups = new Map<string | number, T[]>();
  const keys = groupKeys(examples, grouping);
  examples.forEach((example, at) => {
    const key = keys[at] as string | number;
    const group = groups.get(key);
    if (group) group.push(example);
    else groups.set(key, [example]);
  });
  const folds: T[][] = Array.from({ length: count }, () => []);
  for (const group of shuffled([...groups.values()], seed)) {
    const smallest = folds.reduce((best, fold) => (fold.length < best.length ? fold : best));
    smallest.push(...group);
  }
  return folds;
}

function groupKeys(examples: readonly Groupable[], grouping: Grouping): (string | number)[] {
  if (grouping === 'topic') return examples.map(({ topic }, at) => topic ?? at);
  if (grouping === 'near') return [...clusterHeadlines(examples.map(({ text }) => normalisedText(text)))];
  return examples.map((_, at) => at);
}
