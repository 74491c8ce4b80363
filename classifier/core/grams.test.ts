import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createGramBuffer,
  distinctKeys,
  FIRST_STEM_KEY,
  fillGrams,
  type LatinWord,
  stemKey,
} from './grams.ts';
import { unitTextOf } from './unit-text.ts';

const noLatin = (): LatinWord[] => [];

function grams(text: string, stems = noLatin): [string, number][] {
  const buffer = createGramBuffer();
  fillGrams(unitTextOf(text), stems, buffer);
  return Array.from({ length: buffer.size }, (_, at) => [
    text.slice(buffer.starts[at], buffer.ends[at]),
    buffer.keys[at] as number,
  ]);
}

const key = (...units: string[]): number =>
  units.reduce((sum, unit) => sum * 0x10000 + unit.charCodeAt(0), 0);

describe('fillGrams', () => {
  it('packs one, two and three units exactly', () => {
    expect(grams('恐龙蛋')).toEqual([
      ['恐', key('恐')],
      ['龙', key('龙')],
      ['恐龙', key('恐', '龙')],
      ['蛋', key('蛋')],
      ['龙蛋', key('龙', '蛋')],
      ['恐龙蛋', key('恐', '龙', '蛋')],
    ]);
  });

  it('folds a run of digits to its length', () => {
    expect(grams('罚5000元').map(([, packed]) => packed)).toEqual(
      grams('罚9876元').map(([, packed]) => packed),
    );
    expect(grams('罚5000元')).toContainEqual(['罚5000元', key('罚', '4', '元')]);
    expect(grams('1234567890123')).toEqual([['1234567890123', key('9')]]);
  });

  it('leaves Latin words to their stems', () => {
    const stems = (): LatinWord[] => [{ start: 1, end: 4, stem: 'dna' }];
    expect(grams('提dna定', stems).map(([text]) => text)).toEqual([
      '提',
      '提d',
      '提dn',
      '定',
      'a定',
      'na定',
      'dna',
    ]);
    expect(grams('提dna定', stems).at(-1)?.[1]).toBe(stemKey('dna'));
  });

  it('has no collisions among grams and keeps stems apart from them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (raw) => {
        const text = raw.replace(/[0-9a-z\u00df-\u024f \0]/gu, '');
        const expected = new Set<string>();
        for (let at = 0; at < text.length; at += 1)
          for (let size = 1; size <= 3 && at + size <= text.length; size += 1)
            expected.add(text.slice(at, at + size));
        const buffer = createGramBuffer();
        fillGrams(unitTextOf(text), noLatin, buffer);
        const keys = distinctKeys(buffer);
        expect(keys).toHaveLength(expected.size);
        expect([...keys]).toEqual([...new Set(buffer.keys.subarray(0, buffer.size))]);
        expect(keys.every((packed) => packed < FIRST_STEM_KEY)).toBe(true);
      }),
    );
    fc.assert(
      fc.property(fc.string(), (stem) => {
        expect(stemKey(stem)).toBeGreaterThanOrEqual(FIRST_STEM_KEY);
        expect(Number.isSafeInteger(stemKey(stem))).toBe(true);
      }),
    );
  });

  it('gives each key once in the order of first places, whatever the buffer was filled with before', () => {
    const stems = (text: string): LatinWord[] =>
      [...text.matchAll(/[a-z]+/g)].map((word) => {
        return { start: word.index, end: word.index + word[0].length, stem: word[0].slice(0, 2) };
      });
    const unit = fc.constantFrom('恐', '龙', '5', '12', 'ab', 'abc', ' ', '！');
    const buffer = createGramBuffer();
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 30 }), fc.integer({ min: 1, max: 300 }), (part, times) => {
        fillGrams(unitTextOf(part.repeat(times)), stems, buffer);
        const distinct = new Set(buffer.keys.subarray(0, buffer.size));
        expect([...distinctKeys(buffer)]).toEqual([...distinct]);
        const more = { keys: Float64Array.of(2 ** 52, 2 ** 52 + 1, 0), size: 2 };
        expect([...distinctKeys(buffer, more)]).toEqual([...distinct, 2 ** 52, 2 ** 52 + 1]);
      }),
    );
  });
});
