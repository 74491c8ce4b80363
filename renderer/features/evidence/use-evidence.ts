import { useEffect, useState } from 'react';
import type { EvidenceDetail } from '#contract/views.ts';
import { useDesk } from '../../state/use-desk.ts';

/** Milliseconds for which the evidence before stays in sight, so that the pane does not flicker. */
const GRACE = 150;

/**
 * The evidence of a headline, fetched anew after every decision. For a moment that of the headline before;
 * null where the answer takes longer.
 */
export function useEvidence(headlineId: number | null, revision: number): EvidenceDetail | null {
  const desk = useDesk();
  const [detail, setDetail] = useState<EvidenceDetail | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: after a decision the same headline has new evidence.
  useEffect(() => {
    if (headlineId === null) {
      setDetail(null);
      return;
    }
    let isCurrent = true;
    const late = window.setTimeout(() => setDetail(null), GRACE);
    void desk.api.request('headline.evidence', { headlineId }).then((answer) => {
      if (!isCurrent) return;
      window.clearTimeout(late);
      const value = desk.unwrap(answer);
      setDetail(value);
    });
    return () => {
      isCurrent = false;
      window.clearTimeout(late);
    };
  }, [desk, headlineId, revision]);

  return detail;
}
