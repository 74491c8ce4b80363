import type { ReactElement } from 'react';
import type { AgreementView } from '#contract/desk-views.ts';
import { useSay } from '../../strings/use-say.ts';
import { thousands } from '../../ui/figures.ts';
import { nameOf } from './editor-name.ts';

/** How many labels each editor gave. */
export function EditorsCard({ editors }: Pick<AgreementView, 'editors'>): ReactElement | null {
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
          </tr>
        </thead>
        <tbody>
          {editors.map(({ annotator, labels }) => (
            <tr key={annotator}>
              <th scope="row">{nameOf(annotator, speech)}</th>
              <td>{thousands(labels)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
