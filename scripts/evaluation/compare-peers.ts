import type { LabelledHeadline } from '#classifier/core/labelled-headline.ts';
import { type Prediction, rocAucOf } from '#classifier/evaluate/metrics.ts';
import { noPredictions, predictInto } from '#classifier/evaluate/predict.ts';
import { foldsOf, type Grouping, withoutCopiesOf } from '#classifier/evaluate/splits.ts';
import { type Tools, trainModel } from '#classifier/evaluate/train.ts';
import { LABEL_WEIGHT } from '#classifier/store/workspace.ts';
import { median } from '../bench/statistics.ts';
import { calibrationError, figures, macroF1, print, three } from './figures.ts';
import { askPeers, findPeerPython, type PeerTask, type Split } from './peers.ts';

type Rows = Extract<Split, { test: readonly number[] }>;

/** Fifths dealt by each seed, as rows of the set; near-copies of the test side are taken out of training. */
export function seededFifths(
  set: readonly LabelledHeadline[],
  grouping: Grouping,
  seeds: readonly number[],
): Rows[] {
  const numbered = set.map((headline, row) => ({ ...headline, row }));
  return seeds.map((seed) => {
    const [test = [], ...others] = foldsOf(numbered, 5, grouping, seed);
    const row = (one: { row: number }): number => one.row;
    return { train: withoutCopiesOf(others.flat(), test).map(row), test: test.map(row) };
  });
}

/** Prints our figures on each task and, where Python has the peers, theirs and the paired differences. */
export function compareWithPeers(tasks: readonly PeerTask[], tools: Tools): void {
  const python = findPeerPython();
  if (python === null) print('peers', 'no Python with scikit-learn and jieba: skipped');
  const answers = python === null ? [] : askPeers(python, tasks);
  for (const task of tasks) {
    const told = answers.filter(({ name }) => name === task.name);
    const ours = task.splits.flatMap((split, at) => {
      const test = 'test' in split ? split.test : told.find((answer) => answer.split === at)?.test;
      if (test === undefined) return [];
      return [oursOn(task, 'train' in split ? split.train : allBut(task, test), test, tools)];
    });
    if (ours.length === 0) continue;
    print(task.name, figures(ours));
    for (const peer of new Set(told.map((answer) => answer.peer))) {
      const theirs = told.filter((answer) => answer.peer === peer).map(({ predictions }) => predictions);
      print(`  ${peer}`, besides(ours, theirs));
    }
  }
}

function oursOn(
  { headlines, axis }: PeerTask,
  train: readonly number[],
  test: readonly number[],
  tools: Tools,
): Prediction[] {
  const at = (rows: readonly number[]): LabelledHeadline[] =>
    rows.map((row) => headlines[row] as LabelledHeadline);
  const predictions = noPredictions();
  predictInto(
    predictions,
    trainModel([{ examples: at(train), weight: LABEL_WEIGHT.desk }], tools),
    tools.reader,
    at(test),
  );
  return predictions[axis];
}

function allBut({ headlines }: PeerTask, test: readonly number[]): number[] {
  const tested = new Set(test);
  return [...headlines.keys()].filter((row) => !tested.has(row));
}

function besides(ours: readonly Prediction[][], theirs: readonly (readonly Prediction[])[]): string {
  const difference = (figure: (predictions: readonly Prediction[]) => number): string => {
    const gaps = ours.map((run, at) => figure(run) - figure(theirs[at] ?? []));
    const won = gaps.filter((gap) => gap > 0).length;
    return gaps.length === 1
      ? signed(gaps[0] ?? 0)
      : `${signed(median(gaps))} (better in ${won} of ${gaps.length})`;
  };
  const medianOf = (figure: (predictions: readonly Prediction[]) => number): string =>
    three(median(theirs.map(figure)));
  return [
    `macro F1 ${medianOf(macroF1)}, AUC ${medianOf(rocAucOf)}`,
    `ECE ${medianOf(calibrationError)}, pooled ${three(calibrationError(theirs.flat()))}`,
    `ours less theirs, macro F1 ${difference(macroF1)}, AUC ${difference(rocAucOf)}`,
  ].join('; ');
}

function signed(gap: number): string {
  return `${gap < 0 ? '−' : '+'}${three(Math.abs(gap))}`;
}
