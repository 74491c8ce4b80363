import { describe, expect, it } from 'vitest';
import { checkLogic } from './check-logic.ts';
import { parseNumbers } from './parse-numbers.ts';

function found(text: string): string[] {
  return checkLogic(text, parseNumbers(text)).map(({ rule }) => rule.id.replace('quantity-', ''));
}

describe('checkLogic', () => {
  it.each([
    ['2月30日通车', 'no-such-date'],
    ['九月三十一日开幕', 'no-such-date'],
    ['2023年2月29日开业', 'no-such-date'],
    ['1900年2月29日出生', 'no-such-date'],
    ['2024-13-05发布', 'no-such-date'],
    ['13月份工资', 'no-such-date'],
    ['2024年13月完工', 'no-such-date'],
    ['25时30分开播', 'no-such-time'],
    ['8时75分发车', 'no-such-time'],
    ['今日26时停水', 'no-such-time'],
    ['每逢星期八休市', 'no-such-weekday'],
    ['60%支持55%反对', 'shares-beyond-whole'],
    ['支持率60%,反对率55%', 'shares-beyond-whole'],
    ['男性占60%,女性占55%', 'shares-beyond-whole'],
  ])('finds what is wrong with %s', (text, id) => {
    expect(found(text)).toEqual([id]);
  });

  it.each([
    '2月29日闰日',
    '2024年2月29日开业',
    '2000年2月29日出生',
    '农历2月30日庙会',
    '12月31日跨年',
    '13个月试用期',
    '18月龄接种',
    '24时截止',
    '23时59分',
    '抢险26小时',
    '下跌25点',
    '星期八小镇开业',
    '星期日休息',
    '60%支持40%反对',
    '60.3%支持,40.1%反对',
    '男性支持率60%,女性支持率55%',
    '支持率提高60%,反对率55%',
    '不同意60%,反对率55%',
  ])('finds nothing wrong with %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('says why', () => {
    const text = '2023年2月29日';
    expect(checkLogic(text, parseNumbers(text))[0]?.why).toEqual({
      zh: '2023年不是闰年，2月只有28天',
      en: '2023 is no leap year; its February has 28 days',
    });
  });
});
