import type { ReactElement } from 'react';
import type { AgreementView } from '#contract/desk-views.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { useSay } from '../../strings/use-say.ts';
import { chooseShare } from './editor-actions.ts';

const SHARES = [0, 20, 10, 5, 2, 1] as const;

/** Which share of headlines two editors label, and how many wait for the second. */
export function ShareCard({ waiting }: { readonly waiting: AgreementView['waiting'] }): ReactElement {
  const desk = useDesk();
  const { say } = useSay();
  const oneIn = useDeskState((state) => state.editors?.oneIn ?? 0);
  const annotator = useDeskState((state) => state.editors?.annotator ?? '');
  const choices = [...new Set<number>([...SHARES, oneIn])];
  return (
    <section className="card">
      <h2>{say('editors.share')}</h2>
      <p className="card-lead">{say('editors.share.lead')}</p>
      <label className="share">
        <span className="field-label">{say('editors.share')}</span>
        <select
          className="field-input"
          value={oneIn}
          onChange={(event) => void chooseShare(desk, Number(event.target.value))}
        >
          {choices.map((count) => (
            <option key={count} value={count}>
              {count < 2
                ? say(count === 0 ? 'editors.share.0' : 'editors.share.1')
                : say('editors.share.in', { count })}
            </option>
          ))}
        </select>
      </label>
      <p className="card-note">{say(annotator === '' ? 'editors.unsigned' : 'editors.waiting', waiting)}</p>
    </section>
  );
}
