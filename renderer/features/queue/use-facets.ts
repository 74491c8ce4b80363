import { useEffect, useState } from 'react';
import type { FacetsView } from '#contract/list-views.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';

/** The rules and editors of the list that is shown; null until they have come. */
export function useFacets(): FacetsView | null {
  const desk = useDesk();
  const feedId = useDeskState((state) => state.queue.feedId);
  const [facets, setFacets] = useState<FacetsView | null>(null);
  useEffect(() => {
    if (feedId === null) return;
    let isCurrent = true;
    void desk.api.request('list.facets', { feedId }).then((answer) => {
      if (isCurrent) setFacets(desk.unwrap(answer));
    });
    return () => {
      isCurrent = false;
    };
  }, [desk, feedId]);
  return facets;
}
