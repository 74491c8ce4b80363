import { nearCopyGroups } from '#classifier/core/near-copy-groups.ts';
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
  const folds: T[][] = Array.from({ length: count }, () => []);
  for (const group of shuffled(groupsOf(examples, grouping), seed)) {
    const smallest = folds.reduce((best, fold) => (fold.length < best.length ? fold : best));
    smallest.push(...group);
  }
  return folds;
}

/** The groups of examples that must stay together, in the order of their first members. */
export function groupsOf<T extends Groupable>(examples: readonly T[], grouping: Grouping): T[][] {
  const keys = groupKeys(examples, grouping);
  return [...Map.groupBy(examples.keys(), (at) => keys[at]).values()].map((members) =>
    members.map((at) => examples[at] as T),
  );
}

function groupKeys(examples: readonly Groupable[], grouping: Grouping): (string | number)[] {
  if (grouping === 'topic') return examples.map(({ topic }, at) => topic ?? at);
  if (grouping === 'near') return [...nearCopyGroups(examples.map(({ text }) => text))];
  return examples.map((_, at) => at);
}

/** The training headlines that are no near-copies of any test headline: what was seen in training is not judged. */
export function withoutCopiesOf<T extends Groupable>(
  training: readonly T[],
  test: readonly Groupable[],
): T[] {
  const firsts = nearCopyGroups([...test, ...training].map(({ text }) => text));
  const tested = new Set(firsts.subarray(0, test.length));
  return training.filter((_, at) => !tested.has(firsts[test.length + at] as number));
}
