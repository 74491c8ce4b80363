import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explain } from '#classifier/core/evidence.ts';
import { createModel, learn, type Model, modelState } from '#classifier/core/model.ts';
import { exampleOf, read } from '#classifier/core/reading.ts';
import { spansOfCut } from '#classifier/core/word-cut.ts';
import { anyHeadline, anyLabel, learnAll, testReader } from '../../tests/helpers/headlines.ts';
import { MOST_LABELS, whatIf } from './what-if.ts';

const BOTH = { sensational: true, implausible: true };
const NEITHER = { sensational: false, implausible: false };

function taught(): Model {
  const model = createModel('test');
  const yes = ['恐龙宠物', '恐龙村民', '恐龙发布', '震惊恐龙'].map((text) => [text, BOTH] as const);
  const no = ['市政府桥', '市政府发布', '桥发布新规', '市政府村民'].map((text) => [text, NEITHER] as const);
  learnAll(model, [...yes, ...no]);
  return model;
}

/** What a word or rule adds to the axis by a plain explanation. */
function weight(model: Model, text: string, axis: 'sensational' | 'implausible', name: string): number {
  const reader = testReader();
  const reading = read(reader, text);
  const evidence = explain(model, reading, spansOfCut(reader.cutWords(reading.normalised.text)), text);
  const part = evidence[axis].find(
    (one) => (one.kind === 'rule' ? one.rule.id : one.kind === 'word' ? one.word : '') === name,
  );
  return part?.logOdds ?? 0;
}

describe('whatIf', () => {
  it('finds the least number of labels that takes a word’s or a rule’s weight away', () => {
    const text = '恐龙宠物';
    const { parts } = whatIf(taught(), testReader(), text);
    expect(parts.some(({ kind }) => kind === 'rule') && parts.some(({ kind }) => kind === 'word')).toBe(true);
    for (const { axis, kind, name, labels } of parts) {
      if (labels === null) continue;
      const weighs = (count: number) => {
        const model = taught();
        const example =
          kind === 'rule'
            ? { keys: new Float64Array(), rules: [name] }
            : { ...exampleOf(read(testReader(), name)), rules: [] };
        learn(model, example, { sensational: null, implausible: null, [axis]: false }, 5 * count);
        return weight(model, text, axis, name);
      };
      expect(weighs(labels)).toBeLessThanOrEqual(0);
      if (labels > 1) expect(weighs(labels - 1)).toBeGreaterThan(0);
      expect(labels).toBeLessThanOrEqual(MOST_LABELS);
    }
  });

  it('lowers the score by what it takes away, and by a label of the headline itself', () => {
    const model = taught();
    const { parts, ifCredible } = whatIf(model, testReader(), '恐龙宠物');
    const before = whatIf(model, testReader(), '恐龙宠物');
    expect(before.parts).toEqual(parts);
    const scores = parts.map(({ without }) => without.score);
    expect(Math.max(...scores)).toBeLessThan(1);
    expect(ifCredible.score).toBeLessThan(0.9);
  });

  it('leaves the model as it was', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(anyHeadline, anyLabel), { maxLength: 8 }),
        anyHeadline,
        (labels, text) => {
          const model = createModel('test');
          learnAll(model, labels);
          const before = modelState(model);
          whatIf(model, testReader(), text);
          expect(modelState(model)).toEqual(before);
        },
      ),
      { numRuns: 30 },
    );
  });
});
