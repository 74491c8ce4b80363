import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { assemble, compiledStarter } from './assemble.ts';
import { createJudge, type Judge } from './judged.ts';

const ROOT = join(import.meta.dirname, '../..');

/** The sample list, and claims with numbers that the ranges know. */
const HEADLINES = [
  ...readFileSync(join(ROOT, 'seeds/004_783cbe47843b3da7.txt'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('- • '))
    .map((line) => line.slice(4)),
  '今夏平均气温68℃创纪录',
  '某市高铁时速提至3000公里',
  '广西老人活到180岁仍能下地',
  '水稻亩产10000斤通过验收',
  '婴儿出生重达30公斤',
  '体温升至52℃的男子自行走出医院',
  '本市2月30日起实行新规',
  '60%支持、70%反对新方案',
];

/** As houses set that part Chinese characters from digits and Latin letters. */
function spaced(text: string): string {
  return text
    .replace(/(\p{Script=Han})([0-9A-Za-z])/gu, '$1 $2')
    .replace(/([0-9A-Za-z%℃])(\p{Script=Han})/gu, '$1 $2')
    .replace(/(\d)℃/gu, '$1 ℃');
}

describe('what a house style does to a verdict', () => {
  let judge: Judge;
  beforeAll(async () => {
    const assembled = await assemble(
      { labels: join(ROOT, 'labels'), rules: join(ROOT, 'classifier/rules/packs') },
      join(ROOT, 'no-workspace'),
    );
    if (!assembled.ok) throw new Error(assembled.trouble.sentence.en);
    judge = createJudge(compiledStarter(assembled.value), assembled.value.reader, true);
  }, 60_000);

  it('is nothing where it parts digits and letters from Chinese characters by blanks', () => {
    const withNumbers = HEADLINES.filter((text) => spaced(text) !== text);
    expect(withNumbers.length).toBeGreaterThan(20);
    const scores = (text: string) => ({ ...judge(text), reasons: ruleNames(judge(text).reasons) });
    for (const text of withNumbers) expect(scores(spaced(text)), text).toEqual(scores(text));
  });

  it.each([
    ['【快讯】', ''],
    ['视频丨', ''],
    ['🔥', ''],
    ['', '（图）'],
    ['', '（组图）'],
    ['', '_新华网'],
    ['【直播】', ' - 某某日报'],
  ])('is nothing where it sets %s before and %s behind', (before, behind) => {
    for (const text of HEADLINES) expect(judge(before + text + behind), text).toEqual(judge(text));
  });
});

/** Words are named as printed, and so with their blanks. */
function ruleNames(reasons: readonly string[]): readonly string[] {
  return reasons.filter((reason) => reason.startsWith('rule:'));
}
