import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Axis } from '#classifier/core/axis.ts';
import type { LabelledHeadline } from '#classifier/core/labelled-headline.ts';
import { learn } from '#classifier/core/model.ts';
import { exampleOf, read } from '#classifier/core/reading.ts';
import { score } from '#classifier/core/score.ts';
import { type Assembly, assemble, starterModel } from '#classifier/desk/assemble.ts';
import type { TrainingSet } from '#classifier/evaluate/course.ts';
import { evaluateOn } from '#classifier/evaluate/evaluate.ts';
import { rocAucOf } from '#classifier/evaluate/metrics.ts';
import type { AxisPrediction } from '#classifier/evaluate/predict.ts';
import { foldsOf, type Grouping } from '#classifier/evaluate/splits.ts';
import { LABEL_WEIGHT } from '#classifier/store/workspace.ts';
import { percentile } from './bench/statistics.ts';
import { compareWithPeers, seededFifths } from './evaluation/compare-peers.ts';
import { calibrationError, figures, print, three } from './evaluation/figures.ts';
import { isHeldOut } from './evaluation/held-out-topics.ts';
import { printLabelsNeeded } from './evaluation/labels-needed.ts';
import type { PeerTask } from './evaluation/peers.ts';
import { publicSetsFolder, readOrdinarySet, readPublicSet, withoutTails } from './evaluation/public-sets.ts';
import { parseOptions } from './options.ts';

// npm run evaluate: the figures of the classifier. Public sets lie in a folder that is named, or beside the project, or are
// skipped; nothing is learned from them that ships. Splits are seeded; each figure is a median over splits with its range.
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const { sets } = parseOptions(
  process.argv.slice(2),
  { sets: { type: 'string' } },
  'npm run evaluate -- [--sets FOLDER]',
);
const SEEDS = [13, 14, 15, 16, 17, 18, 19, 20, 21, 22];
const assembled = await assemble(
  { labels: `${ROOT}labels`, rules: `${ROOT}classifier/rules/packs` },
  tmpdir(),
);
if (!assembled.ok) throw new Error(assembled.trouble.sentence.en);
const tools: Assembly = assembled.value;
const starter: TrainingSet = { examples: tools.starter, weight: LABEL_WEIGHT.starter };

await heldOutTopics();
learnOneLabel();
const folder = publicSetsFolder(ROOT, sets);
if (folder === null) print('public sets', 'not found beside the project: skipped');
else await publicFigures(folder);

async function heldOutTopics(): Promise<void> {
  const training = { ...starter, examples: starter.examples.filter((one) => !isHeldOut(one)) };
  const predictions = await evaluateOn([training], starter.examples.filter(isHeldOut), tools);
  for (const axis of ['sensational', 'implausible'] as const) {
    const all = predictions[axis];
    const hard = all.filter(({ headline }) => headline.difficulty === 'hard');
    print(
      `starter, 16 held-out topics, ${axis}`,
      `AUC ${three(rocAucOf(all))}, hard ${three(rocAucOf(hard))}, ECE ${three(calibrationError(all))}`,
    );
  }
}

function learnOneLabel(): void {
  const model = starterModel(tools);
  const examples = starter.examples.map(({ text, label }) => ({
    example: exampleOf(read(tools.reader, text)),
    label,
  }));
  for (let labels = 0; labels < 100_000; labels += 1) {
    const { example, label } = examples[labels % examples.length] as (typeof examples)[number];
    learn(model, example, label, 1);
  }
  const times = Array.from({ length: 5000 }, (_, at) => {
    const { example, label } = examples[at % examples.length] as (typeof examples)[number];
    const from = process.hrtime.bigint();
    learn(model, example, label, LABEL_WEIGHT.desk);
    return Number(process.hrtime.bigint() - from) / 1000;
  });
  print(
    'learn one label at 100,000, in memory',
    `p50 ${percentile(times, 50).toFixed(1)} µs, p99 ${percentile(times, 99).toFixed(1)} µs`,
  );
}

async function publicFigures(from: string): Promise<void> {
  const hanAsPrinted = readPublicSet(from, 'hancd', 'sensational', 'clickbait');
  const han = withoutTails(hanAsPrinted);
  const ccd = withoutTails(readPublicSet(from, 'ccdcieg', 'sensational', 'clickbait'));
  const ced = readPublicSet(from, 'ced', 'implausible', 'rumor');
  const sets = [
    { name: 'HanCD, random fifths', headlines: hanAsPrinted, axis: 'sensational', grouping: 'none' },
    {
      name: 'HanCD + CCD-CIEG without tails, random fifths',
      headlines: [...hanAsPrinted, ...ccd],
      axis: 'sensational',
      grouping: 'none',
    },
    { name: 'CED, near-copies on one side', headlines: ced, axis: 'implausible', grouping: 'near' },
  ] as const;
  compareWithPeers(
    [
      ...sets.map(({ grouping, ...set }) => ({
        ...set,
        splits: seededFifths(set.headlines, grouping, SEEDS),
      })),
      ...sets
        .slice(0, 2)
        .map((set) => ({ ...set, name: `${set.name}, seed 13 alone`, splits: [{ seed: 13 }] })),
      acrossTask('HanCD → CCD-CIEG, without the starter', han, ccd),
      acrossTask('CCD-CIEG → HanCD, without the starter', ccd, han),
    ],
    tools,
  );
  for (const { name, headlines, axis, grouping } of sets) {
    await held(`${name}, with the starter`, headlines, axis, grouping, [starter]);
  }
  await across('HanCD → CCD-CIEG, with the starter', han, ccd);
  await across('CCD-CIEG → HanCD, with the starter', ccd, han);
  const model = starterModel(tools);
  for (const name of ['thucnews', 'tnews']) {
    const texts = readOrdinarySet(from, name);
    const flagged = texts.filter((text) => score(model, read(tools.reader, text)).band === 'flag').length;
    print(`starter alone, flag rate on ${name}`, (flagged / texts.length).toFixed(4));
  }
  await printLabelsNeeded([...han, ...ccd], starter, LABEL_WEIGHT.desk, SEEDS, tools);
}

async function held(
  name: string,
  set: readonly LabelledHeadline[],
  axis: Axis,
  grouping: Grouping,
  sets: readonly TrainingSet[],
): Promise<void> {
  const runs: AxisPrediction[][] = [];
  for (const seed of SEEDS) {
    const [test = [], ...others] = foldsOf(set, 5, grouping, seed);
    const training = [...sets, { examples: others.flat(), weight: LABEL_WEIGHT.desk }];
    runs.push((await evaluateOn(training, test, tools))[axis]);
  }
  print(name, figures(runs));
}

function acrossTask(
  name: string,
  training: readonly LabelledHeadline[],
  test: readonly LabelledHeadline[],
): PeerTask {
  const rows = [...training.keys(), ...test.keys()];
  const split = { train: rows.slice(0, training.length), test: test.map((_, at) => training.length + at) };
  return { name, headlines: [...training, ...test], axis: 'sensational', splits: [split] };
}

async function across(
  name: string,
  training: readonly LabelledHeadline[],
  test: readonly LabelledHeadline[],
): Promise<void> {
  const sets = [starter, { examples: training, weight: LABEL_WEIGHT.desk }];
  print(name, figures([(await evaluateOn(sets, test, tools)).sensational]));
}
