import { contradictionsBetween } from '#classifier/core/clusters/contradictions.ts';
import { clusterHeadlines } from '#classifier/core/clusters/near-copies.ts';
import { normalisedText } from '#classifier/core/normalise.ts';

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

/** Members with which a headline is compared: enough for an editor, and linear in the size of a cluster. */
const COMPARED = 5;

/** Clusters of all headlines of a run, and their contradictions; the cluster of a lone headline has the size 1. */
export function clusterVerdicts(texts: readonly string[]): ClusterVerdict[] {
  const normal = texts.map(normalisedText);
  const firsts = clusterHeadlines(normal);
  const members = new Map<number, number[]>();
  firsts.forEach((first, at) => {
    const cluster = members.get(first);
    if (cluster) cluster.push(at);
    else members.set(first, [at]);
  });
  return texts.map((_, at) => {
    const first = firsts[at] as number;
    const cluster = members.get(first) as number[];
    const others = cluster
      .slice(0, COMPARED + 1)
      .filter((other) => other !== at)
      .slice(0, COMPARED);
    return {
      id: first + 1,
      size: cluster.length,
      contradictions: others.flatMap((other) => between(texts, normal, at, other)),
    };
  });
}

function between(
  texts: readonly string[],
  normal: readonly string[],
  at: number,
  other: number,
): ClusterVerdict['contradictions'] {
  const [here, there] = [normal[at] as string, normal[other] as string];
  return contradictionsBetween(here, there).map((contradiction) => ({
    kind: contradiction.kind,
    here: here.slice(contradiction.here.start, contradiction.here.end),
    there: there.slice(contradiction.there.start, contradiction.there.end),
    headline: texts[other] as string,
  }));
}
