import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HEADLINE_LIMIT } from './headline-limit.ts';
import { linesOf } from './lines.ts';
import { readList } from './read-list.ts';

const seeds = new URL('../../seeds/', import.meta.url);
const PARAGRAPH = '自贡市委近期专题研究川南一体化战略。这一举措是落实区域协调发展的关键行动,影响深远。';

function textsOf(text: string): string[] {
  const result = readList(text);
  if (!result.ok) throw new Error(result.trouble.code);
  return result.value.items.map((item) => item.text);
}

function codeOf(text: string) {
  const result = readList(text, '清单.txt');
  return result.ok ? 'ok' : [result.trouble.code, result.trouble.place.line];
}

describe('readList on the seeds', () => {
  it('takes exactly the 84 headlines and reports the other lines', () => {
    const result = readList(readFileSync(new URL('004_783cbe47843b3da7.txt', seeds), 'utf8'));
    if (!result.ok) throw new Error(result.trouble.code);
    const { items, leftOut, summary } = result.value;
    expect(items).toHaveLength(84);
    expect(items[0]).toEqual({ text: '平桥瀑布民俗摄影赛造假风波:AI生成获奖作品引摄影师集体抗议', line: 14 });
    expect(leftOut).toHaveLength(15);
    expect(summary.map(({ reason, lines }) => [reason.zh, lines])).toEqual([
      ['空行', 2],
      ['列表的标题或说明', 6],
      ['正文段落', 7],
    ]);
  });

  it.each(['000_5674408eb07718c4.txt', '001_7d07248b9fcfa7dd.txt', '003_02e312347b30c862.txt'])(
    'finds no list in the article %s',
    (name) => expect(codeOf(readFileSync(new URL(name, seeds), 'utf8'))).toEqual(['no-headlines', undefined]),
  );
});

describe('readList on what editors paste', () => {
  const cases: [string, string, string[]][] = [
    ['one a line', '\uFEFF甲镇通车\r\n\r\n  乙县开馆 \r丙村丰收', ['甲镇通车', '乙县开馆', '丙村丰收']],
    ['a single headline', '甲镇通车', ['甲镇通车']],
    ['an article, then bullets', `大标题\n${PARAGRAPH}\n小标题\n- 甲\n- 乙`, ['甲', '乙']],
    ['an article, then one bullet', `大标题\n${PARAGRAPH}\n• 甲`, ['甲']],
    ['a sentence, then one a line', `${PARAGRAPH}\n甲\n乙\n丙`, ['甲', '乙', '丙']],
    ['an intro, then numbers', '本周标题如下:\n1. 甲\n2. 乙', ['甲', '乙']],
    [
      'every kind of bullet',
      '* 甲\n+ 乙\n•丙\n· 丁\n●戊\n- • 己\n– 庚\n※ 辛\n- [ ] 壬',
      [...'甲乙丙丁戊己庚辛壬'],
    ],
    ['nested Markdown', '# 今日\n- 要闻:\n  - 甲\n    * 乙\n\n***\n- 丙', ['甲', '乙', '丙']],
    [
      'numbers of every style',
      '【1】甲\n\n1、乙\n2、丙\n\n(1)丁\n(2)戊\n\n①己\n②庚\n\n一、辛\n二、壬',
      [...'甲乙丙丁戊己庚辛壬'],
    ],
    ['ten and more in Chinese', '九、甲\n十、乙\n十一、丙', ['甲', '乙', '丙']],
    ['Markdown ones', '1. 甲\n1. 乙', ['甲', '乙']],
    ['sections with bullets', '一、要闻\n- 甲\n二、社会\n- 乙', ['甲', '乙']],
    ['sections of a report', `一、回顾\n${PARAGRAPH}\n二、展望\n${PARAGRAPH}\n- 甲`, ['甲']],
    ['years behind numbers', '1.2025年开馆\n2.甲\n3.乙', ['2025年开馆', '甲', '乙']],
    [
      'figures that are no numbers',
      '1.5亿元投向乡村\n2.3万人受益\n一、二号线开通\n丙',
      ['1.5亿元投向乡村', '2.3万人受益', '一、二号线开通', '丙'],
    ],
    ['numbers of changing style', '今日要闻\n1. 甲\n2、乙\n3. 丙', ['甲', '乙', '丙']],
    ['bullets and numbers mixed', '- 甲\n• 乙\n1. 丙\n2、丁\n(3)戊\n④己', [...'甲乙丙丁戊己']],
    ['Chinese numbers of changing style', '一、甲\n（二）乙\n三、丙', ['甲', '乙', '丙']],
    ['sections with numbers', '一、要闻\n（一）甲\n（二）乙\n二、社会\n1. 丙\n2. 丁', [...'甲乙丙丁']],
    ['numbers in numbers', '1. 甲\n(1) 乙\n(2) 丙\n2. 丁', [...'甲乙丙丁']],
    ['a number left out of a list', '要闻\n1. 甲\n2. 乙\n\n7. 丙\n- 丁', ['甲', '乙', '7. 丙', '丁']],
    ['numbers in no order', '- 甲\n社会\n9. 乙\n5. 丙', ['甲', '9. 乙', '5. 丙']],
    [
      'figures among bullets',
      '要闻\n- 甲\n1.5亿元投向乡村\n一、二号线开通\n- 乙',
      ['甲', '1.5亿元投向乡村', '一、二号线开通', '乙'],
    ],
    ['a list before a paragraph', `要闻\n1. 甲\n2、乙\n4. 丙\n\n${PARAGRAPH}`, ['甲', '乙', '4. 丙']],
    ['a single section of bullets', '一、要闻\n- 甲\n- 乙', ['甲', '乙']],
    [
      'signs that are no bullets',
      '-5℃寒潮来袭\n*ST盐化停牌\n★独家★盐井\n#话题#',
      ['-5℃寒潮来袭', '*ST盐化停牌', '★独家★盐井', '#话题#'],
    ],
    ['quotes around items', '- “甲:乙,丙”\n- 《丁》', ['“甲:乙,丙”', '《丁》']],
    ['near-copies kept, copies not', '- 甲馆启用\n- 甲馆正式启用\n- 甲馆启用 ', ['甲馆启用', '甲馆正式启用']],
    [
      'a chance bullet in a long list',
      `${[...'甲乙丙丁戊己庚辛壬癸'].join('\n')}\n- 子`,
      [...'甲乙丙丁戊己庚辛壬癸子'],
    ],
    ['an emoji, a line separator', '- 🎉\n- 甲\u2028乙', ['🎉', '甲\u2028乙']],
  ];
  it.each(cases)('%s', (_what, text, expected) => expect(textsOf(text)).toEqual(expected));

  it('calls a numbered line among items a heading in none of many orders', () => {
    const mark = fc.constantFrom('- ', '• ', '* ', '1. ', '2、', '(3)', '④', '7) ', '[12]', '1.5亿');
    fc.assert(
      fc.property(fc.array(mark, { minLength: 1, maxLength: 12 }), (marks) => {
        const lines = marks.map((sign, at) => `${sign}标题${at}`);
        const headlines = textsOf(`- 首条\n${lines.join('\n')}`);
        expect(headlines).toHaveLength(marks.length + 1);
        for (const [at, line] of lines.entries())
          expect(line.endsWith(headlines[at + 1] as string)).toBe(true);
      }),
    );
  });

  it('names lines that are too long apart from the summary', () => {
    const result = readList(`- 甲\n- ${'盐'.repeat(HEADLINE_LIMIT + 1)}\n\n- 乙`);
    if (!result.ok) throw new Error(result.trouble.code);
    expect(result.value.tooLong).toEqual([2]);
    expect(result.value.leftOut).toEqual([
      { line: 2, reason: 'too-long' },
      { line: 3, reason: 'blank' },
    ]);
    expect(result.value.summary).toEqual([{ reason: { zh: '空行', en: 'blank line' }, lines: 1 }]);
  });

  it('reports a copy with its line', () => {
    const result = readList('- 甲\n- 乙\n- 甲');
    expect(result.ok && result.value.leftOut).toEqual([{ line: 3, reason: 'repeated' }]);
  });
});

