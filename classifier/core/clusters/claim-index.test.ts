import { expect, it } from 'vitest';
import { claimIndex, rivalsOf } from './claim-index.ts';
import { claimsOf } from './claims.ts';

const HEADLINES = [
  '补贴拖欠5年农民砍树',
  '补贴拖欠5年农民种菜',
  '补贴拖欠6年农民砍树',
  '河南一小学食堂超标',
  '河北一小学食堂超标',
  '法院一审判业主胜诉',
  '法院一审判业主败诉',
  '开工5年的大桥通车',
].map(claimsOf);
const INDEX = claimIndex(HEADLINES.keys(), (at) => HEADLINES[at] as (typeof HEADLINES)[number]);

it('names the first headline of each other value in the same words', () => {
  expect(HEADLINES.map((claims) => rivalsOf(INDEX, claims))).toEqual([[2], [2], [0], [4], [3], [6], [5], []]);
});

it('names a few of many values only', () => {
  const many = Array.from({ length: 50 }, (_, at) => claimsOf(`大桥造价${at + 1}万元`));
  const index = claimIndex(many.keys(), (at) => many[at] as (typeof many)[number]);
  expect(rivalsOf(index, claimsOf('大桥造价3万元'))).toEqual([0, 1, 3, 4, 5]);
});
