import type { ReactElement } from 'react';
import { Button } from 'react-aria-components/Button';
import type { DecisionView } from '#contract/desk-views.ts';
import { useDesk } from '../../state/use-desk.ts';
import { useSay } from '../../strings/use-say.ts';
import { shorten, timeOfDay } from '../../ui/numbers.ts';
import { undoWork } from '../desk-work/work-actions.ts';
import { undoEvent } from '../editors/editor-actions.ts';
import { nameOf } from '../editors/editor-name.ts';
import { decisionText } from './decision-text.ts';
import { HeadlineLink } from './headline-link.tsx';

interface DecisionsProps {
  /** Newest first. */
  readonly decisions: readonly DecisionView[];
  readonly onUndone: () => Promise<void>;
}

/** Every decision of a day, each of which can be taken back. */
export function Decisions({ decisions, onUndone }: DecisionsProps): ReactElement {
  const { say } = useSay();
  if (decisions.length === 0) {
    return (
      <section className="card">
        <h2>{say('today.empty.title')}</h2>
        <p className="card-lead">{say('today.empty')}</p>
      </section>
    );
  }
  const undone = decisions.filter(({ isUndone }) => isUndone).length;
  const labels = decisions.filter((one) => !one.isUndone && isLabel(one)).length;
  return (
    <section className="card">
      <h2>{say('today.decisions')}</h2>
      <p className="card-lead">
        {say('today.count', { labels, works: decisions.length - undone - labels, undone })}
      </p>
      <p className="card-lead">{say('today.lead')}</p>
      <table className="figures decisions-table">
        <thead>
          <tr>
            <th scope="col">{say('today.time')}</th>
            <th scope="col">{say('today.headline')}</th>
            <th scope="col">{say('today.what')}</th>
            <th scope="col">{say('today.who')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {decisions.map((decision) => (
            <DecisionRow
              key={`${isLabel(decision) ? 'label' : 'work'} ${decision.eventId}`}
              decision={decision}
              onUndone={onUndone}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface DecisionRowProps {
  readonly decision: DecisionView;
  readonly onUndone: () => Promise<void>;
}

function DecisionRow({ decision, onUndone }: DecisionRowProps): ReactElement {
  const desk = useDesk();
  const speech = useSay();
  const { say } = speech;
  const { eventId, at, annotator, text, place, isUndone } = decision;
  const what = decisionText(decision, speech);

  async function undo(): Promise<void> {
    if (isLabel(decision)) await undoEvent(desk, eventId);
    else await undoWork(desk, eventId);
    await onUndone();
  }

  return (
    <tr className={isUndone ? 'decision-undone' : undefined}>
      <td>
        <time dateTime={at}>{timeOfDay(at).slice(0, 5)}</time>
      </td>
      <th scope="row">
        <HeadlineLink text={text} place={place} />
      </th>
      <td className="decision-what">{what}</td>
      <td>{nameOf(annotator, speech)}</td>
      <td>
        {isUndone ? (
          <span className="figure-none">{say('today.undone')}</span>
        ) : (
          <Button
            className="link"
            aria-label={say('today.undo.of', { what: shorten(what, 40), headline: shorten(text, 40) })}
            onPress={() => void undo()}
          >
            {say('today.undo')}
          </Button>
        )}
      </td>
    </tr>
  );
}

function isLabel({ kind }: DecisionView): boolean {
  return kind === 'label' || kind === 'ruling';
}
