import { type BigramSets, bigramSets, jaccard } from './bigrams.ts';

/** Two headlines with at least this share of their bigrams in common tell the same story. */
const SAME_STORY = 0.45;
/**
 * MinHash in bands (Broder 1997; Indyk and Motwani 1998): two texts meet where all rows of a band agree. With 24 bands
 * of 3 rows a pair that shares half of its bigrams is found with a chance of 96 %, one that shares 0.7 always.
 */
const BANDS = 24;
const ROWS = 3;
/** Earlier texts of a bucket that a text is compared with; keeps time linear where thousands share a template. */
const COMPARED = 8;
const NONE = -1;

/**
 * Groups normalised headlines that tell the same story: for each the index of the first headline of its cluster (its
 * own where it stands alone). Deterministic; time and memory grow linearly with the headlines.
 */
export function clusterHeadlines(texts: readonly string[]): Int32Array {
  const sets = bigramSets(texts);
  const parents = Int32Array.from(texts, (_, at) => at);
  const seeds = rowSeeds();
  const signatures = signaturesOf(sets, texts.length, seeds);
  for (let band = 0; band < BANDS; band += 1) joinBand(sets, signatures, band, parents);
  return parents.map((_, at) => rootOf(parents, at));
}

/** The smallest hash of each row over the bigrams of each text, row by row. */
function signaturesOf({ bigrams, starts }: BigramSets, texts: number, seeds: Uint32Array): Uint32Array[] {
  return Array.from(seeds, (seed) => {
    const smallest = new Uint32Array(texts).fill(0xffffffff);
    for (let text = 0; text < texts; text += 1) {
      let least = 0xffffffff;
      for (let at = starts[text] as number; at < (starts[text + 1] as number); at += 1) {
        const hash = mix((bigrams[at] as number) ^ seed);
        if (hash < least) least = hash;
      }
      smallest[text] = least;
    }
    return smallest;
  });
}

/** Joins the texts that meet in one band and share enough bigrams. */
function joinBand(
  sets: BigramSets,
  signatures: readonly Uint32Array[],
  band: number,
  parents: Int32Array,
): void {
  const rows = signatures.slice(band * ROWS, (band + 1) * ROWS);
  const texts = parents.length;
  const latest = new Map<number, number>();
  const earlier = new Int32Array(texts).fill(NONE);
  for (let text = 0; text < texts; text += 1) {
    if (sets.starts[text] === sets.starts[text + 1]) continue;
    let key = 0;
    for (const row of rows) key = mix(key ^ (row[text] as number));
    let other = latest.get(key) ?? NONE;
    earlier[text] = other;
    latest.set(key, text);
    for (let compared = 0; other !== NONE && compared < COMPARED; compared += 1) {
      const sameAlready = rootOf(parents, text) === rootOf(parents, other);
      if (!sameAlready && jaccard(sets, text, other) >= SAME_STORY) join(parents, text, other);
      other = earlier[other] as number;
    }
  }
}

function rowSeeds(): Uint32Array {
  return Uint32Array.from({ length: BANDS * ROWS }, (_, row) => mix((row + 1) * 0x9e3779b1));
}

/** MurmurHash3's finaliser (public domain). */
function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

function rootOf(parents: Int32Array, at: number): number {
  let root = at;
  while (parents[root] !== root) root = parents[root] as number;
  for (let node = at; node !== root; ) {
    const next = parents[node] as number;
    parents[node] = root;
    node = next;
  }
  return root;
}

/** The earlier root stays, so that a cluster is named by its first headline. */
function join(parents: Int32Array, a: number, b: number): void {
  const [first, second] = [rootOf(parents, a), rootOf(parents, b)];
  parents[Math.max(first, second)] = Math.min(first, second);
}
