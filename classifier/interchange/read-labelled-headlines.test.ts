import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HEADLINE_LIMIT } from './headline-limit.ts';
import { readLabelledHeadlines } from './read-labelled-headlines.ts';

const anyValue = fc.oneof(
  fc.boolean(),
  fc.constantFrom(
    null,
    0,
    '',
    ' 恐龙 ',
    '\u2028',
    '长'.repeat(HEADLINE_LIMIT),
    `${'长'.repeat(HEADLINE_LIMIT)} `,
  ),
  fc.string(),
  fc.constant([]),
);
const anyRecord = fc.record(
  {
    text: anyValue,
    sensational: anyValue,
    implausible: anyValue,
    topic: anyValue,
    difficulty: anyValue,
    more: anyValue,
  },
  { requiredKeys: [] },
);

describe('readLabelledHeadlines', () => {
  it('reads a plain line as it reads one that has to be looked at closely', () => {
    fc.assert(
      fc.property(fc.array(anyRecord), (records) => {
        const plain = records.map((record) => JSON.stringify(record)).join('\n');
        const nested = records.map((record) => JSON.stringify({ ...record, nested: {} })).join('\n');
        expect(readLabelledHeadlines(plain, 'a')).toEqual(readLabelledHeadlines(nested, 'a'));
      }),
      { numRuns: 500 },
    );
  });

  it('reads answers, topics and difficulties, and names a bad line', () => {
    const text =
      '{"text":" 恐龙 ","sensational":true,"implausible":false,"topic":"动物"}\n\n{"text":""}\n{"text":"桥","implausible":true}';
    const { examples, troubles } = readLabelledHeadlines(text, 'a');
    expect(examples).toEqual([
      { text: '恐龙', label: { sensational: true, implausible: false }, topic: '动物', difficulty: null },
      { text: '桥', label: { sensational: null, implausible: true }, topic: null, difficulty: null },
    ]);
    expect(troubles.map(({ place }) => place?.line)).toEqual([3]);
  });
});
