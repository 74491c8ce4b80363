import { AXES, byAxis } from '#classifier/core/axis.ts';
import { calibrateModel, evenPlaces, MOST_JUDGED } from '#classifier/core/calibrate-model.ts';
import { clusterHeadlines } from '#classifier/core/clusters/near-copies.ts';
import { fillGrams } from '#classifier/core/grams.ts';
import type { LabelledHeadline } from '#classifier/core/labelled-headline.ts';
import type { Learned } from '#classifier/core/leave-one-out.ts';
import {
  createModel,
  DEFAULT_SETTINGS,
  type Example,
  learn,
  type Model,
  type ModelSettings,
} from '#classifier/core/model.ts';
import { createReadGroup } from '#classifier/core/read-group.ts';
import { passingExample, type Reader } from '#classifier/core/reading.ts';
import type { Rule } from '#classifier/core/rule.ts';
import { stringOf, type UnitText } from '#classifier/core/unit-text.ts';

/** How headlines are read. */
export interface Tools {
  readonly reader: Reader;
  readonly rules: readonly Rule[];
}

/** Examples to learn, and how much one of them counts. */
export interface TrainingSet {
  readonly examples: readonly LabelledHeadline[];
  readonly weight: number;
}

/**
 * Trains a model as a workspace would: all sets are learned, each by its weight, and the last set, which stands for the
 * desk, says what share of a feed has each axis and is calibrated on by exact leave-one-out. Takes time linear in the
 * headlines, and besides the counts only the memory of those that are judged.
 */
export function trainModel(
  sets: readonly TrainingSet[],
  tools: Tools,
  settings: ModelSettings = DEFAULT_SETTINGS,
): Model {
  const answered = sets.map(({ examples, weight }) => ({ examples: examples.filter(isAnswered), weight }));
  const desk = answered.at(-1)?.examples ?? [];
  const model = createModel('evaluation', {
    ...settings,
    baseRate: byAxis((axis) => shareOf(desk.map(({ label }) => label[axis]))),
  });
  const learned: Learned[] = [];
  const texts: string[] = [];
  for (const set of answered) {
    const { examples, weight } = set;
    const judged = set === answered.at(-1) ? evenPlaces(examples.length, MOST_JUDGED) : [];
    readEach(tools.reader, examples, (at, text, example) => {
      const { label } = examples[at] as LabelledHeadline;
      learn(model, example, label, weight);
      if (judged[learned.length] !== at) return;
      learned.push({ example: { ...example, keys: example.keys.slice() }, label, weight });
      texts.push(stringOf(text));
    });
  }
  const groups = clusterHeadlines(texts);
  const inGroups = learned.map((one, at) => ({ ...one, group: groups[at] as number }));
  const calibrated = calibrateModel(model, inGroups, new Map(tools.rules.map((rule) => [rule.id, rule])));
  return { ...model, settings: calibrated.settings };
}

/** Headlines that are read before the first of them is learned. */
const AT_ONCE = 2048;

/** Reads headlines, and visits each with its normalised text and what it teaches, which hold until the next is visited. */
function readEach(
  reader: Reader,
  headlines: readonly LabelledHeadline[],
  visit: (at: number, text: UnitText, example: Example) => void,
): void {
  const group = createReadGroup(reader);
  for (let from = 0; from < headlines.length; from += AT_ONCE) {
    group.clear();
    for (const { text } of headlines.slice(from, from + AT_ONCE)) group.addText(text);
    group.read();
    for (let at = 0; at < group.size; at += 1) {
      const text = group.text(at);
      fillGrams(text, reader.stemLatin, reader.buffer);
      visit(
        from + at,
        text,
        passingExample({ grams: reader.buffer, classes: group.keys(at), hits: group.hits(at) }),
      );
    }
  }
}

function isAnswered({ label }: LabelledHeadline): boolean {
  return AXES.some((axis) => label[axis] !== null);
}

/** The share of yes among the answers, with one of each added: never 0 or 1. */
function shareOf(answers: readonly (boolean | null)[]): number {
  const given = answers.filter((answer) => answer !== null);
  return (given.filter(Boolean).length + 1) / (given.length + 2);
}
