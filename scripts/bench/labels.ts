import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileModel } from '#classifier/core/compiled-model.ts';
import type { Model } from '#classifier/core/model.ts';
import { packCompiled, packModel, unpackCompiled, unpackModel } from '#classifier/core/packed-model.ts';
import { type Assembly, assemble } from '#classifier/desk/assemble.ts';
import { startTrainingThread, type TrainingThread } from '#classifier/evaluate/training-thread.ts';
import { readLabelledHeadlines } from '#classifier/interchange/read-labelled-headlines.ts';
import { runScript } from '../setup/report.mjs';
import { writeLabelFile } from './bench-files.ts';
import { readSources } from './corpus.ts';
import { type Figure, type Finding, figureTable, type Goal } from './figure.ts';
import { median } from './statistics.ts';

/** node scripts/bench/labels.ts [--quick] [--json]: training on two threads from label files of rising size and loading the models, in one process. */
const ROOT = join(import.meta.dirname, '../..');
const SIZES = [1000, 10_000, 100_000, 1_000_000];
const QUICK_SIZES = [1000, 10_000, 100_000];
const ROUNDS = 5;
/** The largest file is learned three times: a round takes seconds. */
const ROUNDS_OF_LARGEST = 3;
/** Seconds a round. */
const PATIENCE = 30;
/** From one size to the next. */
const GROWTH = 10;
const AS_JSON = process.argv.includes('--json');
/** The model of so many labels has a goal for its loading, in milliseconds. */
const LOADED = 100_000;
const READING = 'benchmark';
const TRAINING_GOALS: ReadonlyMap<number, Goal> = new Map([
  [100_000, { atMost: 1 }],
  [1_000_000, { atMost: 10 }],
]);

await runScript('bench labels', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jianwen-labels-'));
  try {
    const resources = { labels: join(ROOT, 'labels'), rules: join(ROOT, 'classifier/rules/packs') };
    const tools = await assemble(resources, folder);
    if (!tools.ok) throw new Error(tools.trouble.sentence.en);
    const program = new URL('../../classifier/cli/train-worker.ts', import.meta.url);
    const thread = startTrainingThread(program, { resources, folder });
    const findings: Finding[] = [];
    let expected = 0;
    for (const labels of sizes()) {
      process.stderr.write(`[bench labels] ${labels} labels\n`);
      const found = await learned(labels, folder, { ...tools.value, thread }, expected);
      findings.push(...found);
      const [training] = found;
      expected = training === undefined || 'why' in training ? Number.NaN : median(training.values) * GROWTH;
      if (AS_JSON) for (const finding of found) process.stdout.write(`${JSON.stringify(finding)}\n`);
    }
    await thread.close();
    if (!AS_JSON) process.stdout.write(figureTable(findings));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

function sizes(): readonly number[] {
  return process.argv.includes('--quick') ? QUICK_SIZES : SIZES;
}

/** Training and loading; left out where a round is expected to need more than {@link PATIENCE} seconds. */
async function learned(
  labels: number,
  folder: string,
  tools: Trainers,
  expected: number,
): Promise<Finding[]> {
  const training = `train ${labels.toLocaleString('en-US')} labels from their file`;
  if (!(expected <= PATIENCE)) return [{ what: training, why: `would take over ${PATIENCE} s a round` }];
  const [file, packed, compiled] = ['labels.jsonl', 'model', 'compiled'].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  writeLabelFile(readSources(ROOT), file, labels);
  const model = await train(file, tools);
  writeFileSync(packed, packModel(model, READING));
  writeFileSync(compiled, packCompiled(compileModel(model), READING));
  const rounds = labels === SIZES.at(-1) ? ROUNDS_OF_LARGEST : ROUNDS;
  const timed = async (
    what: string,
    unit: 's' | 'ms',
    work: () => unknown,
    goal: Goal | undefined,
  ): Promise<Figure> => {
    const values: number[] = [];
    while (values.length < rounds) values.push((await secondsOf(work)) * (unit === 's' ? 1 : 1000));
    return { what, unit, values, ...(goal === undefined ? {} : { goal }) };
  };
  const loadGoal = labels === LOADED ? { atMost: 50 } : undefined;
  return [
    await timed(training, 's', () => train(file, tools), TRAINING_GOALS.get(labels)),
    await timed('... load it to go on learning', 'ms', () => unpackModel(readFileSync(packed)), loadGoal),
    await timed('... load it to score', 'ms', () => unpackCompiled(readFileSync(compiled)), loadGoal),
  ];
}

/** What the program has to train with, on this thread and on a second. */
interface Trainers extends Assembly {
  readonly thread: TrainingThread;
}

function train(file: string, tools: Trainers): Promise<Model> {
  const { examples, troubles } = readLabelledHeadlines(readFileSync(file, 'utf8'), file);
  if (troubles.length > 0) throw new Error(troubles[0]?.sentence.en);
  return tools.thread.train([{ examples, weight: 1 }], tools);
}

async function secondsOf(work: () => unknown): Promise<number> {
  const from = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - from) / 1e9;
}
