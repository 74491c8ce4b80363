import type { ReactElement } from 'react';
import type { Axis } from '#classifier/core/axis.ts';
import type { AnswersView, AxisQualityView } from '#contract/model-views.ts';
import { useAxisName } from '../../strings/use-axis-name.ts';
import { useSay } from '../../strings/use-say.ts';
import { thousands } from '../../ui/figures.ts';
import { balanceAdvice } from './balance-advice.ts';

interface BalanceProps {
  readonly axis: Axis;
  readonly quality: AxisQualityView;
}

/** How many examples there are of each answer, by where they came from, and what to do about it. */
export function Balance({ axis, quality }: BalanceProps): ReactElement {
  const { say } = useSay();
  const name = useAxisName(axis);
  const { key, count } = balanceAdvice(quality.desk);
  return (
    <section className="card">
      <h2>{say('balance.title')}</h2>
      <p className="advice">{say(key, { axis: name, count, key: axis === 'sensational' ? 2 : 3 })}</p>
      <table className="numbers balance">
        <thead>
          <tr>
            <td />
            <th scope="col">{say(`axis.${axis}`)}</th>
            <th scope="col">{say('balance.no', { axis: name })}</th>
          </tr>
        </thead>
        <tbody>
          <Row name={say('balance.desk')} answers={quality.desk} />
          <Row name={say('balance.shipped')} answers={quality.shipped} />
        </tbody>
      </table>
      <p className="card-note">{say('balance.weight')}</p>
    </section>
  );
}

function Row({ name, answers: { yes, no } }: { readonly name: string; readonly answers: AnswersView }) {
  return (
    <tr>
      <th scope="row">
        {name}
        <svg className="balance-bar" aria-hidden="true" viewBox="0 0 100 6" preserveAspectRatio="none">
          <rect className="balance-no" width={100} height={6} />
          <rect className="balance-yes" width={yes + no === 0 ? 0 : (100 * yes) / (yes + no)} height={6} />
        </svg>
      </th>
      <td>{thousands(yes)}</td>
      <td>{thousands(no)}</td>
    </tr>
  );
}
