import { useParentSize } from '@visx/responsive';
import type { ReactElement, ReactNode } from 'react';
import { useSay } from '../../strings/use-say.ts';
import { DataTable } from './data-table.tsx';

interface ChartFrameProps {
  readonly title: string;
  readonly lead: string;
  /** The chart in one sentence, for those who do not see it. */
  readonly summary: string;
  readonly table: { readonly head: readonly string[]; readonly rows: readonly (readonly ReactNode[])[] };
  /** What the lines are, where there is more than one. */
  readonly legend?: ReactNode;
  readonly children: (size: { readonly width: number; readonly height: number }) => ReactNode;
}

const HEIGHT = 240;

/** A chart with its title, and its numbers as a table behind it. */
export function ChartFrame({ title, lead, summary, table, legend, children }: ChartFrameProps): ReactElement {
  const { say } = useSay();
  const { parentRef, width } = useParentSize<HTMLDivElement>({ debounceTime: 50 });
  return (
    <figure className="card chart">
      <figcaption>
        <h2>{title}</h2>
        <p className="card-lead">{lead}</p>
        {legend}
      </figcaption>
      <div ref={parentRef} className="plot-room">
        {width > 0 && (
          <svg className="plot" width={width} height={HEIGHT} role="img" aria-label={summary}>
            {children({ width, height: HEIGHT })}
          </svg>
        )}
      </div>
      <details className="chart-numbers">
        <summary>{say('chart.table')}</summary>
        <DataTable caption={title} {...table} />
      </details>
    </figure>
  );
}
