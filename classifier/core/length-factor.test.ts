import { describe, expect, it } from 'vitest';
import { learnAll, testReader } from '../../tests/helpers/headlines.ts';
import { compileModel } from './compiled-model.ts';
import { lengthFactor } from './length-factor.ts';
import { createModel } from './model.ts';
import { nearCopyGroups } from './near-copy-groups.ts';
import { read } from './reading.ts';
import { score } from './score.ts';
import { createScorer } from './scorer.ts';

describe('lengthFactor', () => {
  it('leaves a headline of typical length as it is and falls with the root of the features', () => {
    expect(lengthFactor(64)).toBe(1);
    expect(lengthFactor(16)).toBe(2);
    expect(lengthFactor(256)).toBe(0.5);
    expect(lengthFactor(0)).toBe(8);
  });

  it('counts a feature once, known or not, so that repeating a text does not make it longer', () => {
    const reader = testReader();
    const model = createModel('test');
    learnAll(model, [['村民养鸡', { sensational: true, implausible: false }]]);
    const scorer = createScorer(compileModel(model), reader.stemLatin);
    const oddsOf = (raw: string): number => scorer.score(read(reader, raw)).axes.sensational.logOdds;
    expect(oddsOf('鸡鸡鸡鸡')).toBe(oddsOf('鸡鸡鸡'));
    expect(oddsOf('鸡甲乙丙丁戊己庚辛')).toBeLessThan(oddsOf('鸡甲'));
    expect(oddsOf('鸡甲')).toBe(score(model, read(reader, '鸡甲')).axes.sensational.logOdds);
  });
});

describe('nearCopyGroups', () => {
  it('numbers near-copies alike, however they are written', () => {
    const [first, copy, other] = nearCopyGroups([
      '退耕还林补贴拖欠5年村民上访',
      '退耕還林補貼拖欠6年村民上訪',
      '市教育局公布中考录取时间安排',
    ]);
    expect(copy).toBe(first);
    expect(other).not.toBe(first);
  });
});
