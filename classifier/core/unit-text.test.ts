import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createUnitText, decodeUnits, putText, stringOf, unitsAsText, unitTextOf } from './unit-text.ts';

const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));

describe('unit texts', () => {
  it('give the text back, also from the middle of other units and in several pieces', () => {
    fc.assert(
      fc.property(text, text, fc.constantFrom(1, 3000), (before, said, times) => {
        const long = said.repeat(times);
        const { units } = unitTextOf(before + long + before);
        const part = { units, from: before.length, to: before.length + long.length, text: null };
        expect(stringOf(part)).toBe(long);
        expect(part.text).toBe(long);
      }),
    );
  });

  it('take the place of the text before, whatever its length', () => {
    const own = createUnitText();
    fc.assert(
      fc.property(text, fc.constantFrom(1, 100), (said, times) => {
        const { units, from, to } = putText(own, said.repeat(times));
        expect(unitsAsText(units, from, to)).toBe(said.repeat(times));
        expect(stringOf(own)).toBe(said.repeat(times));
      }),
    );
  });

  it('are decoded from UTF-8 as TextDecoder decodes it', () => {
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    fc.assert(
      fc.property(text, text, (before, said) => {
        const lead = new TextEncoder().encode(before);
        const bytes = new TextEncoder().encode(said);
        const units = new Uint16Array(bytes.length + 3);
        const end = decodeUnits(
          new Uint8Array([...lead, ...bytes]),
          lead.length,
          lead.length + bytes.length,
          units,
          3,
        );
        expect(unitsAsText(units, 3, end)).toBe(decoder.decode(bytes));
      }),
    );
  });
});
