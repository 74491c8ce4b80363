import type { Stories } from './stories.ts';

/** More headlines than these that are alike follow a template and are no story; they are not folded. */
export const LARGEST_STORY = 100;

/** A list in which each story has one row, unless it was unfolded. */
export interface FoldedList {
  readonly places: Uint32Array;
  /** How many headlines of the list each story has, by its first headline; 0 or 1 where nothing is folded. */
  readonly sizes: Uint16Array;
}

/**
 * Leaves of each story only the headline that comes first in the list; those of `unfolded`, named by the first headline
 * of the story, stand below it.
 */
export function foldList(
  places: Uint32Array,
  { firsts, members }: Stories,
  unfolded: ReadonlySet<number>,
): FoldedList {
  const sizes = new Uint16Array(firsts.length);
  const folded = new Uint32Array(places.length);
  const below = new Map<number, number[]>();
  const isFoldable = (first: number) => {
    const size = members.sizes[first] as number;
    return size > 1 && size <= LARGEST_STORY;
  };
  for (const place of places) {
    const first = firsts[place] as number;
    if (!isFoldable(first)) continue;
    sizes[first] = (sizes[first] as number) + 1;
    if (!unfolded.has(first) || sizes[first] === 1) continue;
    below.set(first, [...(below.get(first) ?? []), place]);
  }
  const seen = new Uint8Array(firsts.length);
  let count = 0;
  for (const place of places) {
    const first = firsts[place] as number;
    if (seen[first] === 1 && isFoldable(first)) continue;
    seen[first] = 1;
    folded[count] = place;
    count += 1;
    for (const member of below.get(first) ?? []) {
      folded[count] = member;
      count += 1;
    }
  }
  return { places: folded.slice(0, count), sizes };
}
