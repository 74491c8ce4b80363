import { expect, it } from 'vitest';
import { clusterVerdicts } from './cluster-verdicts.ts';

function verdictsOn(texts: readonly string[]) {
  const verdictOf = clusterVerdicts(texts);
  return texts.map((_, at) => verdictOf(at));
}

it('compares all members of a small cluster with each other', () => {
  const verdicts = verdictsOn(['大同一煤矿透水3人遇难', '昨夜下雨', '大同一煤矿透水11人遇难']);
  expect(verdicts.map(({ id, size }) => [id, size])).toEqual([
    [1, 2],
    [2, 1],
    [1, 2],
  ]);
  expect(verdicts[2]?.contradictions).toEqual([
    { kind: 'number', here: '11人', there: '3人', headline: '大同一煤矿透水3人遇难' },
  ]);
});

it('finds the one headline that contradicts a thousand others, and them, and names no more than five', () => {
  const same = Array.from(
    { length: 1000 },
    (_, at) => `退耕还林补贴拖欠5年农民砍树${'甲乙丙丁戊己庚辛壬癸'[at % 10]}`,
  );
  const odd = '退耕还林补贴拖欠6年农民砍树';
  const verdicts = verdictsOn([...same, odd]);
  expect(verdicts[1000]).toMatchObject({ id: 1, size: 1001 });
  const named = new Set(verdicts[1000]?.contradictions.map(({ headline }) => headline));
  expect(named.size).toBeGreaterThan(0);
  expect(named.size).toBeLessThanOrEqual(5);
  for (const at of [0, 7, 500, 999])
    expect(verdicts[at]?.contradictions).toEqual([
      { kind: 'number', here: '5年', there: '6年', headline: odd },
    ]);
});

it('holds near-copies against each other only, not what a long chain of them connects', () => {
  const steps = '子丑寅卯辰巳午未申酉戌亥甲乙丙丁戊己庚辛壬癸';
  const chain = Array.from({ length: 12 }, (_, at) => `${steps.slice(at, at + 10)}共${at + 1}人`);
  const verdicts = verdictsOn(chain);
  expect(verdicts.every(({ size }) => size === 12)).toBe(true);
  for (const [at, { contradictions }] of verdicts.entries()) {
    for (const { headline } of contradictions) {
      expect(Math.abs(chain.indexOf(headline) - at)).toBeLessThan(6);
    }
  }
});

it('sees a contradiction through the blanks and tags of a house', () => {
  const [spaced, plain] = ['【快讯】某地大桥坍塌致 5 人死亡', '某地大桥坍塌致8人死亡_新华网'];
  const [first, second] = verdictsOn([spaced, plain]);
  expect(first?.contradictions).toEqual([{ kind: 'number', here: '5人', there: '8人', headline: plain }]);
  expect(second?.contradictions).toEqual([{ kind: 'number', here: '8人', there: '5人', headline: spaced }]);
});
