import type { ReactElement } from 'react';
import { AXES } from '#classifier/core/axis.ts';
import type { PairView } from '#contract/desk-views.ts';
import { useSay } from '../../strings/use-say.ts';
import { interval, signedDigits } from '../../ui/figures.ts';

/** Kappa of every two editors on each axis, with its interval. */
export function AgreementCard({ pairs }: { readonly pairs: readonly PairView[] }): ReactElement {
  const { say } = useSay();
  return (
    <section className="card">
      <h2>{say('editors.agreement')}</h2>
      {pairs.length === 0 ? (
        <p className="card-lead">{say('editors.agreement.empty')}</p>
      ) : (
        <>
          <p className="card-lead">{say('editors.agreement.lead')}</p>
          <table className="figures agreement">
            <thead>
              <tr>
                <th scope="col">{say('editors.agreement.pair')}</th>
                {AXES.map((axis) => (
                  <th key={axis} scope="col">
                    {say(`axis.${axis}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {pairs.map((pair) => (
                <tr key={JSON.stringify([pair.one, pair.other])}>
                  <th scope="row">
                    {pair.one} · {pair.other}
                  </th>
                  {AXES.map((axis) => (
                    <td key={axis}>
                      <Cell {...pair.axes[axis]} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}

function Cell({ headlines, agreed, kappa }: PairView['axes']['sensational']): ReactElement {
  const { say } = useSay();
  if (kappa === null) {
    return <span className="figure-none">{say('editors.agreement.one.class', { agreed, headlines })}</span>;
  }
  const gaps = {
    kappa: signedDigits(kappa.value),
    interval: interval(kappa, signedDigits),
    agreed,
    headlines,
  };
  return <>{say('editors.agreement.cell', gaps)}</>;
}
