import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyHeadline, TEST_RULES, testExample } from '../../tests/helpers/headlines.ts';
import { AXES } from './axis.ts';
import { evenly } from './calibrate-model.ts';
import { judge, type Learned, leaveOneOut } from './leave-one-out.ts';
import { createModel, DEFAULT_SETTINGS, learn, modelState, unlearn } from './model.ts';
import { logit } from './naive-bayes.ts';
import { HIDDEN_CHARACTERS } from './reading.ts';
import type { Rule } from './rule.ts';

const anyAnswer = fc.constantFrom(true, false, null);
const anyLearned: fc.Arbitrary<Learned> = fc
  .record({
    raw: anyHeadline,
    label: fc.record({ sensational: anyAnswer, implausible: anyAnswer }),
    weight: fc.constantFrom(1, 5, 70),
    group: fc.constantFrom(1, 2, 3, 4, 5, 6),
  })
  .map(({ raw, ...learned }) => ({ ...learned, example: testExample(raw) }));

describe('leaveOneOut', () => {
  it('says what a model says that has unlearned the headline and its group, to the last bit', () => {
    const anyShare = fc.constantFrom('equal' as const, 'proportional' as const);
    fc.assert(
      fc.property(fc.array(anyLearned), anyShare, (learned, share) => {
        const model = createModel('test', { ...DEFAULT_SETTINGS, smoothing: { alpha: 0.7, share } });
        for (const { example, label, weight } of learned) learn(model, example, label, weight);
        const state = modelState(model);
        const judged = leaveOneOut(model, learned, TEST_RULES);
        expect(modelState(model)).toEqual(state);
        for (const axis of AXES) {
          const expected = learned
            .filter(({ label }) => label[axis] !== null)
            .map(({ example, label, group }) => {
              const together = learned.filter((other) => other.group === group);
              for (const one of together) unlearn(model, one.example, one.label, one.weight);
              const said = judge(model, example, TEST_RULES, axis);
              for (const one of together) learn(model, one.example, one.label, one.weight);
              return { ...said, answer: label[axis] };
            });
          expect(judged[axis]).toEqual(expected);
        }
      }),
    );
  });

  it('hears what a headline hides, too', () => {
    const model = createModel('test');
    const example = testExample('恐·龙·桥');
    const { fixed } = judge(model, example, TEST_RULES, 'sensational');
    expect(fixed).toBeCloseTo(logit(model.settings.baseRate.sensational) + HIDDEN_CHARACTERS.points, 10);
    const learned = { example, label: { sensational: false, implausible: false }, weight: 1 };
    learn(model, example, learned.label, learned.weight);
    expect(leaveOneOut(model, [learned], TEST_RULES).sensational[0]?.fixed).toBeCloseTo(fixed, 10);
  });

  it('lets labels make no more of a rule than it may say at most', () => {
    const model = createModel('test');
    const learned = ['震惊一', '震惊二', '震惊三', '震惊四'].map((raw, group) => {
      const label = { sensational: true, implausible: false };
      return { example: testExample(raw), label, weight: 5, group };
    });
    for (const { example, label, weight } of learned) learn(model, example, label, weight);
    const shock = TEST_RULES.get('shock') as Rule;
    const capped = new Map([['shock', { ...shock, most: shock.points }]]);
    const base = logit(model.settings.baseRate.sensational);
    for (const { fixed } of leaveOneOut(model, learned, capped).sensational) {
      expect(fixed).toBeCloseTo(base + shock.points, 10);
    }
    const [first] = learned;
    expect(judge(model, (first as Learned).example, capped, 'sensational').fixed).toBeCloseTo(
      base + shock.points,
      10,
    );
    expect(leaveOneOut(model, learned, TEST_RULES).sensational[0]?.fixed).toBeGreaterThan(
      base + shock.points,
    );
  });
});

describe('evenly', () => {
  it('takes the whole of a short list, and as many of a long one at even steps', () => {
    expect(evenly([1, 2, 3], 3)).toEqual([1, 2, 3]);
    expect(evenly([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 4)).toEqual([0, 2, 5, 7]);
  });
});
