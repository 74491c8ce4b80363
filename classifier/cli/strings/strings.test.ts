import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import { zh } from './zh.ts';

const gapsIn = (text: string) => [...text.matchAll(/%s/g)].length;
const pairs = Object.keys(zh).map(
  (key) => [key, zh[key as keyof typeof zh], en[key as keyof typeof zh]] as const,
);
const texts = pairs.filter(
  (pair): pair is readonly [keyof typeof zh, string, string] => typeof pair[1] === 'string',
);

describe('the words of the command', () => {
  it('are the same in both languages, with the same gaps, and none is empty', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
    expect(texts.length).toBeGreaterThan(20);
    expect(texts.filter(([, chinese, english]) => gapsIn(chinese) !== gapsIn(english))).toEqual([]);
    expect(texts.filter(([, chinese, english]) => chinese.trim() === '' || english.trim() === '')).toEqual(
      [],
    );
  });

  it('name in both languages the commands, formats and files that the Chinese names', () => {
    const unnamed = texts.flatMap(([key, chinese, english]) =>
      (chinese.match(/[A-Za-z][\w.-]*[A-Za-z]/g) ?? [])
        .filter((name) => !english.toLowerCase().includes(name.toLowerCase()))
        .map((name) => `${key}: ${name}`),
    );
    expect(unnamed).toEqual([]);
  });
});
