import { byAxis } from '#classifier/core/axis.ts';
import { calibrateModel } from '#classifier/core/calibrate-model.ts';
import { clusterHeadlines } from '#classifier/core/clusters/near-copies.ts';
import { DEFAULT_SETTINGS, type Model, type ModelSettings } from '#classifier/core/model.ts';
import type { Reader } from '#classifier/core/reading.ts';
import type { Rule } from '#classifier/core/rule.ts';
import { type Course, courseOf, deskShare, labelAt, type TrainingSet } from './course.ts';
import { type Lesson, learnInTurns } from './lesson.ts';

/** How headlines are read. */
export interface Tools {
  readonly reader: Reader;
  readonly rules: readonly Rule[];
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
  const course = courseOf(sets);
  let turn = -1;
  const lesson = learnInTurns(course, tools.reader, () => {
    turn += 1;
    return turn;
  });
  return modelOf(course, lesson, tools.rules, settings);
}

/** The model of a course that has been learned. */
export function modelOf(
  course: Course,
  { counts, judged }: Lesson,
  rules: readonly Rule[],
  settings: ModelSettings = DEFAULT_SETTINGS,
): Model {
  const baseRate = byAxis((axis) => deskShare(course, axis));
  const model = { name: 'evaluation', ...counts, settings: { ...settings, baseRate } };
  const groups = clusterHeadlines(judged.map(({ text }) => text));
  const learned = judged.map(({ at, example }, index) => ({
    example,
    label: labelAt(course, at),
    weight: course.weights[at] as number,
    group: groups[index] as number,
  }));
  const calibrated = calibrateModel(model, learned, new Map(rules.map((rule) => [rule.id, rule])));
  return { ...model, settings: calibrated.settings };
}
