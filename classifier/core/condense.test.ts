import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { condense, condensedText } from './condense.ts';
import { normalise, rawSpan } from './normalise.ts';

describe('condense', () => {
  it.each([
    ['活到 180 岁', '活到180岁'],
    ['平均气温 68 ℃ 创纪录', '平均气温68°c创纪录'],
    ['气温 -70 ℃', '气温-70°c'],
    ['占 60% 的人', '占60%的人'],
    ['增长 60 %', '增长60%'],
    ['用 AI 写诗', '用ai写诗'],
  ])('drops the blanks that a house sets around digits and letters: %j', (raw, text) => {
    expect(condensedText(raw)).toBe(text);
  });

  it.each(['股价大跌 基民失眠', 'boeing 737 lands', '甲队 - 乙队', '中国 “5”'])(
    'keeps other blanks: %j',
    (raw) => {
      expect(condensedText(raw)).toBe(raw);
    },
  );

  it.each([
    ['永·动·机问世', '永动机问世'],
    ['民间研制永 动 机', '民间研制永动机'],
    ['喝神水长*生*不*老*术', '喝神水长生不老术'],
    ['喝神水返 老 还 童', '喝神水返老还童'],
    ['恐 龙 复 活', '恐龙复活'],
    ['高 血 压 根 治', '高血压根治'],
    ['民间研制永*动*机成功', '民间研制永动机成功'],
    ['民间研制永_动_机成功', '民间研制永动机成功'],
  ])('drops what parts single characters, and tells it: %j', (raw, text) => {
    const condensed = condense(raw);
    expect(condensed.text).toBe(text);
    expect(condensed.hidden).toHaveLength(raw.length - text.length);
    for (const { start, end } of condensed.hidden) expect(raw.slice(start, end)).toMatch(/^[· *_]$/);
  });

  it.each([
    '阿卜杜拉·阿齐兹访华',
    '穆罕默德·本·萨勒曼到访',
    '让·雅克·卢梭故居',
    '湖人 胜 勇士',
    '京-津-冀',
    '通 知',
    '新任支部委员:王 军 李 明 张 伟',
    '新任支部委员:王 军 李小明',
    '新任支部委员 李小明 王 军',
    '先进个人:尕 措 李 明 张 伟',
    '长*宽',
    '要闻_国内_图',
  ])('leaves names and lists alone: %j', (raw) => {
    expect(condense(raw)).toMatchObject({ text: raw, hidden: [] });
  });

  const anyText = fc
    .array(fc.constantFrom('恐', '龙', '5', '2024', 'dna', '%', '℃', '-', ',', '\u200b', '龍', ' ', '·'), {
      maxLength: 12,
    })
    .map((parts) => parts.join(''));

  it('reads a headline alike with and without house blanks, and changes nothing the second time', () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const spaced = raw
          .replace(/([\u4e00-\u9fff])([0-9a-z])/g, '$1 $2')
          .replace(/([0-9a-z%℃])([\u4e00-\u9fff])/g, '$1 $2');
        const text = condensedText(raw);
        expect(condensedText(spaced)).toBe(text);
        expect(condensedText(text)).toBe(text);
      }),
    );
  });

  it('leads back to the raw text, and leaves alone what a headline is known by', () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const condensed = condense(raw);
        [...condensed.text].forEach((unit, at) => {
          const { start, end } = rawSpan(condensed, { start: at, end: at + 1 });
          expect(normalise(raw.slice(start, end)).text || ' ').toContain(unit);
        });
      }),
    );
    const condensed = condense('活到 １８０ 岁');
    expect(rawSpan(condensed, { start: 2, end: 6 })).toEqual({ start: 3, end: 8 });
  });
});
