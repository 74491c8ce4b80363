import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import { zh } from './zh.ts';

const gapsOf = (text: string) =>
  [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]))].sort();

describe('strings', () => {
  it('have the same keys and the same gaps in both languages', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
    for (const [key, text] of Object.entries(zh)) {
      expect([key, gapsOf(en[key as keyof typeof zh])]).toEqual([key, gapsOf(text)]);
    }
  });

  it('are Chinese in the Chinese module and have no Chinese in the English one', () => {
    const han = /\p{Script=Han}/u;
    const chinese = /[\p{Script=Han}：“”]/u;
    expect(Object.entries(zh).filter(([, text]) => !chinese.test(text))).toEqual([]);
    expect(Object.entries(en).filter(([, text]) => han.test(text))).toEqual([]);
  });
});
