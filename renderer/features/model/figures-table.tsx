import type { ReactElement } from 'react';
import type { Axis } from '#classifier/core/axis.ts';
import type { FigureName, FigureView, QualityView } from '#contract/model-views.ts';
import { useAxisName } from '../../strings/use-axis-name.ts';
import { useSay } from '../../strings/use-say.ts';
import { interval, perHundred, thousands, twoDigits } from '../../ui/figures.ts';
import { randomMissing } from './random-missing.ts';

const FIGURES: readonly FigureName[] = ['rocAuc', 'macroF1', 'calibrationError', 'falseAlarms'];

interface FiguresTableProps {
  readonly axis: Axis;
  readonly quality: QualityView;
}

/** The figures of an axis with their intervals: over all labels, and over the random stream where there is enough. */
export function FiguresTable({ axis, quality }: FiguresTableProps): ReactElement {
  const { say, language } = useSay();
  const { all, random, randomHas } = quality.axes[axis];
  const { copies, randomNeeds } = quality;
  const name = useAxisName(axis);
  return (
    <section className="card">
      <h2>{say('figures.title')}</h2>
      <p className="card-lead">
        {say('figures.lead')}
        {copies > 0 &&
          `${language === 'en' ? ' ' : ''}${say('figures.copies', { copies: thousands(copies) })}`}
      </p>
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">{say('figures.name')}</th>
            <th scope="col">{say('figures.all', { labels: thousands(all.labels) })}</th>
            {random !== null && (
              <th scope="col">{say('figures.random', { labels: thousands(random.labels) })}</th>
            )}
          </tr>
        </thead>
        <tbody>
          {FIGURES.map((figure) => (
            <tr key={figure}>
              <th scope="row">
                {say(`figures.${figure}`)}
                <span className="figure-means">{say(`figures.${figure}.means`, { axis: name })}</span>
              </th>
              <td>
                <FigureCell figure={figure} view={all[figure]} />
              </td>
              {random !== null && (
                <td>
                  <FigureCell figure={figure} view={random[figure]} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {random === null && (
        <div className="random-missing">
          <h3>{say('figures.random.title')}</h3>
          <p>
            {say('figures.random.why', { ...randomNeeds, axis: name })}{' '}
            <strong>
              {say('figures.random.has', {
                ...randomHas,
                axis: name,
                missing: randomMissing(randomHas, randomNeeds),
              })}
            </strong>
          </p>
        </div>
      )}
    </section>
  );
}

interface FigureCellProps {
  readonly figure: FigureName;
  readonly view: FigureView | null;
}

function FigureCell({ figure, view }: FigureCellProps): ReactElement {
  const { say } = useSay();
  if (view === null) return <span className="figure-none">{say('figures.one.class')}</span>;
  const format = figure === 'falseAlarms' ? perHundred : twoDigits;
  return (
    <>
      <strong className="figure-value">{format(view.value)}</strong>{' '}
      <span className="figure-interval">({interval(view, format)})</span>
    </>
  );
}
