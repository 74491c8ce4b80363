import { AXES, byAxis } from '#classifier/core/axis.ts';
import { calibrateModel, evenly, MOST_JUDGED } from '#classifier/core/calibrate-model.ts';
import type { LabelledHeadline } from '#classifier/core/labelled-headline.ts';
import type { Learned } from '#classifier/core/leave-one-out.ts';
import {
  createModel,
  DEFAULT_SETTINGS,
  learn,
  type Model,
  type ModelSettings,
} from '#classifier/core/model.ts';
import { nearCopyGroups } from '#classifier/core/near-copy-groups.ts';
import { exampleOf, type Reader, read } from '#classifier/core/reading.ts';
import type { Rule } from '#classifier/core/rule.ts';

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
  const judged = evenly(desk, MOST_JUDGED);
  const groups = nearCopyGroups(judged.map(({ text }) => text));
  const groupOf = new Map(judged.map((headline, at) => [headline, groups[at] as number]));
  const learned: Learned[] = [];
  for (const { examples, weight } of answered) {
    for (const headline of examples) {
      const example = exampleOf(read(tools.reader, headline.text));
      learn(model, example, headline.label, weight);
      const group = groupOf.get(headline);
      if (group !== undefined) learned.push({ example, label: headline.label, weight, group });
    }
  }
  const calibrated = calibrateModel(model, learned, new Map(tools.rules.map((rule) => [rule.id, rule])));
  return { ...model, settings: calibrated.settings };
}

function isAnswered({ label }: LabelledHeadline): boolean {
  return AXES.some((axis) => label[axis] !== null);
}

/** The share of yes among the answers, with one of each added: never 0 or 1. */
function shareOf(answers: readonly (boolean | null)[]): number {
  const given = answers.filter((answer) => answer !== null);
  return (given.filter(Boolean).length + 1) / (given.length + 2);
}
