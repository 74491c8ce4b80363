import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { condensedText } from '#classifier/core/condense.ts';
import { createQuantityRules } from '#classifier/core/quantities/quantity-rules.ts';
import { troubleLine } from '#classifier/core/trouble.ts';
import { joinRanges, loadRanges } from './load-ranges.ts';
import { readRanges } from './read-rules.ts';

const FOLDER = join(import.meta.dirname, 'packs/quantities');
const shipped = readRanges(FOLDER, condensedText);
const { match } = createQuantityRules(shipped.table);

function hitsOf(headline: string): string[] {
  return match(condensedText(headline)).map(({ rule }) => rule.id);
}

describe('the shipped ranges', () => {
  it('load without any trouble and bear out their examples', () => {
    expect(shipped.troubles.map((trouble) => troubleLine(trouble, 'en'))).toEqual([]);
  });

  it('are at least 60, each with a source in both languages', () => {
    expect(shipped.table.ranges.length).toBeGreaterThanOrEqual(60);
    expect(shipped.table.ranges.filter(({ source }) => source.zh.length < 4 || source.en.length < 4)).toEqual(
      [],
    );
  });

  it('do not hit the sample list', () => {
    const lines = readFileSync(join(import.meta.dirname, '../../labels/zigong.jsonl'), 'utf8')
      .trim()
      .split('\n');
    expect(lines.flatMap((line) => hitsOf(JSON.parse(line).text))).toEqual([]);
  });

  it('measure a figure that a house sets blanks around', () => {
    expect(hitsOf('广西老人活到 180 岁仍能下地')).toEqual(hitsOf('广西老人活到180岁仍能下地'));
    expect(hitsOf('广西老人活到 180 岁仍能下地')).not.toEqual([]);
  });

  it('do not hit ordinary figures', () => {
    const ordinary = [
      '沿滩盐化工中试基地启用:卤水提锂技术突破,纯度高达99.99%',
      '毕业即享年薪12万合同',
      '首批签约项目总投资达120亿元',
      '村民三十年种树一百万棵',
      '全县农业总产值同比增长300%',
      '订单增长3倍,运输损耗降50%',
      '三甲医院专家5分钟出报告',
      '千年盐井重新开放',
    ];
    expect(ordinary.flatMap(hitsOf)).toEqual([]);
  });

  it('are all read: no file of the folder is passed over', () => {
    expect(readdirSync(FOLDER).filter((name) => !name.endsWith('.yaml'))).toEqual([]);
  });
});

const SOUND = `id: age
    zh: 年龄
    en: age
    unit: 岁
    likely: [0, 122]
    possible: [0, 130]
    source: { zh: 纪录, en: record }
    before: [活到]
    ok: [活到200岁, 活到300岁]
    fail: [活到90岁, 200岁银杏]`;

function troublesOf(...entries: readonly string[]): string[] {
  const loaded = loadRanges(
    `ranges:\n${entries.map((entry) => `  - ${entry}\n`).join('')}`,
    'r.yaml',
    condensedText,
  );
  if (!loaded.ok) return [troubleLine(loaded.trouble, 'en')];
  return joinRanges([loaded.value], condensedText).troubles.map((trouble) => troubleLine(trouble, 'en'));
}

describe('loadRanges', () => {
  it('takes a sound range', () => {
    expect(troublesOf(SOUND)).toEqual([]);
  });

  it.each([
    ['an unknown unit', ['unit: 岁', 'unit: 石'], 'r.yaml:5: range age: unknown unit: 石'],
    ['bounds the wrong way round', ['[0, 122]', '[130, 0]'], 'the low bound is above the high'],
    ['a record beyond what is possible', ['[0, 122]', '[0, 200]'], 'possible must contain likely'],
    ['no source', ['    source: { zh: 纪录, en: record }\n', ''], 'source'],
    ['an ok example that is not hit', ['活到200岁,', '活到100岁,'], 'an ok example is not hit: 活到100岁'],
    ['a fail example that is hit', ['活到90岁', '活到900岁'], 'a fail example is hit: 活到900岁'],
    ['a word that is nothing', ['[活到]', '["\\u200b"]'], 'empty after normalisation'],
    ['an unknown field', ['    zh: 年龄', '    zhh: 年龄'], 'zh'],
  ] as const)('refuses %s', (_, [from, to], message) => {
    const [first] = troublesOf(SOUND.replace(from, to));
    expect(first).toContain(message.replace('range age', 'rule age'));
  });

  it('leaves only the broken range out, and a second one with its id', () => {
    const troubles = troublesOf(
      SOUND.replace('unit: 岁', 'unit: 石').replace('id: age', 'id: other'),
      SOUND,
      SOUND,
    );
    expect(troubles).toHaveLength(2);
    expect(troubles[1]).toContain('the id is used already');
  });
});
