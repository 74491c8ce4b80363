import fc from 'fast-check';
import { expect, it } from 'vitest';
import { normalisedText } from '../normalise.ts';
import { claimsOf } from './claims.ts';
import { OPPOSITES, PLACE } from './contradiction-words.ts';

const NUMBER = /(\d+(?:[.,]\d+)*|[零一二两三四五六七八九十百千]+)(多|余)?([万亿%]?[\p{Script=Han}a-z]?)/gu;
const PLACES = new RegExp(PLACE.source, 'gu');
const PARTS = [
  '5',
  '1.5',
  '三',
  '十',
  '多',
  '万',
  '%',
  '年',
  'a',
  '北京',
  '北',
  '市',
  '县',
  '小',
  '黑龙江',
  '省',
];
const TEXT = fc
  .array(fc.constantFrom(...PARTS, ...OPPOSITES.flat(), '未', ',', ' ', '😀', '𠀀', '々', '\ud800', '荣'), {
    maxLength: 14,
  })
  .map((parts) => normalisedText(parts.join('')));

it('reads what plain searches of the whole headline find', () => {
  fc.assert(
    fc.property(TEXT, (text) => {
      const claims = claimsOf(text);
      const spans = (found: RegExp) =>
        Array.from(text.matchAll(found), ({ 0: whole, index }) => ({
          start: index,
          end: index + whole.length,
        }));
      expect(claims.places).toEqual(spans(PLACES));
      expect(claims.numbers).toEqual(
        Array.from(text.matchAll(NUMBER), ({ 0: whole, 1: digits, 3: unit, index }) => ({
          digits,
          unit,
          span: { start: index, end: index + whole.length },
        })).filter(({ unit }) => unit !== ''),
      );
      const outcomes = OPPOSITES.flatMap((words, pair) =>
        words.map((word, side) => ({ pair, side, start: text.indexOf(word) })),
      ).filter(({ start }) => start >= 0);
      expect(claims.outcomes).toHaveLength(outcomes.length);
      for (const { pair, side, start } of outcomes)
        expect(claims.outcomes.find((one) => one.pair === pair && one.side === side)?.span.start).toBe(start);
      expect(claims.negates).toBe(/[未不没无并拒]/.test(text));
    }),
    { numRuns: 1000 },
  );
});
