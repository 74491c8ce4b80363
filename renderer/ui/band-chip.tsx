import type { ReactElement } from 'react';
import type { ScoresView } from '#contract/views.ts';
import { useSay } from '../strings/use-say.ts';

/** 通过, 待核, 存疑 or 证据不足: told apart by word, frame and fill, not by colour alone. */
export function BandChip({ scores }: { readonly scores: ScoresView }): ReactElement {
  const { say } = useSay();
  if (scores.insufficient) {
    return (
      <span className="band band-insufficient" title={say('band.insufficient.hint')}>
        {say('band.insufficient')}
      </span>
    );
  }
  return <span className={`band band-${scores.band}`}>{say(`band.${scores.band}`)}</span>;
}
