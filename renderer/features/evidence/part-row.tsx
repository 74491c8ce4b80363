import type { ReactElement } from 'react';
import type { Axis } from '#classifier/core/axis.ts';
import type { EvidenceView } from '#contract/views.ts';
import { type Speech, useSay } from '../../strings/use-say.ts';
import { points } from '../../ui/numbers.ts';
import { PlainText } from '../../ui/plain-text.tsx';
import { COUNTS_FOR } from './counts-for.ts';
import { isSign } from './is-sign.ts';
import { SignActions } from './sign-actions.tsx';

interface PartRowProps {
  readonly axis: Axis;
  readonly part: EvidenceView;
}

/** One row of the table: what was found, how often labelled headlines have it, weighted, and what it adds. */
export function PartRow({ axis, part }: PartRowProps): ReactElement {
  const speech = useSay();
  return (
    <tr className={`part-${part.kind}`}>
      <th scope="row">
        <Sign part={part} speech={speech} />
        {isSign(part) && <SignActions part={part} />}
      </th>
      <td title={speech.say('evidence.weights', COUNTS_FOR)}>{supportOf(axis, part, speech)}</td>
      <td className="number" data-sign={part.logOdds < 0 ? 'against' : 'for'}>
        {points(part.logOdds)}
      </td>
    </tr>
  );
}

function Sign({ part, speech }: { readonly part: EvidenceView; readonly speech: Speech }): ReactElement {
  const { say, tell } = speech;
  if (part.kind === 'base') return <>{say('evidence.base')}</>;
  if (part.kind === 'rule') {
    return (
      <span title={part.id}>
        <span className="tag">{say('evidence.rule')}</span>
        {tell(part.description)}
        {part.detail !== undefined && (
          <span className="detail">
            <PlainText text={tell(part.detail)} />
          </span>
        )}
      </span>
    );
  }
  const strongest = part.strongest?.text;
  return (
    <>
      <bdi className="word">
        <PlainText text={part.word} />
      </bdi>
      {strongest !== undefined && strongest !== part.word && (
        <span className="strongest">{say('evidence.strongest', { text: strongest })}</span>
      )}
    </>
  );
}

function supportOf(axis: Axis, part: EvidenceView, { say }: Speech): string {
  const support =
    part.kind === 'rule' ? part.support : part.kind === 'word' ? part.strongest?.support : undefined;
  if (support === undefined) return '';
  return say(`evidence.support.${axis}`, { yes: support.yes, no: support.no });
}
