import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byAxis, type PartialLabel } from '#classifier/core/axis.ts';
import { calibrateModel } from '#classifier/core/calibrate-model.ts';
import type { LabelledHeadline } from '#classifier/core/labelled-headline.ts';
import { createModel, DEFAULT_SETTINGS, learn, type Model, modelState } from '#classifier/core/model.ts';
import { nearCopyGroups } from '#classifier/core/near-copy-groups.ts';
import { exampleOf, read } from '#classifier/core/reading.ts';
import { anyHeadline, TEST_RULES, testReader } from '../../tests/helpers/headlines.ts';
import type { TrainingSet } from './course.ts';
import { trainModel } from './train.ts';

const tools = { reader: testReader(), rules: [...TEST_RULES.values()] };

const anyAnswer = fc.constantFrom(true, false, null);
const anyExample: fc.Arbitrary<LabelledHeadline> = fc.record({
  // Repeats, letters for the stems, a hidden character, and texts that are no near-copies of others.
  text: fc.oneof(
    anyHeadline,
    anyHeadline.map((text) => `${text}${text}\u200b`),
    fc.string({ unit: 'binary', maxLength: 60 }),
  ),
  label: fc.record({ sensational: anyAnswer, implausible: anyAnswer }),
  topic: fc.constant(null),
  difficulty: fc.constant(null),
});

/** Reads, learns and groups headlines one by one. */
function trainSlowly(sets: readonly TrainingSet[]): Model {
  const desk = sets.at(-1)?.examples.filter(({ label }) => isAnswered(label)) ?? [];
  const settings = { ...DEFAULT_SETTINGS, baseRate: byAxis((axis) => shareOf(desk, axis)) };
  const model = createModel('evaluation', settings);
  for (const { examples, weight } of sets) {
    for (const { text, label } of examples) learn(model, exampleOf(read(tools.reader, text)), label, weight);
  }
  const groups = nearCopyGroups(desk.map(({ text }) => text));
  const weight = sets.at(-1)?.weight ?? 1;
  const learned = desk.map(({ text, label }, at) => {
    return { example: exampleOf(read(tools.reader, text)), label, weight, group: groups[at] as number };
  });
  return { ...model, settings: calibrateModel(model, learned, TEST_RULES).settings };
}

function isAnswered({ sensational, implausible }: PartialLabel): boolean {
  return sensational !== null || implausible !== null;
}

function shareOf(examples: readonly LabelledHeadline[], axis: 'sensational' | 'implausible'): number {
  const given = examples.filter(({ label }) => label[axis] !== null);
  return (given.filter(({ label }) => label[axis]).length + 1) / (given.length + 2);
}

describe('trainModel', () => {
  it('learns and calibrates what one headline after the other gives, to the last bit', () => {
    const anySet = fc.record({
      examples: fc.array(anyExample, { maxLength: 40 }),
      weight: fc.constantFrom(1, 5),
    });
    fc.assert(
      fc.property(fc.array(anySet, { maxLength: 3 }), (sets) => {
        const trained = trainModel(sets, tools);
        const expected = trainSlowly(sets);
        expect(modelState(trained)).toEqual(modelState(expected));
        expect(trained.settings).toEqual(expected.settings);
      }),
      { numRuns: 200 },
    );
  });

  it('reads more headlines than it reads at once', () => {
    const examples = Array.from({ length: 5000 }, (_, at): LabelledHeadline => {
      const label = { sensational: at % 3 === 0, implausible: at % 7 === 0 ? null : at % 5 === 0 };
      return {
        text: `第${at % 900}村${String.fromCharCode(0x4e00 + at)}桥`,
        label,
        topic: null,
        difficulty: null,
      };
    });
    const sets = [{ examples, weight: 1 }];
    const trained = trainModel(sets, tools);
    const expected = trainSlowly(sets);
    expect(modelState(trained)).toEqual(modelState(expected));
    expect(trained.settings).toEqual(expected.settings);
  });
});
