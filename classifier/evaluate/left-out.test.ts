import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AXES } from '#classifier/core/axis.ts';
import { createModel, learn, modelState } from '#classifier/core/model.ts';
import { read } from '#classifier/core/reading.ts';
import { score } from '#classifier/core/score.ts';
import { anyHeadline, anyLabel, TEST_RULES, testExample, testReader } from '../../tests/helpers/headlines.ts';
import { judgeLeftOut, type Lesson } from './left-out.ts';

const anyGroups = fc.array(fc.array(fc.tuple(anyHeadline, anyLabel), { minLength: 1, maxLength: 3 }), {
  minLength: 2,
  maxLength: 6,
});

describe('judgeLeftOut', () => {
  it('judges each group as a model would that never saw it, and leaves the model as it was', () => {
    fc.assert(
      fc.property(anyGroups, (drawn) => {
        const groups = drawn.map((group) =>
          group.map(([text, label]) => ({ text, label, example: testExample(text), weight: 2 })),
        );
        const model = createModel('whole');
        for (const { example, label, weight } of groups.flat()) learn(model, example, label, weight);
        const before = modelState(model);
        const judgements = drain(judgeLeftOut(model, groups, TEST_RULES));
        expect(modelState(model)).toEqual(before);
        for (const { lesson, probability, score: triage } of judgements) {
          const others = createModel('others');
          const group = groups.find((members) => members.includes(lesson)) as readonly Lesson[];
          for (const { example, label, weight } of groups.flat()) {
            if (!group.some((member) => member.example === example)) learn(others, example, label, weight);
          }
          const scored = score(others, read(testReader(), lesson.text));
          for (const axis of AXES) expect(probability[axis]).toBeCloseTo(scored.axes[axis].probability, 9);
          expect(triage).toBeCloseTo(scored.score, 9);
        }
      }),
      { numRuns: 40 },
    );
  });
});

function drain<T>(steps: Generator<number, T>): T {
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}
