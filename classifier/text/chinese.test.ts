import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalisedText } from '#classifier/core/normalise.ts';
import { segment } from './chinese.ts';

function words(text: string): string[] {
  return segment(text).map(({ start, end }) => text.slice(start, end));
}

describe('segment', () => {
  it('cuts words and keeps runs of Latin letters whole', () => {
    expect(words('提取dna定制专属“恐龙宠物”')).toEqual([
      '提取',
      'dna',
      '定制',
      '专属',
      '“',
      '恐龙',
      '宠物',
      '”',
    ]);
    expect(words('covid-19疫苗纯度99.99%')).toEqual(['covid-19', '疫苗', '纯度', '99.99', '%']);
  });

  it('covers every text from end to end without gaps', () => {
    const text = fc.string({
      unit: fc.oneof(fc.constantFrom('恐龙', 'dna', '\ud800', '😀', ' ', '\u0301', '5'), fc.string()),
    });
    fc.assert(
      fc.property(text, (raw) => {
        const normal = normalisedText(raw);
        expect(words(normal).join('')).toBe(normal);
      }),
    );
  });
});
