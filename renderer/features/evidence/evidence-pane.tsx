import { memo, type ReactElement, useEffect } from 'react';
import { AXES, type Axis } from '#classifier/core/axis.ts';
import type { EvidenceDetail, HeadlineView } from '#contract/views.ts';
import { useDeskState, useDeskStateSoon } from '../../state/use-desk.ts';
import { useSay } from '../../strings/use-say.ts';
import { BandChip } from '../../ui/band-chip.tsx';
import { percent } from '../../ui/numbers.ts';
import { WorkStrip } from '../desk-work/work-strip.tsx';
import { LabelButtons } from '../labels/label-buttons.tsx';
import { ClusterPanel } from '../queue/cluster-panel.tsx';
import { selectedIdOf, selectedOf } from '../queue/queue-state.ts';
import { focusList } from '../queue/search-field.ts';
import { RuleChanges } from '../rules/rule-changes.tsx';
import { AxisEvidence } from './axis-evidence.tsx';
import { COUNTS_FOR } from './counts-for.ts';
import { Legend } from './legend.tsx';
import { MarkedHeadline } from './marked-headline.tsx';
import { markHeadline } from './marks.ts';
import { SameStory } from './same-story.tsx';
import { useEvidence } from './use-evidence.ts';
import { WhatIf } from './what-if.tsx';

/** The selected headline, where its scores come from, and the four decisions. */
export function EvidencePane(): ReactElement {
  const { say } = useSay();
  // At once: what is typed into the note is of the headline that is selected.
  const selected = useDeskState((state) => selectedOf(state.queue));
  const revision = useDeskStateSoon((state) => state.queue.revision);
  // With the revision, so that a decision asks for evidence once.
  const explained = useDeskStateSoon((state) => selectedIdOf(state.queue));
  const detail = useEvidence(explained, revision);
  const shown = detail?.headline.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another headline's evidence has taken the place that had the focus.
  useEffect(() => {
    if (document.activeElement === document.body) focusList();
  }, [shown]);
  return (
    <section
      className="pane"
      aria-label={say('evidence.title')}
      aria-busy={detail?.headline.id !== selected?.id}
    >
      {selected === null ? (
        <p className="pane-hint">{say('evidence.none.selected')}</p>
      ) : (
        <>
          {detail === null ? <Waiting headline={selected} /> : <Detail detail={detail} />}
          <WorkStrip headlineId={selected.id} detail={detail} />
          <LabelButtons label={selected.label} />
        </>
      )}
    </section>
  );
}

const Detail = memo(function Detail({ detail }: { readonly detail: EvidenceDetail }): ReactElement {
  const { say } = useSay();
  const { headline } = detail;
  const segments = markHeadline(detail);
  return (
    <>
      <div className="pane-head">
        <p className="pane-facts">
          <BandChip scores={headline.scores} />
          <span>{say('evidence.position', { position: headline.position })}</span>
          <span>{say('evidence.known', { known: percent(detail.known) })}</span>
          <span>{say('evidence.learned', { learned: detail.learned })}</span>
        </p>
        <MarkedHeadline key={headline.id} segments={segments} />
        <Legend segments={segments} />
      </div>
      <div id="evidence" tabIndex={-1} className="pane-evidence" key={headline.id}>
        <ClusterPanel />
        {detail.cluster !== null && <SameStory text={headline.text} cluster={detail.cluster} />}
        {strongestFirst(detail).map((axis) => (
          <AxisEvidence key={axis} axis={axis} evidence={detail.axes[axis]} />
        ))}
        <WhatIf headlineId={headline.id} />
        <RuleChanges />
        <p className="weights">{say('evidence.weights', COUNTS_FOR)}</p>
      </div>
    </>
  );
});

function strongestFirst({ axes }: EvidenceDetail): readonly Axis[] {
  return AXES.toSorted((a, b) => axes[b].probability - axes[a].probability);
}

function Waiting({ headline }: { readonly headline: HeadlineView }): ReactElement {
  const { say } = useSay();
  return (
    <>
      <div className="pane-head">
        <p className="pane-facts">
          <BandChip scores={headline.scores} />
        </p>
      </div>
      <p className="pane-hint">{say('evidence.loading')}</p>
    </>
  );
}
