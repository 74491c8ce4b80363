import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FoundNumber } from './found-number.ts';
import { parseNumbers } from './parse-numbers.ts';

/** What was found, each as `kind` or `low..high unit`, with the stretch of the text that it covers. */
function told(text: string): string[] {
  return parseNumbers(text).map(
    (number) => `${valueOf(number)} [${text.slice(number.span.start, number.span.end)}]`,
  );
}

function valueOf(number: FoundNumber): string {
  if (number.kind !== 'quantity') return number.kind;
  const { low, high, unit } = number;
  return `${low === high ? low : `${low}..${high}`}${unit.name}`;
}

describe('parseNumbers', () => {
  it.each([
    ['一百二十人到场', '120人 [一百二十人]'],
    ['补贴两千元', '2000元 [两千元]'],
    ['三万五千元', '35000元 [三万五千元]'],
    ['月薪3.5万元', '35000元 [3.5万元]'],
    ['投资1亿2千万元', '120000000元 [1亿2千万元]'],
    ['三万五千亿元', '3500000000000元 [三万五千亿元]'],
    ['1,234.5公斤', '1234.5公斤 [1,234.5公斤]'],
    ['一百零五名', '105名 [一百零五名]'],
    ['三点五倍', '3.5倍 [三点五倍]'],
    ['十几名学生', '11..19名 [十几名]'],
    ['二十多万人', '200000..300000人 [二十多万人]'],
    ['80多岁', '80..90岁 [80多岁]'],
    ['十七八岁', '17..18岁 [十七八岁]'],
    ['两三百斤', '200..300斤 [两三百斤]'],
    ['20-30岁', '20..30岁 [20-30岁]'],
    ['3至5万元', '30000..50000元 [3至5万元]'],
    ['20%至30%', '20..30% [20%至30%]'],
    ['三成村民', '3成 [三成]'],
    ['八成五', '8.5成 [八成五]'],
    ['三分之二', '66.66666666666667% [三分之二]'],
    ['百分之一百二十', '120% [百分之一百二十]'],
    ['半年', '0.5年 [半年]'],
    ['一年半', '1.5年 [一年半]'],
    ['3个半小时', '3.5小时 [3个半小时]'],
    ['身高1米75', '1.75米 [1米75]'],
    ['百米9秒58', '9.58秒 [9秒58]'],
    ['零下20度', '-20度 [零下20度]'],
    ['气温-5度', '-5度 [-5度]'],
    ['共负3人', '-3人 [负3人]'],
    ['不足300斤', '0..300斤 [300斤]'],
    ['超过100岁', '100..Infinity岁 [100岁]'],
    ['时速120公里', '120公里 [120公里]'],
  ])('reads %s', (text, expected) => {
    expect(told(text).at(-1)).toBe(expected);
  });

  it.each([
    ['2024年2月30日开幕', 'date'],
    ['二〇二四年三月', 'date'],
    ['2024-02-30', 'date'],
    ['5日抵达', 'date'],
    ['25时30分', 'time'],
    ['第3名', 'label'],
    ['g85高速', 'label'],
    ['5g网络', 'label'],
    ['3号线开通', 'label'],
    ['12345热线', 'label'],
    ['3:2险胜', 'label'],
    ['周三开会', 'label'],
    ['13800138000000', 'label'],
  ])('takes %s for no quantity', (text, kind) => {
    expect(parseNumbers(text).map((number) => number.kind)).toEqual([kind]);
  });

  it.each(['统一思想', '万科', '一带一路倡议', '数学', '多半', '三国', '八一'])(
    'finds no number in %s',
    (text) => {
      expect(parseNumbers(text).filter(({ kind }) => kind === 'quantity')).toEqual([]);
    },
  );

  it('keeps dashes apart from signs, and scores and wars from quantities', () => {
    expect(told('组图-15人入选')).toEqual(['15人 [15人]']);
    expect(told('两胜一负三人染黄')).toContain('3人 [三人]');
    expect(told('2010-2015年')).toEqual(['label [2010]', 'date [2015年]']);
  });
});

