import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bigramSets, isAlike, jaccard } from './bigrams.ts';

const TEXT = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '丁'), maxLength: 12 });
const LONG = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '丁', '戊', '己', '庚'), minLength: 90 });

function plain(text: string): Set<string> {
  return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));
}

describe('jaccard', () => {
  it('is the share of common bigrams', () => {
    fc.assert(
      fc.property(fc.oneof(TEXT, LONG), fc.oneof(TEXT, LONG), (a, b) => {
        const all = new Set([...plain(a), ...plain(b)]).size;
        const shared = [...plain(a)].filter((bigram) => plain(b).has(bigram)).length;
        expect(jaccard(bigramSets([a, b]), 0, 1)).toBeCloseTo(all === 0 ? 0 : shared / all, 12);
      }),
    );
  });

  it('takes a number as one character by its length, and leaves punctuation and blanks out', () => {
    const sets = bigramSets(['拖欠5年: 补贴', '拖欠6年补贴', '拖欠16年补贴']);
    expect(jaccard(sets, 0, 1)).toBe(1);
    expect(jaccard(sets, 1, 2)).toBeLessThan(1);
  });

  it('has room for texts that grow when they are normalised', () => {
    const sets = bigramSets(['甲', '甲乙丙'], (text) => text.repeat(9));
    expect(jaccard(sets, 1, 1)).toBe(1);
    expect([...sets.starts]).toEqual([0, 1, 4]);
  });
});

describe('isAlike', () => {
  it('agrees with jaccard at every threshold', () => {
    fc.assert(
      fc.property(TEXT, TEXT, fc.integer({ min: 1, max: 20 }), (a, b, twentieths) => {
        const sets = bigramSets([a, b]);
        const all = new Set([...plain(a), ...plain(b)]).size;
        const shared = [...plain(a)].filter((bigram) => plain(b).has(bigram)).length;
        expect(isAlike(sets, 0, 1, twentieths / 20)).toBe(all > 0 && 20 * shared >= twentieths * all);
      }),
      { numRuns: 1000 },
    );
  });
});
