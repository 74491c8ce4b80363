import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bootstrapped } from './bootstrap.ts';
import { foldsOf, GROUPINGS, withoutCopiesOf } from './splits.ts';

const HEADLINES = readFileSync(new URL('../../labels/zigong.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line, at) => ({
    text: JSON.parse(line).text as string,
    topic: at % 3 === 0 ? null : `题材${at % 7}`,
  }));

describe('foldsOf', () => {
  it('deals every headline once, the same way for the same seed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...GROUPINGS),
        fc.integer({ min: 2, max: 9 }),
        fc.integer(),
        (grouping, count, seed) => {
          const folds = foldsOf(HEADLINES, count, grouping, seed);
          expect(
            folds
              .flat()
              .map(({ text }) => text)
              .sort(),
          ).toEqual(HEADLINES.map(({ text }) => text).sort());
          expect(foldsOf(HEADLINES, count, grouping, seed)).toEqual(folds);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('keeps near-copies and topics together', () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const near = foldsOf(HEADLINES, 5, 'near', seed);
      expect(near.filter((fold) => fold.some(({ text }) => text.startsWith('退耕还林')))).toHaveLength(1);
      const byTopic = foldsOf(HEADLINES, 5, 'topic', seed);
      expect(byTopic.filter((fold) => fold.some(({ topic }) => topic === '题材1'))).toHaveLength(1);
    }
  });
});

describe('withoutCopiesOf', () => {
  it('takes near-copies of the test side out of the training side', () => {
    const test = HEADLINES.filter(({ text }) => text.startsWith('退耕还林补贴拖欠5年'));
    const kept = withoutCopiesOf(HEADLINES, test).map(({ text }) => text);
    expect(kept).toHaveLength(82);
    expect(kept.some((text) => text.startsWith('退耕还林'))).toBe(false);
  });
});

describe('bootstrapped', () => {
  it('holds the mean of a sample about as closely as the textbook says, and repeats itself', () => {
    const items = Array.from({ length: 400 }, (_, at) => at % 2);
    const mean = (drawn: readonly number[]): number =>
      drawn.reduce((sum, value) => sum + value, 0) / drawn.length;
    const figures = (drawn: readonly number[]) => [mean(drawn), 2 * mean(drawn)];
    const [interval, rest] = bootstrapped(items, figures, 7);
    expect(interval?.low).toBeCloseTo(0.5 - 1.96 * 0.025, 1);
    expect(interval?.high).toBeCloseTo(0.5 + 1.96 * 0.025, 1);
    expect(rest).toEqual({ low: 2 * (interval?.low ?? 0), high: 2 * (interval?.high ?? 0) });
    expect(bootstrapped(items, figures, 7)).toEqual([interval, rest]);
  });
});
