import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '#classifier/core/model.ts';
import { TEST_RULES, testExample } from '../../tests/helpers/headlines.ts';
import { learningCurve } from './learning-curve.ts';
import type { Lesson } from './left-out.ts';

const lessons = (count: number): Lesson[][] =>
  Array.from({ length: count }, (_, at) => {
    const implausible = at % 2 === 0;
    const text = implausible ? `恐龙${'宠物'.repeat((at % 3) + 1)}` : `桥${'发布'.repeat((at % 3) + 1)}`;
    return [{ example: testExample(text), label: { sensational: false, implausible }, weight: 1 }];
  });

describe('learningCurve', () => {
  it('rises to certainty where the words tell all, and has no figure for a single answer', () => {
    const curve = drain(learningCurve(lessons(40), DEFAULT_SETTINGS, TEST_RULES));
    expect(curve.implausible.at(-1)).toMatchObject({ labels: 30, rocAuc: { mean: 1, low: 1, high: 1 } });
    expect(curve.sensational.map(({ rocAuc }) => rocAuc)).toEqual(curve.sensational.map(() => null));
  });

  it('never tests what it has learned: one whole group is either set aside or learned', () => {
    const one = lessons(40).flat();
    const curve = drain(learningCurve([one.slice(0, 39), one.slice(39)], DEFAULT_SETTINGS, TEST_RULES));
    expect(curve.implausible.every(({ rocAuc }) => rocAuc === null || rocAuc.mean <= 1)).toBe(true);
  });

  it('is empty below twenty labels', () => {
    const curve = drain(learningCurve(lessons(19), DEFAULT_SETTINGS, TEST_RULES));
    expect(curve).toEqual({ sensational: [], implausible: [] });
  });
});

function drain<T>(steps: Generator<number, T>): T {
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}
