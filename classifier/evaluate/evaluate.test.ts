import { describe, expect, it } from 'vitest';
import type { LabelledHeadline } from '#classifier/core/labelled-headline.ts';
import { TEST_RULES, testReader } from '../../tests/helpers/headlines.ts';
import { crossValidate, leaveOneOutPredictions } from './evaluate.ts';
import { rocAucOf } from './metrics.ts';
import { noPredictions, predictInto } from './predict.ts';
import { trainModel } from './train.ts';

const tools = { reader: testReader(), rules: [...TEST_RULES.values()] };

const EXAMPLES: LabelledHeadline[] = Array.from({ length: 24 }, (_, at) => ({
  text:
    at % 2 === 0
      ? `震惊村民第${'甲乙丙丁戊己'.charAt(at / 4)}桥`
      : `市政府发布${'子丑寅卯辰巳'.charAt(at / 4)}规`,
  label: { sensational: at % 2 === 0, implausible: at % 6 === 0 ? null : false },
  topic: `题材${at % 4}`,
  difficulty: null,
}));
const SETS = [{ examples: EXAMPLES, weight: 5 }];

describe('leaveOneOutPredictions', () => {
  it('predicts what a model of the others predicts, but for calibration', async () => {
    const fast = (await leaveOneOutPredictions(SETS, 'topic', tools)).sensational;
    const slow = (await crossValidate(SETS, 4, 'topic', tools)).sensational;
    expect(fast).toHaveLength(24);
    expect(rocAucOf(fast)).toBe(rocAucOf(slow));
  });

  it('leaves the answer out of what it learns, and an unanswered axis out of the count', async () => {
    const odd: LabelledHeadline = {
      text: '独一无二',
      label: { sensational: true, implausible: null },
      topic: null,
      difficulty: null,
    };
    const sets = [{ examples: [...EXAMPLES, odd], weight: 5 }];
    const inside = noPredictions();
    predictInto(inside, trainModel(sets, tools), tools.reader, [odd]);
    const left = await leaveOneOutPredictions(sets, 'none', tools);
    const outside = left.sensational.find(({ headline }) => headline === odd);
    expect(outside?.probability).toBeLessThan(inside.sensational[0]?.probability as number);
    expect(left.implausible).toHaveLength(20);
  });
});
