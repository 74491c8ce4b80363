import { statSync } from 'node:fs';
import { AXES, type Axis } from '#classifier/core/axis.ts';
import { type CostTable, DEFAULT_COSTS } from '#classifier/core/bands.ts';
import type { LabelledHeadline } from '#classifier/core/labelled-headline.ts';
import { done, failed, type Result } from '#classifier/core/result.ts';
import { type Trouble, trouble } from '#classifier/core/trouble.ts';
import type { Assembly, Resources } from '#classifier/desk/assemble.ts';
import { classBalanceOf } from '#classifier/evaluate/class-balance.ts';
import type { TrainingSet } from '#classifier/evaluate/course.ts';
import {
  crossValidate,
  type Evaluation,
  evaluateOn,
  leaveOneOutPredictions,
  type Train,
} from '#classifier/evaluate/evaluate.ts';
import type { AxisPrediction } from '#classifier/evaluate/predict.ts';
import { type AxisReport, type GroupReports, reportOn, reportsBy } from '#classifier/evaluate/report.ts';
import { GROUPINGS, type Grouping, groupsOf } from '#classifier/evaluate/splits.ts';
import { trainModel } from '#classifier/evaluate/train.ts';
import { startTrainingThread } from '#classifier/evaluate/training-thread.ts';
import { workloadOf } from '#classifier/evaluate/workload.ts';
import { readLabelledHeadlines } from '#classifier/interchange/read-labelled-headlines.ts';
import { readTextFile } from '#classifier/interchange/read-text-file.ts';
import { LABEL_WEIGHT } from '#classifier/store/workspace.ts';
import { balanceText, type EvaluationText, evaluationText, workloadText } from '../evaluation-text.ts';
import { EXIT, type ExitCode, note, noteTrouble, refuse, type Terminal, writeData } from '../terminal.ts';

export interface EvalOptions {
  /** Label files, or `starter` for the labels that the program comes with. */
  readonly train: readonly string[];
  readonly test?: string;
  readonly cv?: 'loo' | number;
  readonly group: Grouping;
  readonly axis?: Axis;
  /** A cost table of the desk's own, beside the usual three. */
  readonly costs?: CostTable;
  readonly json: boolean;
}

const STARTER = 'starter';

/** Over three million labels; as a string still well below what V8 allows. */
const LABEL_FILE_LIMIT = 400 * 1024 * 1024;

/** Starting a thread takes as long as learning some thousand labels. */
const BYTES_WORTH_A_THREAD = 2 * 1024 * 1024;

/** The default, one that fears a missed hoax more, and one that fears a false alarm more. */
const COST_TABLES: readonly CostTable[] = [
  DEFAULT_COSTS,
  { miss: 10, falseAlarm: 4, look: 1 },
  { miss: 4, falseAlarm: 10, look: 1 },
];

/** What the command works with besides its options. */
export interface EvalTools {
  readonly assembly: Assembly;
  readonly folder: string;
  readonly resources: Resources;
  readonly terminal: Terminal;
  /** The program of a thread: train-worker.ts, or what was built of it. */
  readonly worker: URL;
}

/** `jianwen eval`: trains on label files and prints how well other headlines are judged. */
export async function evalCommand(options: EvalOptions, tools: EvalTools): Promise<ExitCode> {
  const thread = isWorthAThread(options.train)
    ? startTrainingThread(tools.worker, { resources: tools.resources, folder: tools.folder })
    : null;
  try {
    return await evaluate(options, tools.assembly, thread?.train ?? trainModel, tools.terminal);
  } finally {
    await thread?.close();
  }
}

/** Whether the label files are so large that a thread is ready long before they are learned. */
function isWorthAThread(files: readonly string[]): boolean {
  return files.reduce((sum, file) => sum + bytesIn(file), 0) >= BYTES_WORTH_A_THREAD;
}

function bytesIn(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    return 0;
  }
}

