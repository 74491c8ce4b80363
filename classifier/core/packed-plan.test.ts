import { expect, it } from 'vitest';
import { planArrays, planOf } from './packed-plan.ts';
import { planSigns } from './sign-plan.ts';

it('gives the same plan back, to the last number', () => {
  const rule = {
    rule: { id: 'a', pack: 'p', version: 1, axis: 'sensational', points: 1, description: { zh: '', en: '' } },
    condition: { kind: 'all', groups: [['恐龙', '龙'], ['宠物']] },
    unless: ['谣'],
  } as const;
  const classes = [{ id: 'c', name: { zh: '', en: '' }, words: ['恐龙'] }];
  for (const rules of [[], [rule], [rule, rule]]) {
    const plan = planSigns({ rules, classes, ranges: { ranges: [], unless: ['小说'] } });
    expect(planOf(planArrays(plan))).toEqual(plan);
  }
});
