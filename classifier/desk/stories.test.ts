import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findStories, packStories, unpackStories } from './list/stories.ts';

const FEW = [
  '退耕还林补贴拖欠5年',
  '退耕还林补贴拖欠6年',
  '侏罗纪小镇',
  '市政府发布新规',
  '市政府发布新规定',
];
const anyList = fc.array(fc.constantFrom(...FEW), { maxLength: 30 });

it('keeps stories as they were found', () => {
  fc.assert(
    fc.property(anyList, (texts) => {
      const found = findStories(texts);
      const kept = unpackStories(packStories(found), texts.length);
      expect(kept?.firsts).toEqual(found.firsts);
      expect(kept?.members.sizes).toEqual(found.members.sizes);
    }),
  );
});

it('does not take the stories of another list, or of another method', () => {
  const packed = packStories(findStories(FEW));
  expect(unpackStories(packed, FEW.length)).not.toBeNull();
  expect(unpackStories(packed, FEW.length + 1)).toBeNull();
  const [method = 0] = new Int32Array(packed.buffer);
  new Int32Array(packed.buffer)[0] = method + 1;
  expect(unpackStories(packed, FEW.length)).toBeNull();
  expect(unpackStories(new Uint8Array(), FEW.length)).toBeNull();
});

it('finds by the method that is kept with them what it always found', () => {
  expect([...new Int32Array(packStories(findStories(FEW)).buffer)]).toEqual([2, 5, 1, 0, 4, 3]);
});

it('finds one story whatever blanks and tags a house set', () => {
  expect([...findStories(['大桥通车', '【直播】大桥通车_某某晚报客户端']).firsts]).toEqual([0, 0]);
});
