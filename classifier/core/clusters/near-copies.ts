import { type BigramSets, bigramSets, isAlike } from './bigrams.ts';
import { type DisjointSets, disjointSets, join, rootOf, settle } from './disjoint-sets.ts';
import { type Ordered, ordered, orderingRoom } from './radix-order.ts';
import { type Band, emptyBand, fillBands, TWIN_BITS, twinRowsShared } from './signatures.ts';

/** Two headlines with at least this share of their bigrams in common tell the same story. */
const SAME_STORY = 0.45;
/**
 * Two bands of three rows each: of two texts that share half of their bigrams 97 in 100 meet in one of the 28 bands, of
 * those that share 0.7 or more all that were tried.
 */
const ROUNDS = 14;
/** Neighbours in a bucket that a text is compared with. */
const COMPARED = 4;
/** After so many neighbours that were not alike, a text is compared only where two rows of the twin band agree too. */
const PATIENCE = 6;
const TWINS = 2;

interface Search {
  readonly sets: BigramSets;
  readonly clusters: DisjointSets;
  /** Neighbours of each text that were not alike, up to `PATIENCE`. */
  readonly failures: Uint8Array;
  /** Clusters of the texts in the order of a band, as they were before the band. */
  readonly names: Int32Array;
}

/** Which headlines tell the same story. */
export interface NearCopies {
  /** For each headline the index of the first of its cluster: its own where it stands alone. */
  readonly firsts: Int32Array;
  /** Whether two headlines are near-copies themselves, not only by way of others. */
  readonly areAlike: (a: number, b: number) => boolean;
}

/** {@link findNearCopies} of normalised headlines, without the means to compare them further. */
export function clusterHeadlines(texts: readonly string[]): Int32Array {
  return findNearCopies(texts).firsts;
}

/**
 * Groups headlines that tell the same story, each made comparable by `normal` if they are not yet. MinHash in bands
 * (Broder 1997; Indyk and Motwani 1998), one band after the other. A bucket is ordered by the rows of its twin band, as
 * in an LSH forest (Bawa, Condie and Ganesan 2005), so that the most alike stand side by side and a few neighbours are
 * enough, however many share a bucket. Clusters hold whatever is connected by alike headlines. Deterministic. Takes
 * about 40 bytes a headline and four for each of its characters.
 */
export function findNearCopies(texts: readonly string[], normal?: (text: string) => string): NearCopies {
  const count = texts.length;
  const sets = bigramSets(texts, normal);
  const search: Search = {
    sets,
    clusters: disjointSets(count),
    failures: new Uint8Array(count),
    names: new Int32Array(count),
  };
  const room = orderingRoom(count);
  const low = emptyBand(count);
  const high = emptyBand(count);
  for (let round = 0; round < ROUNDS; round += 1) {
    fillBands(sets, round, low, high);
    joinBand(search, low, ordered(low.keys, room));
    joinBand(search, high, ordered(high.keys, room));
  }
  return { firsts: search.clusters, areAlike: (a, b) => isAlike(sets, a, b, SAME_STORY) };
}

/** Joins the texts that stand near each other in a bucket and share enough bigrams. */
function joinBand(search: Search, { buckets }: Band, { keys, places }: Ordered): void {
  const { clusters, names } = search;
  for (let at = 0; at < keys.length; at += 1) names[at] = clusters[places[at] as number] as number;
  for (let at = 1; at < keys.length; at += 1) {
    const furthest = Math.max(0, at - COMPARED);
    for (let before = at - 1; before >= furthest; before -= 1) {
      const differing = (keys[at] as number) ^ (keys[before] as number);
      if (differing >>> TWIN_BITS !== 0) break;
      if (names[before] === names[at]) continue;
      const text = places[at] as number;
      const other = places[before] as number;
      if (buckets[text] === buckets[other]) compare(search, text, other, differing);
    }
  }
  settle(clusters);
}

function compare({ sets, clusters, failures }: Search, text: number, other: number, differing: number): void {
  const failed = failures[text] as number;
  if (failed >= PATIENCE && twinRowsShared(differing) < TWINS) return;
  if (rootOf(clusters, text) === rootOf(clusters, other)) return;
  if (isAlike(sets, text, other, SAME_STORY)) join(clusters, text, other);
  else if (failed < PATIENCE) failures[text] = failed + 1;
}
