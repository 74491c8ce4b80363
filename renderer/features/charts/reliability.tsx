import type { ReactElement } from 'react';
import type { Axis } from '#classifier/core/axis.ts';
import type { AxisQualityView } from '#contract/model-views.ts';
import { useAxisName } from '../../strings/use-axis-name.ts';
import { useSay } from '../../strings/use-say.ts';
import { interval, share, thousands, twoDigits } from '../../ui/figures.ts';
import { ChartFrame } from './chart-frame.tsx';
import { Plot } from './plot.tsx';

interface ReliabilityProps {
  readonly axis: Axis;
  readonly quality: AxisQualityView;
}

/** What the model promised against what came true, by tenths of the probabilities. */
export function Reliability({ axis, quality }: ReliabilityProps): ReactElement {
  const { say } = useSay();
  const name = useAxisName(axis);
  const { reliability: bins, all } = quality;
  const names = { promised: say('reliability.promised'), came: say('reliability.came', { axis: name }) };
  const most = Math.max(1, ...bins.map(({ headlines }) => headlines));
  return (
    <ChartFrame
      title={say('reliability.title')}
      lead={say('reliability.lead')}
      summary={
        all.calibrationError === null
          ? say('reliability.summary.plain', { axis: name, bins: bins.length })
          : say('reliability.summary', {
              axis: name,
              bins: bins.length,
              error: twoDigits(all.calibrationError.value),
            })
      }
      table={{
        head: [names.promised, names.came, say('reliability.interval'), say('reliability.headlines')],
        rows: bins.map(({ promised, came, interval: reach, headlines }) => [
          share(promised),
          share(came),
          interval(reach, share),
          thousands(headlines),
        ]),
      }}
    >
      {(size) => (
        <Plot
          {...size}
          x={{ domain: [0, 1], name: names.promised, format: share }}
          y={{ domain: [0, 1], name: names.came, format: share }}
        >
          {({ x, y }) => (
            <>
              <line className="plot-ideal" x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} />
              {bins.map(({ promised, came, interval: reach, headlines }) => (
                <g key={promised}>
                  <line
                    className="plot-whisker"
                    x1={x(promised)}
                    x2={x(promised)}
                    y1={y(reach.low)}
                    y2={y(reach.high)}
                  />
                  <circle
                    className="plot-mark"
                    cx={x(promised)}
                    cy={y(came)}
                    r={3 + 4 * Math.sqrt(headlines / most)}
                  />
                </g>
              ))}
            </>
          )}
        </Plot>
      )}
    </ChartFrame>
  );
}