describe('a printed number', () => {
  const whole = fc.integer({ min: 1, max: 999_999_999_999 });
  const parsed = (text: string): unknown => {
    const [number, ...more] = parseNumbers(`共${text}户`);
    return number?.kind === 'quantity' && more.length === 0
      ? { low: number.low, high: number.high, unit: number.unit.name }
      : number?.kind;
  };
  const isValue = (text: string, value: number): void =>
    expect(parsed(text)).toEqual({ low: value, high: value, unit: '户' });

  it('parses back: Arabic, plain and with separators', () => {
    fc.assert(
      fc.property(whole, (value) => {
        isValue(String(value), value);
        isValue(value.toLocaleString('en-US'), value);
      }),
    );
  });

  it('parses back: Chinese', () => {
    fc.assert(
      fc.property(whole, (value) => {
        isValue(inChinese(value), value);
      }),
    );
  });

  it('parses back: mixed', () => {
    const part = fc.integer({ min: 1, max: 9999 });
    fc.assert(
      fc.property(part, fc.integer({ min: 1000, max: 9999 }), fc.integer({ min: 1, max: 99 }), (a, b, c) => {
        isValue(`${a}.${String(c).padStart(2, '0')}万`, Math.round((a + c / 100) * 10_000));
        isValue(`${a}亿${b}万`, a * 1e8 + b * 1e4);
        isValue(`${inChinese(a)}亿${inChinese(b)}万`, a * 1e8 + b * 1e4);
      }),
    );
  });

  it('parses back: as a range', () => {
    fc.assert(
      fc.property(whole, whole, fc.constantFrom('-', '至', '到', '~'), (a, b, to) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        fc.pre(low * 10_000 > high && low < high);
        expect(parsed(`${low}${to}${high}`)).toEqual({ low, high, unit: '户' });
      }),
    );
  });
});

describe('any text', () => {
  const anyText = fc
    .array(
      fc.constantFrom(
        ...'0123456789一二两三十百千万亿几数半多余点分之成个年月日时岁%.,:-负零下第至到斤元米人周期a ',
      ),
      { maxLength: 40 },
    )
    .map((signs) => signs.join(''));

  it('leaves the sign of frost to the number behind it', () => {
    expect(parseNumbers('两亿零下30度').map(({ span }) => span)).toEqual([
      { start: 0, end: 2 },
      { start: 2, end: 7 },
    ]);
    expect(parseNumbers('亿零下0').map(({ span }) => span)).toEqual([{ start: 1, end: 4 }]);
  });

  it('gives spans in order that do not overlap and lie in the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let last = 0;
        for (const { span } of parseNumbers(text)) {
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.start).toBeGreaterThanOrEqual(last);
          expect(span.end).toBeLessThanOrEqual(text.length);
          last = span.end;
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('gives quantities whose low end is not above their high end', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const number of parseNumbers(text)) {
          if (number.kind === 'quantity') expect(number.low).toBeLessThanOrEqual(number.high);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    '9',
    '九',
    '9万',
    '九万',
    '1-',
    '1分之',
    '三点',
    '1年',
    '1:',
    '1,',
    '1.',
    '数',
    '十',
    '万',
    '1月',
    '半',
  ])('is read before the time of a test is up when it repeats %s: in linear time', (part) => {
    const found = parseNumbers(part.repeat(400_000));
    expect(found.every(({ span }, at) => span.start >= (found[at - 1]?.span.end ?? 0))).toBe(true);
  });
});

/** A whole number below 10^12 as it is written out. */
function inChinese(value: number): string {
  const sections = ['', '万', '亿'];
  let text = '';
  for (let section = 2; section >= 0; section -= 1) {
    const worth = 10_000 ** section;
    const part = Math.floor(value / worth) % 10_000;
    if (part > 0) text += `${text !== '' && part < 1000 ? '零' : ''}${belowWan(part)}${sections[section]}`;
    else if (text !== '' && !text.endsWith('零') && value % worth > 0) text += '零';
  }
  return text.replace(/零+/g, '零');
}

function belowWan(value: number): string {
  const units = ['', '十', '百', '千'];
  let text = '';
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit > 0) text += `${'零一二三四五六七八九'.charAt(digit)}${units[place]}`;
    else if (text !== '' && !text.endsWith('零') && value % 10 ** place > 0) text += '零';
  }
  return text;
}
