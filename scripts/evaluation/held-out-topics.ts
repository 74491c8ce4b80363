import type { LabelledHeadline } from '#classifier/core/labelled-headline.ts';

/** Topics that nobody who writes rules or chooses parameters reads: labels/STARTER.md. */
const HELD_OUT = new Set(
  '人大政协 全民健身 养生 制造业 历史 城市交通 婚恋家庭 彩票奇闻 文化演出 检察 法院 畜牧水产 科学研究 能源电力 铁路民航 餐饮'.split(
    ' ',
  ),
);

export function isHeldOut({ topic }: Pick<LabelledHeadline, 'topic'>): boolean {
  return topic !== null && HELD_OUT.has(topic);
}
