/** Sets of numbers from 0, each named by its smallest member (Galler and Fischer 1964). */
export type DisjointSets = Int32Array;

/** Every number in a set of its own. */
export function disjointSets(count: number): DisjointSets {
  return new Int32Array(count).map((_, at) => at);
}

/** The smallest member of the set that holds `at`; shortens the way for later questions. */
export function rootOf(sets: DisjointSets, at: number): number {
  let node = at;
  let parent = sets[node] as number;
  while (parent !== node) {
    const next = sets[parent] as number;
    sets[node] = next;
    node = parent;
    parent = next;
  }
  return node;
}

/** Makes one set of the two that hold `a` and `b`. */
export function join(sets: DisjointSets, a: number, b: number): void {
  const first = rootOf(sets, a);
  const second = rootOf(sets, b);
  sets[Math.max(first, second)] = Math.min(first, second);
}

/** Notes for every number the name of its set itself, so that it can be read off. */
export function settle(sets: DisjointSets): void {
  for (let at = 0; at < sets.length; at += 1) sets[at] = sets[sets[at] as number] as number;
}
