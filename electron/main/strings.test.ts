import { expect, it } from 'vitest';
import { STRINGS } from './strings.ts';

it('the words of menus and dialogs are there in both languages', () => {
  const { zh, en } = STRINGS;
  expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
  expect(Object.entries(zh).filter(([, text]) => !/\p{Script=Han}/u.test(text))).toEqual([]);
  expect(Object.entries(en).filter(([, text]) => text.trim() === '' || /\p{Script=Han}/u.test(text))).toEqual(
    [],
  );
});
