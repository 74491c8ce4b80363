import { type ReactElement, useState } from 'react';
import type { Axis } from '#classifier/core/axis.ts';
import type { AxisEvidenceView } from '#contract/views.ts';
import { useSay } from '../../strings/use-say.ts';
import { percent, points } from '../../ui/numbers.ts';
import { COUNTS_FOR } from './counts-for.ts';
import { foldParts } from './fold-parts.ts';
import { PartRow } from './part-row.tsx';

interface AxisEvidenceProps {
  readonly axis: Axis;
  readonly evidence: AxisEvidenceView;
}

/** One axis: its probability, and the signed table that adds up to it. */
export function AxisEvidence({ axis, evidence }: AxisEvidenceProps): ReactElement {
  const { say } = useSay();
  const [isOpen, setIsOpen] = useState(false);
  const { shown, rest } = foldParts(evidence.parts, isOpen);
  const name = say(`axis.${axis}`);
  return (
    <section className={`axis axis-${axis}`} aria-label={name}>
      <h3 className="axis-head">
        <span className="axis-title">{name}</span>
        <span className="axis-meaning">{say(`axis.${axis}.meaning`)}</span>
        <span className="unseen">{say('evidence.probability', { axis: name })} </span>
        <span className="axis-probability">{percent(evidence.probability)}</span>
      </h3>
      <div className="bar" aria-hidden="true">
        <div className="bar-fill" style={{ width: `${evidence.probability * 100}%` }} />
      </div>
      <table className="parts">
        <caption className="unseen">{say('evidence.caption', { axis: name })}</caption>
        <thead>
          <tr>
            <th scope="col">{say('evidence.column.sign')}</th>
            <th scope="col" title={say('evidence.weights', COUNTS_FOR)}>
              {say('evidence.column.support')}
            </th>
            <th scope="col" className="number">
              {say('evidence.column.points')}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((part) => (
            <PartRow key={keyOf(part)} axis={axis} part={part} />
          ))}
          {rest !== null && (
            <tr className="part-rest">
              <th scope="row">{say('evidence.rest', { count: rest.count })}</th>
              <td>
                <button type="button" className="link" onClick={() => setIsOpen(true)}>
                  {say('evidence.rest.show')}
                </button>
              </td>
              <td className="number">{points(rest.logOdds)}</td>
            </tr>
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{say('evidence.total')}</th>
            <td>{say('evidence.total.means', { probability: percent(evidence.probability) })}</td>
            <td className="number">{points(evidence.logOdds)}</td>
          </tr>
        </tfoot>
      </table>
      {isOpen && (
        <button type="button" className="link" onClick={() => setIsOpen(false)}>
          {say('evidence.rest.hide')}
        </button>
      )}
    </section>
  );
}

function keyOf(part: AxisEvidenceView['parts'][number]): string {
  if (part.kind === 'base') return 'base';
  return part.kind === 'rule' ? `rule ${part.id}` : `word ${part.word} ${part.spans[0]?.start}`;
}
