import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise, normalisedText, rawSpan } from './normalise.ts';

describe('normalise', () => {
  it.each([
    ['提取DNA定制專屬“恐龍寵物”', '提取dna定制专属“恐龙宠物”'],
    ['震惊！……', '震惊!......'],
    ['  甲　　乙 \n丙 ', '甲 乙 丙'],
    ['ＡＢ１２％', 'ab12%'],
    ['e\u0301tude ﬁn', 'étude fin'],
    ['拖欠5年', '拖欠5年'],
    ['', ''],
  ])('folds %j', (raw, text) => {
    expect(normalisedText(raw)).toBe(text);
  });

  it('removes and reports characters that hide or reorder text', () => {
    const normalised = normalise('零\u200b宽\u202e度');
    expect(normalised.text).toBe('零宽度');
    expect(normalised.hidden).toEqual([
      { start: 1, end: 2 },
      { start: 3, end: 4 },
    ]);
  });

  it('does not report what copying brings along at the ends', () => {
    expect(normalise('\u200b\u200e零\u200b度\u00ad').hidden).toEqual([{ start: 3, end: 4 }]);
    expect(normalise('\u200b').hidden).toEqual([]);
  });

  it('does not report the joiners and selectors of emoji', () => {
    expect(normalise('👨\u200d👩 ❤\ufe0f').hidden).toEqual([]);
  });

  it('leads back to the raw text', () => {
    const raw = '『震驚』　ＤＮＡ……';
    const normalised = normalise(raw);
    const start = normalised.text.indexOf('dna');
    const span = rawSpan(normalised, { start, end: start + 3 });
    expect(raw.slice(span.start, span.end)).toBe('ＤＮＡ');
    const dots = rawSpan(normalised, { start: start + 4, end: start + 8 });
    expect(raw.slice(dots.start, dots.end)).toBe('……');
  });

  it('changes nothing the second time, and every unit has an origin inside the raw text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({
        unit: fc.constantFrom(
          '龍',
          '龙',
          'Ａ',
          '\u0301',
          '\u200b',
          '　',
          '…',
          '\ud800',
          '각',
          '①',
          'é',
          '\ufe0f',
        ),
      }),
    );
    fc.assert(
      fc.property(text, (raw) => {
        const once = normalise(raw);
        expect(normalisedText(once.text)).toBe(once.text);
        // A hidden character in front takes the long way.
        expect(normalise(`\u200b${raw}`).text).toBe(once.text);
        if (once.origins === null) expect(once.text).toHaveLength(raw.length);
        else {
          expect(once.origins).toHaveLength(once.text.length);
          for (const { start, end } of once.origins)
            expect(start >= 0 && start < end && end <= raw.length).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
