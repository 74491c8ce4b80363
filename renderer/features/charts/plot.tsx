import { AxisBottom, AxisLeft } from '@visx/axis';
import { GridRows } from '@visx/grid';
import { Group } from '@visx/group';
import { scaleLinear } from '@visx/scale';
import type { ReactElement, ReactNode } from 'react';

/** One direction of a plot. */
export interface Direction {
  readonly domain: readonly [number, number];
  readonly name: string;
  readonly format: (value: number) => string;
}

interface PlotProps {
  readonly width: number;
  readonly height: number;
  readonly x: Direction;
  readonly y: Direction;
  readonly children: (place: {
    readonly x: (value: number) => number;
    readonly y: (value: number) => number;
  }) => ReactNode;
}

const MARGIN = { top: 24, right: 16, bottom: 40, left: 44 };
const TICKS = 5;

/** Axes with grid lines; the children are drawn inside, placed by the two scales. */
export function Plot({ width, height, x, y, children }: PlotProps): ReactElement {
  const inner = {
    width: Math.max(0, width - MARGIN.left - MARGIN.right),
    height: height - MARGIN.top - MARGIN.bottom,
  };
  const scales = {
    x: scaleLinear<number>({ domain: [...x.domain], range: [0, inner.width] }),
    y: scaleLinear<number>({ domain: [...y.domain], range: [inner.height, 0] }),
  };
  return (
    <Group left={MARGIN.left} top={MARGIN.top}>
      <GridRows className="plot-grid" scale={scales.y} width={inner.width} numTicks={TICKS} stroke="" />
      <AxisLeft
        axisClassName="plot-axis"
        scale={scales.y}
        numTicks={TICKS}
        tickFormat={(value) => y.format(Number(value))}
        hideAxisLine
        hideTicks
        tickLabelProps={{ className: 'plot-tick', textAnchor: 'end', dx: -2, dy: '0.32em' }}
      />
      <AxisBottom
        axisClassName="plot-axis"
        top={inner.height}
        scale={scales.x}
        numTicks={Math.min(TICKS, Math.max(2, Math.floor(inner.width / 70)))}
        tickFormat={(value) => x.format(Number(value))}
        tickLength={4}
        tickLabelProps={{ className: 'plot-tick', textAnchor: 'middle', dy: '0.2em' }}
      />
      <text className="plot-name" x={-MARGIN.left} y={-12}>
        {y.name}
      </text>
      <text className="plot-name" x={inner.width} y={inner.height + MARGIN.bottom - 4} textAnchor="end">
        {x.name}
      </text>
      {children(scales)}
    </Group>
  );
}
