import { type AlignmentRoom, alignmentRoom } from '#classifier/core/clusters/alignment.ts';
import { type ClaimIndex, claimIndex, rivalsOf } from '#classifier/core/clusters/claim-index.ts';
import { type Claims, claimsOf } from '#classifier/core/clusters/claims.ts';
import { type ClusterMembers, clusterMembers } from '#classifier/core/clusters/cluster-members.ts';
import { contradictionsOf } from '#classifier/core/clusters/contradictions.ts';
import { findNearCopies, type NearCopies } from '#classifier/core/clusters/near-copies.ts';
import { createCondenser } from '#classifier/core/condense.ts';

/** What `jianwen score --clusters` says of a headline among all that were scored with it. */
export interface ClusterVerdict {
  /** Place of the cluster's first headline in the input, from 1. */
  readonly id: number;
  readonly size: number;
  /** Where the headline and another of its cluster cannot both be right. */
  readonly contradictions: readonly {
    readonly kind: 'number' | 'place' | 'outcome';
    readonly here: string;
    readonly there: string;
    readonly headline: string;
  }[];
}

/** Headlines with which one is compared: enough for an editor, and linear in the size of a cluster. */
const COMPARED = 5;
/** Claims that are kept for comparing others with them. */
const KEPT = 1 << 13;
const NO_CONTRADICTIONS: ClusterVerdict['contradictions'] = [];

interface Run {
  readonly texts: readonly string[];
  readonly copies: NearCopies;
  readonly members: ClusterMembers;
  readonly claims: (at: number) => Claims;
  /** The claims of the large clusters, read when the first of their members is asked for. */
  readonly indexes: Map<number, ClaimIndex>;
  readonly room: AlignmentRoom;
}

/**
 * Finds the clusters of all headlines of a run at once, and gives the verdict on each when it is asked for; the cluster
 * of a lone headline has the size 1. In a cluster of up to six a headline is compared with all others. In a larger one
 * it is compared with up to five near-copies of its own: those that have another number, place or outcome in the same
 * words, then the first of the cluster.
 */
export function clusterVerdicts(texts: readonly string[]): (at: number) => ClusterVerdict {
  const copies = findNearCopies(texts, createCondenser());
  const run: Run = {
    texts,
    copies,
    members: clusterMembers(copies.firsts),
    claims: keptClaims(texts),
    indexes: new Map(),
    room: alignmentRoom(),
  };
  return (at) => {
    const first = copies.firsts[at] as number;
    const size = run.members.sizes[first] as number;
    return { id: first + 1, size, contradictions: size === 1 ? NO_CONTRADICTIONS : between(run, at, first) };
  };
}

function between(run: Run, at: number, first: number): ClusterVerdict['contradictions'] {
  const here = run.claims(at);
  return comparedWith(run, at, first).flatMap((other) => {
    const there = run.claims(other);
    return contradictionsOf(here, there, run.room).map((contradiction) => ({
      kind: contradiction.kind,
      here: here.text.slice(contradiction.here.start, contradiction.here.end),
      there: there.text.slice(contradiction.there.start, contradiction.there.end),
      headline: run.texts[other] as string,
    }));
  });
}

function comparedWith(run: Run, at: number, first: number): number[] {
  const members = run.members.of(first);
  if (members.length <= COMPARED + 1) return [...members].filter((other) => other !== at);
  const found: number[] = [];
  for (const other of [...rivalsOf(indexOf(run, first), run.claims(at)), ...members.subarray(0, COMPARED)]) {
    if (found.length === COMPARED) break;
    if (other !== at && !found.includes(other) && run.copies.areAlike(at, other)) found.push(other);
  }
  return found;
}

function indexOf({ indexes, members, claims }: Run, first: number): ClaimIndex {
  const known = indexes.get(first);
  if (known) return known;
  const index = claimIndex(members.of(first), claims);
  indexes.set(first, index);
  return index;
}

/** Reads claims, and keeps the latest of them in as many places. */
function keptClaims(texts: readonly string[]): (at: number) => Claims {
  const owners = new Int32Array(KEPT).fill(-1);
  const kept: Claims[] = [];
  const condensed = createCondenser();
  return (at) => {
    const place = at % KEPT;
    const known = kept[place];
    if (owners[place] === at && known) return known;
    const claims = claimsOf(condensed(texts[at] as string));
    owners[place] = at;
    kept[place] = claims;
    return claims;
  };
}
