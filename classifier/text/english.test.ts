import { describe, expect, it } from 'vitest';
import { stemLatin } from './english.ts';

describe('stemLatin', () => {
  it('stems the Latin words of a mixed headline and says where they stand', () => {
    const text = '提取dna定制 shocking shocked covid-19';
    const found = stemLatin(text).map(({ start, end, stem }) => [text.slice(start, end), stem]);
    expect(found).toEqual([
      ['dna', 'dna'],
      ['shocking', 'shock'],
      ['shocked', 'shock'],
      ['covid-19', 'covid-19'],
    ]);
  });

  it('takes neither numbers nor single letters for words', () => {
    expect(stemLatin('2024年a股 5/6')).toEqual([]);
  });
});
