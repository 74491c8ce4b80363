import { type ReactElement, useEffect, useState } from 'react';
import type { NeutralisedView, OutcomeView, WhatIfView } from '#contract/reason-views.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { type Speech, useSay } from '../../strings/use-say.ts';
import { percent, points } from '../../ui/numbers.ts';
import { PlainText } from '../../ui/plain-text.tsx';

/** What would have to be labelled so that the strongest reasons weigh nothing; computed when it is opened. */
export function WhatIf({ headlineId }: { readonly headlineId: number }): ReactElement {
  const { say } = useSay();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className="what-if" open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{say('whatif.title')}</summary>
      {isOpen && <Answer headlineId={headlineId} />}
    </details>
  );
}

function Answer({ headlineId }: { readonly headlineId: number }): ReactElement {
  const desk = useDesk();
  const speech = useSay();
  const { say } = speech;
  const revision = useDeskState((state) => state.queue.revision);
  const [view, setView] = useState<WhatIfView | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: after a decision the model is another.
  useEffect(() => {
    let isCurrent = true;
    void desk.api.request('reason.what-if', { headlineId }).then((answer) => {
      if (isCurrent) setView(desk.unwrap(answer));
    });
    return () => {
      isCurrent = false;
    };
  }, [desk, headlineId, revision]);

  if (view === null || view.headlineId !== headlineId) return <p role="status">{say('whatif.loading')}</p>;
  return (
    <>
      {view.ifCredible !== null && (
        <p>
          {say('whatif.credible', {
            now: outcomeText(view.now, speech),
            after: outcomeText(view.ifCredible, speech),
          })}
        </p>
      )}
      {view.parts.length === 0 && <p>{say('whatif.none')}</p>}
      <ul className="what-if-list">
        {view.parts.map((part) => (
          <li key={`${part.axis} ${part.kind} ${part.name}`}>
            <span className={`axis-name axis-name-${part.axis}`}>{say(`axis.${part.axis}`)}</span>
            <strong>
              <PartName part={part} speech={speech} />
            </strong>{' '}
            {points(part.logOdds)}
            <span className="what-if-means">{meansText(part, view, speech)}</span>
          </li>
        ))}
      </ul>
      <p className="weights">{say('whatif.exact')}</p>
    </>
  );
}

function PartName({
  part,
  speech,
}: {
  readonly part: NeutralisedView;
  readonly speech: Speech;
}): ReactElement {
  if (part.kind === 'rule')
    return <>{part.description === null ? part.name : speech.tell(part.description)}</>;
  return (
    <bdi>
      <PlainText text={part.name} />
    </bdi>
  );
}

function meansText(part: NeutralisedView, { mostLabels }: WhatIfView, speech: Speech): string {
  const { say } = speech;
  const axis = say(`axis.${part.axis}`);
  const labels =
    part.labels === null
      ? say('whatif.labels.many', { most: mostLabels, axis })
      : say('whatif.labels', { count: part.labels, axis });
  return `${labels}${say('whatif.without', { outcome: outcomeText(part.without, speech) })}`;
}

function outcomeText({ band, score }: OutcomeView, { say }: Speech): string {
  return say('whatif.outcome', { band: say(`band.${band}`), score: percent(score) });
}