describe('readList on bad input', () => {
  it.each(['', ' \n\t\r\n\u3000', '----\n***', PARAGRAPH, '本周标题:'])('finds no headline in %j', (text) => {
    expect(codeOf(text)).toEqual(['no-headlines', undefined]);
  });

  it('takes 5,000 characters and names the line of more', () => {
    expect(textsOf(`- ${'盐'.repeat(HEADLINE_LIMIT)}`)).toHaveLength(1);
    expect(textsOf(`- ${'𠮷'.repeat(HEADLINE_LIMIT)}`)).toHaveLength(1);
    expect(codeOf(`\n- ${'盐'.repeat(HEADLINE_LIMIT + 1)}`)).toEqual(['line-too-long', 2]);
    expect(textsOf(`- ${'盐'.repeat(HEADLINE_LIMIT + 1)}\n- 甲`)).toEqual(['甲']);
  });

  it('names line 1 of a single line of 50 MB', () => {
    expect(codeOf('x'.repeat(50_000_000))).toEqual(['line-too-long', 1]);
  });

  it.each(['。”', '- ', '1.', 'a. A', ' \t', '((', '一、'])(
    'reads lines of %s before the time of a test is up: in linear time',
    (part) => {
      const line = part.repeat(1200);
      expect(codeOf(`${line}\n`.repeat(2000))).toEqual(codeOf(`${line}\n`));
    },
  );

  const piece = fc.constantFrom(
    '- ',
    '1. ',
    '一、',
    '\n',
    '\r\n',
    '\r',
    ' ',
    '甲',
    '。',
    ':',
    '\0',
    '\u202e',
    '\ud800',
    PARAGRAPH,
  );
  it('accounts for every line once, in order, with the text of that line', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary' })), { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        const result = readList(text);
        if (!result.ok) return;
        const lines = [...linesOf(text.replace(/^\uFEFF/, ''))];
        const { items, leftOut } = result.value;
        const seen = [...items, ...leftOut].map(({ line }) => line).sort((a, b) => a - b);
        expect(seen).toEqual(lines.map(({ line }) => line));
        for (const item of items) expect(lines[item.line - 1]?.text).toContain(item.text);
        expect(new Set(items.map((item) => item.text)).size).toBe(items.length);
      }),
    );
  });
});