async function evaluate(
  options: EvalOptions,
  assembly: Assembly,
  train: Train,
  terminal: Terminal,
): Promise<ExitCode> {
  if ((options.test === undefined) === (options.cv === undefined)) {
    note(terminal, `jianwen: ${terminal.strings.evalNeedsOne}`);
    return EXIT.nothingDone;
  }
  const sets: TrainingSet[] = [];
  let troubles = 0;
  // The starter comes first: the last set stands for the desk.
  for (const name of [...options.train].sort((a, b) => Number(b === STARTER) - Number(a === STARTER))) {
    const read = name === STARTER ? starterSet(assembly) : await readSet(name, terminal);
    if (!read.ok) return refuse(terminal, read.trouble);
    troubles += read.value.troubles;
    sets.push(read.value);
  }
  const test = options.test === undefined ? undefined : await readSet(options.test, terminal);
  if (test !== undefined && !test.ok) return refuse(terminal, test.trouble);
  troubles += test?.value.troubles ?? 0;
  const desk = sets.at(-1)?.examples ?? [];
  if (desk.length === 0 || test?.value.examples.length === 0) {
    note(terminal, `jianwen: ${terminal.strings.evalNoLabels}`);
    return EXIT.nothingDone;
  }
  const { cv, group } = options;
  const most = typeof cv === 'number' ? groupsOf(desk, group).length : 0;
  if (typeof cv === 'number' && cv > most)
    return refuse(terminal, most < 2 ? oneGroup(group) : tooManyFolds(cv, most));
  const evaluation = await evaluationOn(options, sets, test?.value.examples, assembly, train);
  if (headlinesIn(evaluation.trainedOn) === 0) {
    note(terminal, `jianwen: ${terminal.strings.evalAllCopies}`);
    return EXIT.nothingDone;
  }
  printEvaluation(evaluation, headlinesIn(sets) - headlinesIn(evaluation.trainedOn), options, terminal);
  return troubles === 0 ? EXIT.done : EXIT.someLinesBad;
}

function headlinesIn(sets: readonly TrainingSet[]): number {
  return sets.reduce((sum, { examples }) => sum + examples.length, 0);
}

function tooManyFolds(folds: number, groups: number): Trouble {
  return trouble(
    'request-invalid',
    `--cv ${folds} 份太多：标注只有 ${groups} 组可分。请给出 2 到 ${groups} 之间的数，或 loo。`,
    `--cv ${folds} is too many: the labels fall into ${groups} groups. Give a number from 2 to ${groups}, or loo.`,
  );
}

function oneGroup(group: Grouping): Trouble {
  const others = GROUPINGS.filter((other) => other !== group);
  return trouble(
    'request-invalid',
    `按 --group ${group}，这些标注全在一组里，分不成几份。请换一种 --group（${others.join('、')}），或多给一些标注。`,
    `By --group ${group} all these labels fall into one group, which cannot be split. Give another --group (${others.join(', ')}), or more labels.`,
  );
}

async function evaluationOn(
  { cv, group }: EvalOptions,
  sets: readonly TrainingSet[],
  test: readonly LabelledHeadline[] | undefined,
  assembly: Assembly,
  train: Train,
): Promise<Evaluation> {
  if (test !== undefined) return evaluateOn(sets, test, assembly, train);
  const predictions = await (typeof cv === 'number'
    ? crossValidate(sets, cv, group, assembly, train)
    : leaveOneOutPredictions(sets, group, assembly, train));
  return { ...predictions, trainedOn: sets };
}

type ReadSet = TrainingSet & { readonly troubles: number };

function starterSet({ starter }: Assembly): Result<ReadSet> {
  const examples: LabelledHeadline[] = starter.map(({ text, label, topic, difficulty }) => ({
    text,
    label,
    topic,
    difficulty,
  }));
  return done({ examples, weight: LABEL_WEIGHT.starter, troubles: 0 });
}

async function readSet(file: string, terminal: Terminal): Promise<Result<ReadSet>> {
  const text = await readTextFile(file, LABEL_FILE_LIMIT);
  if (!text.ok) return failed(text.trouble);
  const { examples, troubles } = readLabelledHeadlines(text.value.text, file);
  for (const problem of troubles) noteTrouble(terminal, problem);
  return done({ examples, weight: LABEL_WEIGHT.desk, troubles: troubles.length });
}

function printEvaluation(
  evaluation: Evaluation,
  leftOut: number,
  { axis, costs, json }: EvalOptions,
  terminal: Terminal,
): void {
  const axes = AXES.filter((one) => (axis === undefined || one === axis) && evaluation[one].length > 0);
  const reports = axes.map((one): [Axis, EvaluationText] => [one, evaluationOf(evaluation[one])]);
  const { triaged, trainedOn } = evaluation;
  const training = classBalanceOf(trainedOn.flatMap(({ examples }) => examples));
  const tables = costs === undefined ? COST_TABLES : [costs, ...COST_TABLES];
  const workloads = triaged.length === 0 ? [] : tables.map((table) => workloadOf(triaged, table));
  const { strings } = terminal;
  const texts = reports.map(([one, report]) => evaluationText(one, report, strings));
  writeData(
    terminal,
    json
      ? `${JSON.stringify({ ...Object.fromEntries(reports), workloads, training, leftOut }, null, 2)}\n`
      : [
          balanceText(training, leftOut, axes, strings),
          ...texts,
          ...(workloads.length === 0 ? [] : [workloadText(workloads, strings)]),
        ].join('\n'),
  );
}

function evaluationOf(predictions: readonly AxisPrediction[]): {
  all: AxisReport;
  byDifficulty: GroupReports;
  byTopic: GroupReports;
} {
  return {
    all: reportOn(predictions),
    byDifficulty: reportsBy('difficulty', predictions),
    byTopic: reportsBy('topic', predictions),
  };
}
