import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalisedText } from '../normalise.ts';
import { alignmentRoom, differencesOf } from './alignment.ts';
import { contradictionsBetween } from './contradictions.ts';

function found(here: string, there: string): [string, string, string][] {
  const [left, right] = [normalisedText(here), normalisedText(there)];
  return contradictionsBetween(left, right).map((one) => [
    one.kind,
    left.slice(one.here.start, one.here.end),
    right.slice(one.there.start, one.there.end),
  ]);
}

describe('contradictionsBetween', () => {
  it.each([
    [
      '退耕还林补贴拖欠5年:农民无奈砍树种菜被罚,林业局称“财政没钱”',
      '退耕还林补贴拖欠6年:农民砍树复耕被罚10万,林业局称“财政困难”',
      [['number', '5年', '6年']],
    ],
    ['大同一煤矿透水3人遇难', '大同一煤矿透水11人遇难', [['number', '3人', '11人']]],
    ['某市地铁五号线年底开通', '某市地铁五号线年底未开通', [['outcome', '', '未']]],
    ['河南一小学食堂检出超标', '河北一小学食堂检出超标', [['place', '河南', '河北']]],
    ['法院一审判业主胜诉', '法院一审判业主败诉', [['outcome', '胜诉', '败诉']]],
  ] as const)('sees that %s and %s disagree', (here, there, expected) => {
    expect(found(here, there)).toEqual(expected);
  });

  it.each([
    [
      '荣县远程影像诊断中心正式启用:村卫生室拍片,三甲医院专家5分钟出报告',
      '荣县远程影像诊断中心启用:村卫生室拍片,三甲医院专家5分钟出报告',
    ],
    ['订单增长3倍,传统工艺焕发新活力', '订单量激增3倍'],
    ['富顺“辣椒银行”上线:便捷服务助力乡村振兴', '富顺“辣椒银行”上线:开启辣椒产业新篇章'],
    ['3月5日起上调油价', '油价今起上调'],
  ])('takes %s and %s for two wordings', (here, there) => {
    expect(found(here, there)).toEqual([]);
  });

  it('finds nothing between a headline and itself, and the same kinds from either side', () => {
    const text = fc
      .array(fc.constantFrom('5年', '6年', '河南', '河北', '未', '通过', '否决', '学校', '3万元'), {
        maxLength: 8,
      })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(found(a, a)).toEqual([]);
        for (const [, left, right] of found(a, b)) expect(left).not.toBe(right);
      }),
    );
  });
});

describe('differencesOf', () => {
  it('turns one text into the other', () => {
    const text = fc.string({ unit: fc.constantFrom('甲', '乙', '1', 'a', '.'), maxLength: 12 });
    fc.assert(
      fc.property(text, text, (here, there) => {
        let rebuilt = '';
        let at = 0;
        for (const difference of differencesOf(here, there)) {
          rebuilt +=
            here.slice(at, difference.here.start) + there.slice(difference.there.start, difference.there.end);
          at = difference.here.end;
        }
        expect(rebuilt + here.slice(at)).toBe(there);
      }),
    );
  });

  it('leaves a longest common subsequence, in a room that was used before', () => {
    const text = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '丁'), maxLength: 12 });
    const room = alignmentRoom();
    fc.assert(
      fc.property(text, text, (here, there) => {
        const differences = differencesOf(here, there, room);
        const changed = differences.reduce((sum, { here: { start, end } }) => sum + end - start, 0);
        expect(here.length - changed).toBe(longestCommon(here, there));
        expect(differences).toEqual(differencesOf(here, there));
      }),
    );
  });
});

/** By the recursion itself, row by row. */
function longestCommon(here: string, there: string): number {
  let row: number[] = new Array(there.length + 1).fill(0);
  for (const left of here) {
    const next = [0];
    for (let j = 1; j <= there.length; j += 1) {
      const matched = left === there[j - 1] ? (row[j - 1] as number) + 1 : 0;
      next.push(Math.max(matched, row[j] as number, next[j - 1] as number));
    }
    row = next;
  }
  return row.at(-1) as number;
}
