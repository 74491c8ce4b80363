import { describe, expect, it } from 'vitest';
import type { PlausibleRange } from './plausible-range.ts';
import { createQuantityRules, QUANTITY_POINTS } from './quantity-rules.ts';
import { type Unit, unitNamed } from './units.ts';

function range(change: Partial<PlausibleRange> & { readonly id: string }): PlausibleRange {
  return {
    version: 1,
    name: { zh: '人的年龄', en: 'the age of a person' },
    unit: unitNamed('岁') as Unit,
    unitName: 'years',
    likely: { low: 0, high: 122 },
    possible: { low: 0, high: 130 },
    source: { zh: '纪录', en: 'a record' },
    before: ['活到'],
    after: ['老人'],
    needed: [],
    notBefore: [],
    notAfter: [],
    unless: [],
    bare: false,
    ...change,
  };
}

const AGE = range({ id: 'age' });
const YIELD = range({
  id: 'yield',
  name: { zh: '水稻亩产', en: 'a rice yield' },
  unit: unitNamed('公斤/亩') as Unit,
  unitName: 'kg per mu',
  likely: { low: null, high: 1650 },
  possible: { low: null, high: 2200 },
  before: ['亩产'],
  after: [],
  needed: ['水稻'],
});
const WAGE = range({
  id: 'wage',
  unit: unitNamed('元') as Unit,
  likely: { low: null, high: 1e6 },
  possible: { low: null, high: 1e8 },
  before: ['月薪'],
  after: [],
  notBefore: ['涨'],
  bare: true,
});

function idsIn(text: string, ranges = [AGE, YIELD, WAGE], unless: readonly string[] = ['小说']): string[] {
  return createQuantityRules({ ranges, unless })
    .match(text)
    .map(({ rule }) => rule.id);
}

describe('createQuantityRules', () => {
  it('tells what cannot be from what only breaks every record', () => {
    expect(idsIn('道长活到250岁')).toEqual(['quantity-age']);
    expect(idsIn('125岁老人登台')).toEqual(['quantity-age-doubtful']);
    expect(idsIn('122岁老人去世')).toEqual([]);
  });

  it('converts units, and takes a number without one where the range says so', () => {
    expect(idsIn('水稻亩产5吨')).toEqual(['quantity-yield']);
    expect(idsIn('水稻亩产3000斤')).toEqual([]);
    expect(idsIn('水稻亩产3500斤')).toEqual(['quantity-yield-doubtful']);
    expect(idsIn('保洁员月薪500万')).toEqual(['quantity-wage-doubtful']);
    expect(idsIn('寿星活到500')).toEqual([]);
  });

  it.each([
    ['a word of another clause', '老人活到老,250岁树龄'],
    ['a word too far away', '活到现在的村里人都说有250岁'],
    ['a word that belongs to the number before', '活到90岁种250岁树'],
    ['a word missing that is needed', '亩产5吨西瓜'],
    ['a word against it', '月薪涨500万'],
    ['fiction', '小说主角活到250岁'],
    ['a way of speaking', '活到万岁'],
    ['an open end within the range', '活到不足250岁'],
    ['an ordinal', '活到第250岁'],
  ])('is not misled by %s', (_, text) => {
    expect(idsIn(text)).toEqual([]);
  });

  it('says the value, the range and its source', () => {
    const { match } = createQuantityRules({ ranges: [YIELD], unless: [] });
    const text = '试验田水稻亩产达1万斤';
    expect(
      match(text).map(({ rule, spansIn, detail }) => ({
        rule,
        spans: spansIn(text),
        detail: detail?.('畝產達 １万斤'),
      })),
    ).toEqual([
      {
        rule: expect.objectContaining({ axis: 'implausible', points: QUANTITY_POINTS.impossible }),
        spans: [{ start: 5, end: 11 }],
        detail: {
          zh: '“畝產達 １万斤”（合5000公斤/亩）：水稻亩产不超过2200公斤/亩。依据：纪录',
          en: '“畝產達 １万斤” (5,000 kg per mu): a rice yield is at most 2,200 kg per mu. Source: a record',
        },
      },
    ]);
  });

  it('hits once a rule, with all places', () => {
    const text = '200岁老人与300岁老人';
    const [hit, ...more] = createQuantityRules({ ranges: [AGE], unless: [] }).match(text);
    expect([hit?.spansIn(text).length, more.length]).toEqual([2, 0]);
    expect(hit?.detail?.('200岁老人').zh).toContain('200岁老人');
  });

  it('leaves out rules that are switched off', () => {
    const { rules, match } = createQuantityRules({ ranges: [AGE], unless: [] }, new Set(['quantity-age']));
    expect(rules.map(({ id }) => id)).not.toContain('quantity-age');
    expect(match('活到250岁')).toEqual([]);
    expect(match('活到125岁')).toHaveLength(1);
  });

  it('has one rule where a record is a limit', () => {
    const whole = range({ id: 'whole', likely: { low: 0, high: 100 }, possible: { low: 0, high: 100 } });
    const ids = createQuantityRules({ ranges: [whole], unless: [] }).rules.map(({ id }) => id);
    expect(ids.filter((id) => id.startsWith('quantity-whole'))).toEqual(['quantity-whole']);
  });
});
