import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFlatReader, type FlatReader } from './flat-record.ts';
import { readHeadlineLine } from './headline-lines.ts';

/** Mostly the first, seldom the second. */
function mostly<T>(common: readonly T[], rare: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.oneof({ arbitrary: fc.constantFrom(...common), weight: 30 }, { arbitrary: rare, weight: 1 });
}

const name = mostly(
  ['text', 'title', 'headline', '标题', 'id', 'n', 'a'],
  fc.oneof(fc.constantFrom('jianwen', '__proto__', '0', '7', 'a"', ''), fc.string({ maxLength: 3 })),
);
const word = mostly(
  ['"恐龙"', '"a b"', '""', '1', 'true', 'null', '-1.50', '1e5', '12345678901234567890', '-0'],
  fc.oneof(
    fc.constantFrom('01', '1.', '.5', 'nul', '-', '[]', '{"a":1}', ''),
    fc.constantFrom('"\\u0041"', '"\\n"', '"\\/"', '"  "', '"\ud83d\ude00"', '"\ud800"'),
    fc.string({ maxLength: 4 }).map((text) => `"${text}"`),
    fc.string({ unit: 'binary', maxLength: 4 }).map((text) => JSON.stringify(text)),
  ),
);
const space = mostly([''], fc.constantFrom(' ', '\t', '}', ','));

/** Lines that are records, or nearly so. */
const line = fc
  .array(fc.tuple(name, word, space, space), { minLength: 1, maxLength: 4 })
  .map((fields) => `{${fields.map(([key, value, a, b]) => `"${key}"${a}:${value}${b}`).join(',')}}`);

/** The headline that a reader finds in a record with something around it; null where it finds none. */
function headlineOf(flat: FlatReader, text: string, around = ''): string | null {
  const bytes = Buffer.from(around + text + around);
  const start = Buffer.byteLength(around);
  const isFound = flat.find(bytes, start, start + Buffer.byteLength(text));
  return isFound ? bytes.toString('utf8', flat.from, flat.to) : null;
}

describe('createFlatReader', () => {
  it('answers only where the slow way finds the same headline and prints the same line', () => {
    let answered = 0;
    const flat = createFlatReader();
    fc.assert(
      fc.property(line, mostly(['', '\n'], fc.string({ maxLength: 3 })), (text, around) => {
        // A block that is not UTF-8 is read otherwise.
        const found = text.isWellFormed() ? headlineOf(flat, text, around) : null;
        if (found === null) return;
        answered += 1;
        const read = readHeadlineLine(text, { line: 2 });
        expect(read).toMatchObject({ ok: true, value: { text: found } });
        if (!read.ok) return;
        expect(JSON.stringify(read.value.record)).toBe(text);
        expect(JSON.stringify({ ...read.value.record, jianwen: 1 })).toBe(
          `${text.slice(0, -1)},"jianwen":1}`,
        );
      }),
      { numRuns: 3000 },
    );
    expect(answered).toBeGreaterThan(100);
  });

  it('answers for the lines of an ordinary feed, also when their keys change', () => {
    const flat = createFlatReader();
    for (const [text, headline] of [
      ['{"id":1,"text":"甲","n":-1.50,"a":null}', '甲'],
      ['{"id":12,"text":"乙","n":2,"a":true}', '乙'],
      ['{"标题":"丙","title":"丁"}', '丁'],
      ['{"id":3,"text":"戊","n":"","a":"己"}', '戊'],
    ] as const) {
      expect(headlineOf(flat, text)).toBe(headline);
    }
  });

  it.each([
    '{"text":"甲","text":"乙"}',
    '{"text":"甲","jianwen":1}',
    '{"text":"甲","1":2}',
    '{"text":"甲" }',
    '{"text":"\\u7532"}',
    '{"text":" "}',
    '{"text":1}',
    '{"id":1}',
    '{"text":"甲"',
    '{"text":"甲"}}',
    '{}',
  ])('leaves %s to the slow way', (text) => {
    expect(headlineOf(createFlatReader(), text)).toBeNull();
  });
});
