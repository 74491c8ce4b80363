import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyHeadline, anyLabel, learnAll, testExample } from '../../tests/helpers/headlines.ts';
import type { Label } from './axis.ts';
import { createModel, learn, learnCounts, modelState, unlearn } from './model.ts';

describe('learn and unlearn', () => {
  it('are exact inverses', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(anyHeadline, anyLabel)),
        anyHeadline,
        anyLabel,
        fc.integer({ min: 1, max: 5 }),
        (before, raw, label, weight) => {
          const model = createModel('test');
          learnAll(model, before);
          const state = modelState(model);
          learn(model, testExample(raw), label, weight);
          expect(modelState(model)).not.toEqual(state);
          unlearn(model, testExample(raw), label, weight);
          expect(modelState(model)).toEqual(state);
        },
      ),
    );
  });

  it('leave the counts of a rebuild after any sequence of labels, relabels and undos', () => {
    const step = fc.oneof(fc.tuple(anyHeadline, anyLabel), fc.constant('undo' as const));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const incremental = createModel('test');
        const current = new Map<string, Label>();
        const past: { raw: string; before: Label | undefined }[] = [];
        const put = (raw: string, label: Label | undefined): void => {
          const before = current.get(raw);
          if (before) unlearn(incremental, testExample(raw), before, 1);
          if (label) learn(incremental, testExample(raw), label, 1);
          if (label) current.set(raw, label);
          else current.delete(raw);
        };
        for (const next of steps) {
          if (next === 'undo') {
            const last = past.pop();
            if (last) put(last.raw, last.before);
          } else {
            past.push({ raw: next[0], before: current.get(next[0]) });
            put(next[0], next[1]);
          }
        }
        const rebuilt = createModel('test');
        learnAll(rebuilt, [...current]);
        expect(modelState(incremental)).toEqual(modelState(rebuilt));
      }),
    );
  });
});

describe('learnCounts', () => {
  const anyLabelled = fc.array(fc.tuple(anyHeadline, anyLabel));

  it('adds what was counted apart', () => {
    fc.assert(
      fc.property(anyLabelled, anyLabelled, (some, others) => {
        const [one, other, both] = [createModel('one'), createModel('other'), createModel('both')];
        learnAll(one, some);
        learnAll(other, others, 5);
        learnAll(both, some);
        learnAll(both, others, 5);
        const state = modelState(other);
        learnCounts(one, other);
        expect(modelState(one)).toEqual(modelState(both));
        expect(modelState(other)).toEqual(state);
      }),
    );
  });

  it('makes room for more features than there were', () => {
    const [small, large] = [createModel('small'), createModel('large')];
    const keys = Float64Array.from({ length: 50_000 }, (_, at) => at * 7);
    learn(large, { keys, rules: ['shock'] }, { sensational: true, implausible: null }, 2);
    learnCounts(small, large);
    expect(modelState(small)).toEqual(modelState(large));
  });
});
