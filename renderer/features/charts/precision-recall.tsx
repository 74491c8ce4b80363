import { LinePath } from '@visx/shape';
import type { ReactElement, ReactNode } from 'react';
import type { PrecisionRecallView } from '#contract/model-views.ts';
import { useSay } from '../../strings/use-say.ts';
import { share } from '../../ui/figures.ts';
import { ChartFrame } from './chart-frame.tsx';
import { Plot } from './plot.tsx';
import { precisionAt } from './precision-at.ts';
import { TeachingCard } from './teaching-card.tsx';

/** A place on the curve with its name. */
export interface CurveMark {
  readonly name: string;
  readonly kind: 'flag' | 'check';
  readonly recall: number;
  readonly precision: number;
}

interface PrecisionRecallProps {
  /** What is looked for, e.g. the name of an axis. */
  readonly name: string;
  readonly lead: string;
  readonly points: readonly PrecisionRecallView[];
  readonly marks?: readonly CurveMark[];
  readonly legend?: ReactNode;
}

/** Precision over recall by falling cut, with the present cuts marked. */
export function PrecisionRecall({
  name,
  lead,
  points,
  marks = [],
  legend,
}: PrecisionRecallProps): ReactElement {
  const { say } = useSay();
  const title = say('recall.title');
  if (points.length === 0) return <TeachingCard title={title}>{say('recall.one.class')}</TeachingCard>;
  const names = {
    recall: say('recall.recall', { axis: name }),
    precision: say('recall.precision', { axis: name }),
  };
  const at = precisionAt(points, 0.8);
  return (
    <ChartFrame
      title={title}
      lead={lead}
      summary={
        at === null
          ? say('recall.summary.plain', { axis: name })
          : say('recall.summary', { axis: name, precision: share(at) })
      }
      legend={legend}
      table={{
        head: [say('recall.cut'), names.recall, names.precision],
        rows: everyNth(points, 12).map(({ cut, recall, precision }) => [
          share(cut),
          share(recall),
          share(precision),
        ]),
      }}
    >
      {(size) => (
        <Plot
          {...size}
          x={{ domain: [0, 1], name: names.recall, format: share }}
          y={{ domain: [0, 1], name: names.precision, format: share }}
        >
          {({ x, y }) => (
            <>
              <LinePath
                className="plot-line"
                data={[...points]}
                x={({ recall }) => x(recall)}
                y={({ precision }) => y(precision)}
              />
              {marks.map(({ kind, recall, precision, name: markName }) => (
                <g key={kind} className={`cut-mark cut-mark-${kind}`}>
                  <line x1={x(recall)} x2={x(recall)} y1={y(0)} y2={y(precision)} />
                  <circle cx={x(recall)} cy={y(precision)} r={6} />
                  <text x={x(recall) - 8} y={y(precision) + 18} textAnchor="end">
                    {markName}
                  </text>
                </g>
              ))}
            </>
          )}
        </Plot>
      )}
    </ChartFrame>
  );
}

/** At most about so many of the items, the last among them. */
function everyNth<T>(items: readonly T[], most: number): readonly T[] {
  const step = Math.max(1, Math.ceil(items.length / most));
  return items.filter((_, at) => at % step === 0 || at === items.length - 1);
}
