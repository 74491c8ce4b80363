import { calibrateModel } from '#classifier/core/calibrate-model.ts';
import type { LabelledHeadline } from '#classifier/core/labelled-headline.ts';
import { createModel, learn, type Model } from '#classifier/core/model.ts';
import { exampleOf, read } from '#classifier/core/reading.ts';
import type { Tools } from '#classifier/evaluate/train.ts';

/** A model of labelled headlines alone, at the base rates of the settings, calibrated on them without regard to copies. */
export function train({ reader, rules }: Tools, headlines: readonly LabelledHeadline[]): Model {
  const learned = headlines.map(({ text, label }) => ({
    example: exampleOf(read(reader, text)),
    label,
    weight: 1,
  }));
  const model = createModel('experiment');
  for (const { example, label, weight } of learned) learn(model, example, label, weight);
  const { settings } = calibrateModel(model, learned, new Map(rules.map((rule) => [rule.id, rule])));
  return { ...model, settings };
}
