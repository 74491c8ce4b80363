import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalisedText } from '#classifier/core/normalise.ts';
import { spansOfCut } from '#classifier/core/word-cut.ts';
import { segment } from './chinese.ts';
import { createWordCutter } from './cut-words.ts';
import { jiebaLexicon } from './jieba-dictionary.ts';

const cutText = createWordCutter(jiebaLexicon());

function cut(text: string): string[] {
  return spansOfCut(cutText(text)).map(({ start, end }) => text.slice(start, end));
}

function jieba(text: string): string[] {
  return segment(text).map(({ start, end }) => text.slice(start, end));
}

describe('createWordCutter', () => {
  it('cuts words and keeps runs of Latin letters whole', () => {
    expect(cut('提取dna定制专属“恐龙宠物”')).toEqual([
      '提取',
      'dna',
      '定制',
      '专属',
      '“',
      '恐龙',
      '宠物',
      '”',
    ]);
    expect(cut('covid-19疫苗纯度99.99%')).toEqual(['covid-19', '疫苗', '纯度', '99.99', '%']);
  });

  it('cuts every starter headline as nodejieba does', () => {
    const file = new URL('../../labels/starter.jsonl', import.meta.url);
    const texts = readFileSync(file, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => normalisedText(JSON.parse(line).text));
    expect(texts.length).toBeGreaterThan(2000);
    expect(texts.filter((text) => cut(text).join('|') !== jieba(text).join('|'))).toEqual([]);
  });

  it('cuts any text as nodejieba does, from end to end', () => {
    const unit = fc.oneof(
      fc.constantFrom(
        '恐龙',
        '中国',
        '人民',
        '的',
        '一',
        '了',
        'dna',
        "'",
        '-',
        '9',
        '\ud800',
        '😀',
        '𠮷',
        ' ',
        '，',
        '。',
        '\u0301',
        'ß',
        '云计算',
        '区块',
        '链',
      ),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.string({ unit }), (raw) => {
        const text = normalisedText(raw);
        expect(cut(text).join('')).toBe(text);
        expect(cut(text)).toEqual(jieba(text));
      }),
    );
  });

  it('cuts a text longer than its scratch memory', () => {
    const text = '恐龙宠物'.repeat(500);
    expect(cut(text)).toEqual(jieba(text));
  });
});
