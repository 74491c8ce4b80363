import { median, spread } from './statistics.ts';

/** What a figure should reach. */
export type Goal = { readonly atMost: number } | { readonly atLeast: number };

/** `times` is a ratio. */
export type Unit = 's' | 'ms' | 'µs' | 'MB' | '/s' | 'times' | '%';

/** One measured quantity. */
export interface Figure {
  readonly what: string;
  readonly unit: Unit;
  /** One a round; where it is a percentile, one a run. */
  readonly values: readonly number[];
  readonly goal?: Goal;
}

/** Something that was not measured, and why. */
export interface Absence {
  readonly what: string;
  readonly why: string;
}

export type Finding = Figure | Absence;

/** Whether the median reaches the goal; null where there is none. */
export function isMet({ values, goal }: Figure): boolean | null {
  if (goal === undefined) return null;
  const middle = median(values);
  return 'atMost' in goal ? middle <= goal.atMost : middle >= goal.atLeast;
}

/** The figures as a table: what, median with its ends, the goal and whether it is met. */
export function figureTable(findings: readonly Finding[]): string {
  return alignedTable(
    ['what', 'median', 'min..max', 'goal', ''],
    findings.map((finding) => ('why' in finding ? [finding.what, finding.why] : figureRow(finding))),
  );
}

function figureRow(figure: Figure): readonly string[] {
  const { what, unit, values, goal } = figure;
  const { least, most } = spread(values);
  const range = values.length > 1 ? `${plain(least)}..${plain(most)}` : '';
  const met = isMet(figure);
  return [
    what,
    withUnit(median(values), unit),
    range,
    goal === undefined ? '' : 'atMost' in goal ? `<= ${plain(goal.atMost)}` : `>= ${plain(goal.atLeast)}`,
    met === null ? '' : met ? 'met' : 'NOT MET',
  ];
}

/** Rows as columns of equal width. A row that ends early may run over the columns that it leaves out. */
export function alignedTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) =>
    Math.max(...all.filter((row) => column === 0 || row.length > 2).map((row) => (row[column] ?? '').length)),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell.padEnd(widths[column] as number))
      .join('  ')
      .trimEnd();
  return `${[
    line(head),
    widths
      .map((width) => '-'.repeat(width))
      .join('  ')
      .trimEnd(),
    ...rows.map(line),
  ].join('\n')}\n`;
}

function withUnit(value: number, unit: Unit): string {
  return unit === '/s' || unit === '%' ? `${plain(value)}${unit}` : `${plain(value)} ${unit}`;
}

/** Three figures, thousands set apart: 353,000, 12.4, 0.016. */
export function plain(value: number): string {
  return Number(value.toPrecision(3)).toLocaleString('en-US', { maximumFractionDigits: 5 });
}
