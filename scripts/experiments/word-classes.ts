import { readFileSync } from 'node:fs';
import { AXES, type Axis } from '#classifier/core/axis.ts';
import { condensedText } from '#classifier/core/condense.ts';
import type { Model } from '#classifier/core/model.ts';
import { type Reader, read } from '#classifier/core/reading.ts';
import { score } from '#classifier/core/score.ts';
import type { WordClass } from '#classifier/core/word-classes.ts';
import { assemble } from '#classifier/desk/assemble.ts';
import { rocAucOf } from '#classifier/evaluate/metrics.ts';
import { type AxisPrediction, noPredictions, predictInto } from '#classifier/evaluate/predict.ts';
import { foldsOf } from '#classifier/evaluate/splits.ts';
import type { Tools } from '#classifier/evaluate/train.ts';
import { readLabelledHeadlines } from '#classifier/interchange/read-labelled-headlines.ts';
import { compileRules } from '#classifier/rules/compile-rules.ts';
import { readPacks } from '#classifier/rules/read-packs.ts';
import { readRanges } from '#classifier/rules/read-rules.ts';
import { readWordClasses } from '#classifier/rules/read-word-classes.ts';
import { train } from './train.ts';

/*
 * Prints the tables of docs/experiments/word-classes.md.
 * node scripts/experiments/word-classes.ts LABELLED.jsonl [ORDINARY.jsonl ...]
 */

const RESOURCES = { labels: 'labels', rules: 'classifier/rules/packs' };
const SEEDS = [1, 2, 3];
const FOLDS = 8;

const [labelled, ...ordinary] = process.argv.slice(2);
if (labelled === undefined) throw new Error('name a file of labelled headlines');
const assembly = await assemble(RESOURCES, '');
if (!assembly.ok) throw new Error(assembly.trouble.sentence.en);
const shippedReader = assembly.value.reader;
const shipped = readWordClasses(RESOURCES.rules, condensedText);
if (!shipped.ok) throw new Error(shipped.trouble.sentence.en);
const { examples } = readLabelledHeadlines(readFileSync(labelled, 'utf8'), labelled);

const variants: readonly [string, readonly WordClass[]][] = [
  ['grams and rules', []],
  ['and classes, words of one topic left out', wordsOfManyTopics(shipped.value)],
  ['and classes', shipped.value],
];
for (const [name, classes] of variants) {
  const reader = withClasses(classes);
  const tools: Tools = { reader, rules: assembly.value.rules };
  const results = SEEDS.map((seed) => crossValidate(tools, seed));
  const line = AXES.map((axis) => `${axis} ${meansOf(results.map((result) => figures(result[axis])))}`);
  const flags = results.map(({ implausible }) => flagged(implausible) * 100);
  console.log(`${name}: ${line.join(', ')}; ordinary flagged ${mean(flags).toFixed(1)} %`);
  const model = train(tools, examples);
  for (const file of ordinary) console.log(`  ${file}: ${shareFlagged(model, reader, file)}`);
}

/** The program's reader with other word classes. */
function withClasses(classes: readonly WordClass[]): Reader {
  const packs = readPacks(RESOURCES.rules, condensedText);
  if (!packs.ok) throw new Error(packs.trouble.sentence.en);
  const ranges = readRanges(`${RESOURCES.rules}/quantities`, condensedText).table;
  return { ...shippedReader, signs: compileRules(packs.value.packs, { ranges, user: null, classes }).signs };
}

/** Without the words that stand in headlines of one topic alone, as if nobody had read them before listing words. */
function wordsOfManyTopics(classes: readonly WordClass[]): readonly WordClass[] {
  const texts = examples.map(({ text, topic }) => ({ topic, text: condensedText(text) }));
  const isKept = (word: string): boolean =>
    new Set(texts.filter(({ text }) => text.includes(word)).map(({ topic }) => topic)).size !== 1;
  return classes.map((one) => ({ ...one, words: one.words.filter(isKept) }));
}

function crossValidate(tools: Tools, seed: number) {
  const predictions = noPredictions();
  const folds = foldsOf(examples, FOLDS, 'topic', seed);
  for (const fold of folds) {
    const others = folds.filter((other) => other !== fold).flat();
    predictInto(predictions, train(tools, others), tools.reader, fold);
  }
  return predictions;
}

function figures(predictions: readonly AxisPrediction[]): readonly number[] {
  return [
    rocAucOf(predictions),
    rocAucOf(predictions.filter(({ headline }) => headline.difficulty === 'hard')),
  ];
}

function meansOf(rows: readonly (readonly number[])[]): string {
  const means = (rows[0] ?? []).map((_, column) => mean(rows.map((row) => row[column] as number)));
  return means.map((value) => value.toFixed(3)).join(' / ');
}

function flagged(predictions: readonly AxisPrediction[]): number {
  const neither = predictions.filter(({ headline: { label } }) => !label.sensational && !label.implausible);
  return neither.filter(({ band }) => band === 'flag').length / neither.length;
}

function shareFlagged(model: Model, reader: Reader, file: string): string {
  const texts = readFileSync(file, 'utf8').trim().split('\n');
  const scores = texts.map((line) => score(model, read(reader, JSON.parse(line).text)));
  const above = (axis: Axis): number => scores.filter(({ axes }) => axes[axis].probability >= 0.5).length;
  const flags = scores.filter(({ band }) => band === 'flag').length;
  const share = (count: number): string => `${((100 * count) / texts.length).toFixed(2)} %`;
  return `flagged ${share(flags)}, ${AXES.map((axis) => `${axis} ≥ .5 ${share(above(axis))}`).join(', ')}`;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
