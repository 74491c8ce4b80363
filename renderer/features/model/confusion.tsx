import type { ReactElement } from 'react';
import type { Axis } from '#classifier/core/axis.ts';
import type { AxisQualityView } from '#contract/model-views.ts';
import type { StringKey } from '../../strings/index.ts';
import { useAxisName } from '../../strings/use-axis-name.ts';
import { useSay } from '../../strings/use-say.ts';
import { share, thousands } from '../../ui/figures.ts';

interface ConfusionProps {
  readonly axis: Axis;
  readonly confusion: AxisQualityView['confusion'];
}

/** How many labels of each answer were judged rightly and wrongly. */
export function Confusion({ axis, confusion }: ConfusionProps): ReactElement {
  const { say } = useSay();
  const name = useAxisName(axis);
  const { truePositive, falsePositive, falseNegative, trueNegative } = confusion;
  const cell = (count: number, whole: number, verdict: StringKey) => (
    <td className={verdict === 'confusion.right' ? 'verdict-right' : 'verdict-wrong'}>
      <strong>{thousands(count)}</strong>
      <span className="verdict">{say(verdict)}</span>
      {whole > 0 && (
        <span className="figure-interval">{say('confusion.share', { share: share(count / whole) })}</span>
      )}
    </td>
  );
  return (
    <section className="card">
      <h2>{say('confusion.title')}</h2>
      <p className="card-lead">{say('confusion.lead')}</p>
      <table className="confusion">
        <thead>
          <tr>
            <td />
            <th scope="col">{say('confusion.judged.yes', { axis: name })}</th>
            <th scope="col">{say('confusion.judged.no', { axis: name })}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{say('confusion.labelled.yes', { axis: name })}</th>
            {cell(truePositive, truePositive + falseNegative, 'confusion.right')}
            {cell(falseNegative, truePositive + falseNegative, 'confusion.missed')}
          </tr>
          <tr>
            <th scope="row">{say('confusion.labelled.no', { axis: name })}</th>
            {cell(falsePositive, falsePositive + trueNegative, 'confusion.false')}
            {cell(trueNegative, falsePositive + trueNegative, 'confusion.right')}
          </tr>
        </tbody>
      </table>
    </section>
  );
}
