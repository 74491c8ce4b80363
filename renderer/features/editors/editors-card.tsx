import { type ReactElement, useState } from 'react';
import type { AgreementView } from '#contract/desk-views.ts';
import type { Doomed } from '#contract/forget-channels.ts';
import { useSay } from '../../strings/use-say.ts';
import { thousands } from '../../ui/figures.ts';
import { ForgetAsk } from '../forgetting/forget-ask.tsx';
import { nameOf } from './editor-name.ts';

interface EditorsCardProps extends Pick<AgreementView, 'editors'> {
  /** Called when the labels of an editor were deleted. */
  readonly onForgotten: () => void;
}

/** How many labels each editor gave; all of one can be deleted for good. */
export function EditorsCard({ editors, onForgotten }: EditorsCardProps): ReactElement | null {
  const [chosen, setChosen] = useState<Doomed | null>(null);
  const speech = useSay();
  const { say } = speech;
  if (editors.length === 0) return null;
  return (
    <section className="card">
      <h2>{say('editors.who')}</h2>
      <table className="numbers">
        <thead>
          <tr>
            <th scope="col">{say('editors.who.name')}</th>
            <th scope="col">{say('editors.who.labels')}</th>
            <th scope="col">
              <span className="unseen">{say('forget.ask')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {editors.map(({ annotator, labels }) => (
            <tr key={annotator}>
              <th scope="row">{nameOf(annotator, speech)}</th>
              <td>{thousands(labels)}</td>
              <td>
                <button
                  type="button"
                  className="quiet"
                  aria-label={say('editors.forget.of', { name: nameOf(annotator, speech) })}
                  disabled={chosen !== null}
                  onClick={() => setChosen({ kind: 'annotator', annotator })}
                >
                  {say('forget.ask')}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {chosen !== null && (
        <ForgetAsk
          doomed={chosen}
          onEnd={(isDone) => {
            setChosen(null);
            if (isDone) onForgotten();
          }}
        />
      )}
    </section>
  );
}
