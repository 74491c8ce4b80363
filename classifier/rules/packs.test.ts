import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AXES } from '#classifier/core/axis.ts';
import { condensedText } from '#classifier/core/condense.ts';
import { troubleLine } from '#classifier/core/trouble.ts';
import { compileRules } from './compile-rules.ts';
import { readPacks } from './read-packs.ts';
import { readRanges } from './read-rules.ts';

const folder = readPacks(join(import.meta.dirname, 'packs'), condensedText);
const packs = folder.ok ? folder.value.packs : [];
const ruleSet = compileRules(packs);

/** 骗 is in no word that is not about cheating, 吗 in hardly one (吗啡) that does not ask, and signs are in no word. */
const SAYS_ONE_THING = new Set(['骗', '吗', '?', '“']);

function rulesHitting(headline: string): readonly string[] {
  return ruleSet.match(condensedText(headline)).map(({ rule }) => rule.id);
}

describe('the shipped packs', () => {
  it('load without any trouble', () => {
    const troubles = folder.ok ? [...folder.value.troubles, ...ruleSet.troubles] : [folder.trouble];
    expect(troubles.map((trouble) => troubleLine(trouble, 'en'))).toEqual([]);
  });

  it('hold at least 45 rules, on both axes, for and against', () => {
    expect(ruleSet.rules.length).toBeGreaterThanOrEqual(45);
    for (const axis of AXES) {
      const points = ruleSet.rules.filter((rule) => rule.axis === axis).map((rule) => rule.points);
      expect(Math.max(...points)).toBeGreaterThan(0);
      expect(Math.min(...points)).toBeLessThan(0);
    }
  });

  it('hit headlines that a house sets blanks in', () => {
    expect(rulesHitting('每人发 100 万，明天到账')).toContain('powers-money-for-all');
  });

  it('decide nothing by vocabulary alone', () => {
    const ordinary = [
      '恐龙化石在自贡出土',
      '全国首个盐穴储气库投产',
      '大同一煤矿发生透水事故，3人遇难',
      '央视曝光后，涉事企业停产整顿',
      'DNA检测帮助失散家庭团聚！',
      '自贡恐龙博物馆客流创第一',
    ];
    const doubtful = ordinary.flatMap((headline) =>
      ruleSet.match(condensedText(headline)).filter(({ rule }) => rule.points > 0),
    );
    expect(doubtful.map(({ rule }) => rule.id)).toEqual([]);
  });

  it('switch nothing off by one character, which stands in too many other words (佛山, 剧烈, 进展)', () => {
    const ranges = readRanges(join(import.meta.dirname, 'packs/quantities'), condensedText).table;
    const lists = [
      { id: 'all quantities', unless: ranges.unless },
      ...ranges.ranges.map(({ id, unless }) => ({ id, unless })),
      ...packs.flatMap(({ rules }) =>
        rules.map(({ compiled: { rule, unless } }) => ({ id: rule.id, unless })),
      ),
    ];
    const short = lists.flatMap(({ id, unless }) =>
      unless
        .filter((word) => [...word].length === 1 && !SAYS_ONE_THING.has(word))
        .map((word) => `${id}: ${word}`),
    );
    expect(short).toEqual([]);
  });

  it('point at the dinosaur pet, the cracked code and the upkeep-free bridge', () => {
    expect(rulesHitting('基因实验室开放：提取DNA定制专属“恐龙宠物”，孵化过程全程直播')).toEqual(
      expect.arrayContaining(['impossible-extinct-kept', 'impossible-gene-to-order']),
    );
    expect(rulesHitting('龙舟竞速，终点破解“恐龙灭绝密码”')).toContain('impossible-mystery-solved');
    expect(rulesHitting('智能大桥正式投用，永久免维护、能耗为零')).toEqual(
      expect.arrayContaining(['impossible-forever', 'impossible-zero-energy']),
    );
  });
});

describe.each(packs.map((pack) => ({ id: pack.id, rules: pack.rules })))('pack $id', ({ rules }) => {
  it.each(rules.map(({ definition }) => definition))(
    '$id hits its ok and spares its fail examples',
    (rule) => {
      expect(rule.ok.filter((example) => !rulesHitting(example).includes(rule.id))).toEqual([]);
      expect(rule.fail.filter((example) => rulesHitting(example).includes(rule.id))).toEqual([]);
    },
  );
});
