import type { Axis } from '#classifier/core/axis.ts';
import type { Interval } from '#classifier/evaluate/bootstrap.ts';
import { type ClassBalance, unbalancedAxes } from '#classifier/evaluate/class-balance.ts';
import type { AxisReport, GroupReports } from '#classifier/evaluate/report.ts';
import type { Workload } from '#classifier/evaluate/workload.ts';
import { axisName } from './reason-words.ts';
import { fill, type Strings } from './strings/index.ts';

/** The reports on one axis: on all headlines, and by what the file says of them. */
export interface EvaluationText {
  readonly all: AxisReport;
  readonly byDifficulty: GroupReports;
  readonly byTopic: GroupReports;
}

/**
 * How many answers of each kind were learned from, how many headlines were left out as near-copies of the test, and
 * advice where one answer is rare.
 */
export function balanceText(
  training: ClassBalance,
  leftOut: number,
  axes: readonly Axis[],
  strings: Strings,
): string {
  const counts = axes.map((axis) =>
    fill(strings.evalBalance, axisName(axis, strings), training[axis].yes, training[axis].no),
  );
  const advice = unbalancedAxes(training)
    .filter((axis) => axes.includes(axis))
    .map((axis) => fill(strings.evalUnbalanced, axisName(axis, strings)));
  const copies = leftOut === 0 ? [] : [fill(strings.evalCopies, leftOut)];
  return `${[fill(strings.evalTraining, counts.join(strings.separator)), ...copies, ...advice].join('\n')}\n`;
}

/** Lays a report out for people: figures with their intervals, the confusion matrix, then a line a group. */
export function evaluationText(
  axis: Axis,
  { all, byDifficulty, byTopic }: EvaluationText,
  strings: Strings,
): string {
  const { confusion } = all;
  const lines = [
    axisName(axis, strings),
    `  ${fill(strings.evalHeadlines, all.headlines, all.yes)}`,
    `  accuracy ${three(all.accuracy)}   macro F1 ${three(all.macroF1)} ${between(all.intervals.macroF1)}   F1 ${three(all.f1)}`,
    `  ROC AUC ${three(all.rocAuc)} ${between(all.intervals.rocAuc)}   AP ${three(all.averagePrecision)}`,
    `  Brier ${three(all.brier)}   ECE ${three(all.calibrationError)}   ${strings.evalFlagRate} ${three(all.flagRate)}`,
    `  TP ${confusion.truePositive}   FP ${confusion.falsePositive}   FN ${confusion.falseNegative}   TN ${confusion.trueNegative}`,
    ...groupLines(byDifficulty, strings),
    ...groupLines(byTopic, strings),
  ];
  return `${lines.join('\n')}\n`;
}

/** What each cost table means for the desk, per hundred of these headlines. */
export function workloadText(workloads: readonly Workload[], strings: Strings): string {
  const lines = workloads.map(({ costs, cuts, perHundred: { pass, check, flag }, cost }) =>
    fill(
      strings.workload,
      `${costs.miss}/${costs.falseAlarm}/${costs.look}`,
      `${cuts.check.toFixed(2)}/${cuts.flag.toFixed(2)}`,
      flag.headlines.toFixed(1),
      flag.doubtful.toFixed(1),
      check.headlines.toFixed(1),
      pass.doubtful.toFixed(1),
      cost.toFixed(0),
    ),
  );
  return `${strings.workloadHead}\n${lines.map((line) => `  ${line}\n`).join('')}`;
}

function groupLines(groups: GroupReports, strings: Strings): string[] {
  return groups.map(
    ({ group, report }) =>
      `  · ${group}: ${fill(strings.evalHeadlines, report.headlines, report.yes)}   macro F1 ${three(report.macroF1)}, AUC ${three(report.rocAuc)}`,
  );
}

function between({ low, high }: Interval): string {
  return `[${three(low)}–${three(high)}]`;
}

function three(figure: number): string {
  return Number.isNaN(figure) ? '–' : figure.toFixed(3);
}
