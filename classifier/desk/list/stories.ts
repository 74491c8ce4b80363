import { type ClusterMembers, clusterMembers } from '#classifier/core/clusters/cluster-members.ts';
import { nearCopyGroups } from '#classifier/core/near-copy-groups.ts';

/** Which headlines of a list tell the same story. */
export interface Stories {
  /** For each headline the first of its story. */
  readonly firsts: Int32Array;
  readonly members: ClusterMembers;
}

/** In lists beyond this stories are not looked for: a question about the list would wait for seconds. */
export const LARGEST_TOLD = 200_000;

/** The way in which {@link nearCopyGroups} finds stories. To be raised when it finds others: kept ones are then found anew. */
const METHOD = 2;
/** Numbers before the first pair. */
const HEAD = 2;

/** Finds the stories of a list by its normalised texts. */
export function findStories(texts: readonly string[]): Stories {
  return storiesBy(nearCopyGroups(texts));
}

/** Stories as they are stored: the method, the headlines of the list, then each headline that does not begin its story with the one that does. */
export function packStories({ firsts }: Stories): Uint8Array {
  const numbers = [METHOD, firsts.length];
  firsts.forEach((first, place) => {
    if (first !== place) numbers.push(place, first);
  });
  return new Uint8Array(Int32Array.from(numbers).buffer);
}

/** The stories of a list of so many headlines; null where what was stored is of another method or length. */
export function unpackStories(packed: Uint8Array, size: number): Stories | null {
  const numbers = new Int32Array(packed.slice().buffer);
  if (numbers[0] !== METHOD || numbers[1] !== size) return null;
  const firsts = Int32Array.from({ length: size }, (_, place) => place);
  for (let at = HEAD; at < numbers.length; at += 2) firsts[numbers[at] as number] = numbers[at + 1] as number;
  return storiesBy(firsts);
}

function storiesBy(firsts: Int32Array): Stories {
  return { firsts, members: clusterMembers(firsts) };
}
