import { contradictionsBetween } from '#classifier/core/clusters/contradictions.ts';
import { clusterHeadlines } from '#classifier/core/clusters/near-copies.ts';
import { normalise, normalisedText, rawSpan } from '#classifier/core/normalise.ts';
import { type Feed, findFeedOf } from '#classifier/store/feeds.ts';
import { type Headline, textsFrom } from '#classifier/store/headlines.ts';
import type { Workspace } from '#classifier/store/workspace.ts';
import type { ClusterView, ContradictionView } from '#contract/views.ts';

/** The headlines of a feed by cluster. A feed never changes, so its clusters are found once. */
export type ClusterCache = Map<number, FeedClusters>;

interface FeedClusters {
  readonly byId: ReadonlyMap<number, readonly Member[]>;
}

type Member = Pick<Headline, 'id' | 'text'>;

/** Feeds beyond this are not clustered for the window: it would keep a key press waiting. */
const LARGEST_FEED = 20_000;
/** Members of a cluster that a headline is compared with. */
const COMPARED = 8;

/** The other headlines of the feed that tell the same story, and where they contradict this one; null for a lone one. */
export function clusterView(
  workspace: Workspace,
  cache: ClusterCache,
  headline: Headline,
): ClusterView | null {
  const feed = findFeedOf(workspace.db, headline.id);
  if (feed === undefined) return null;
  const clusters = cache.get(feed.id) ?? findClusters(workspace, feed);
  cache.set(feed.id, clusters);
  const members = clusters.byId.get(headline.id) ?? [];
  const others = members.filter(({ id }) => id !== headline.id);
  if (others.length === 0) return null;
  return {
    others: others
      .slice(0, COMPARED)
      .map((other) => ({ ...other, contradictions: contradictionsWith(headline.text, other.text) })),
    size: members.length,
  };
}

function findClusters({ db }: Workspace, { firstId, headlines: size }: Feed): FeedClusters {
  if (size > LARGEST_FEED) return { byId: new Map() };
  const headlines = textsFrom(db, firstId, size).map((text, at) => ({ id: firstId + at, text }));
  const firsts = clusterHeadlines(headlines.map(({ text }) => normalisedText(text)));
  const clusters = Map.groupBy(headlines.keys(), (at) => firsts[at]);
  const byId = new Map<number, readonly Member[]>();
  for (const places of clusters.values()) {
    if (places.length === 1) continue;
    const members = places.map((at) => headlines[at] as Member);
    for (const { id } of members) byId.set(id, members);
  }
  return { byId };
}

function contradictionsWith(hereRaw: string, thereRaw: string): ContradictionView[] {
  const [here, there] = [normalise(hereRaw), normalise(thereRaw)];
  return contradictionsBetween(here.text, there.text).map((one) => ({
    kind: one.kind,
    here: rawSpan(here, one.here),
    there: rawSpan(there, one.there),
  }));
}
