import { contradictionsBetween } from '#classifier/core/clusters/contradictions.ts';
import { condense } from '#classifier/core/condense.ts';
import { rawSpan } from '#classifier/core/normalise.ts';
import { type Headline, headlineFinder } from '#classifier/store/headlines.ts';
import type { Workspace } from '#classifier/store/workspace.ts';
import type { ClusterView, ContradictionView } from '#contract/views.ts';
import type { Story } from './lists/protocol.ts';

/** The other headlines of the feed that tell the same story, and where they contradict this one; null for a lone one. */
export function clusterView(
  { db }: Workspace,
  headline: Headline,
  { size, others }: Story,
): ClusterView | null {
  if (others.length === 0) return null;
  const find = headlineFinder(db);
  return {
    others: others.flatMap((id) => {
      const other = find(id);
      if (other === undefined) return [];
      return [{ id, text: other.text, contradictions: contradictionsWith(headline.text, other.text) }];
    }),
    size,
  };
}

function contradictionsWith(hereRaw: string, thereRaw: string): ContradictionView[] {
  const [here, there] = [condense(hereRaw), condense(thereRaw)];
  return contradictionsBetween(here.text, there.text).map((one) => ({
    kind: one.kind,
    here: rawSpan(here, one.here),
    there: rawSpan(there, one.there),
  }));
}
