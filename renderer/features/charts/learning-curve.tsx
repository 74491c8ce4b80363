import { Area, LinePath } from '@visx/shape';
import type { ReactElement } from 'react';
import type { Axis } from '#classifier/core/axis.ts';
import type { CurvePointView, SpreadView } from '#contract/model-views.ts';
import { useAxisName } from '../../strings/use-axis-name.ts';
import { useSay } from '../../strings/use-say.ts';
import { interval, thousands, twoDigits } from '../../ui/figures.ts';
import { ChartFrame } from './chart-frame.tsx';
import { Plot } from './plot.tsx';
import { TeachingCard } from './teaching-card.tsx';

interface LearningCurveProps {
  readonly axis: Axis;
  readonly points: readonly CurvePointView[];
}

/** AUC and macro F1 over the number of labels learned. */
export function LearningCurve({ axis, points }: LearningCurveProps): ReactElement {
  const { say } = useSay();
  const name = useAxisName(axis);
  const drawn = points.filter(isWhole);
  const first = drawn[0];
  const last = drawn.at(-1);
  const teach = say(points.length === 0 ? 'curve.few' : 'curve.one.class', { axis: name });
  if (first === undefined || last === undefined)
    return <TeachingCard title={say('curve.title')}>{teach}</TeachingCard>;
  const spread = (view: SpreadView) => `${twoDigits(view.mean)} (${interval(view, twoDigits)})`;
  const lowest = Math.min(0.5, ...drawn.flatMap(({ rocAuc, macroF1 }) => [rocAuc.low, macroF1.low]));
  return (
    <ChartFrame
      title={say('curve.title')}
      lead={say('curve.lead')}
      summary={say('curve.summary', {
        axis: name,
        first: first.labels,
        last: last.labels,
        from: twoDigits(first.rocAuc.mean),
        to: twoDigits(last.rocAuc.mean),
      })}
      legend={
        <p className="plot-legend" aria-hidden="true">
          <span className="key-first">{say('curve.auc')}</span>
          <span className="key-second">{say('curve.f1')}</span>
        </p>
      }
      table={{
        head: [say('curve.labels'), say('curve.auc'), say('curve.f1')],
        rows: drawn.map((point) => [thousands(point.labels), spread(point.rocAuc), spread(point.macroF1)]),
      }}
    >
      {(size) => (
        <Plot
          {...size}
          x={{ domain: [0, last.labels], name: say('curve.labels'), format: thousands }}
          y={{ domain: [Math.floor(lowest * 10) / 10, 1], name: '', format: twoDigits }}
        >
          {({ x, y }) => (
            <>
              <Area
                className="plot-band"
                data={drawn}
                x={({ labels }) => x(labels)}
                y0={({ rocAuc }) => y(rocAuc.low)}
                y1={({ rocAuc }) => y(rocAuc.high)}
              />
              <LinePath
                className="plot-second"
                data={drawn}
                x={({ labels }) => x(labels)}
                y={({ macroF1 }) => y(macroF1.mean)}
              />
              <LinePath
                className="plot-line"
                data={drawn}
                x={({ labels }) => x(labels)}
                y={({ rocAuc }) => y(rocAuc.mean)}
              />
              {drawn.map(({ labels, rocAuc, macroF1 }) => (
                <g key={labels}>
                  <rect
                    className="plot-mark-second"
                    x={x(labels) - 3}
                    y={y(macroF1.mean) - 3}
                    width={6}
                    height={6}
                  />
                  <circle className="plot-mark" cx={x(labels)} cy={y(rocAuc.mean)} r={3.5} />
                </g>
              ))}
            </>
          )}
        </Plot>
      )}
    </ChartFrame>
  );
}

type WholePoint = CurvePointView & { readonly rocAuc: SpreadView; readonly macroF1: SpreadView };

function isWhole(point: CurvePointView): point is WholePoint {
  return point.rocAuc !== null && point.macroF1 !== null;
}
