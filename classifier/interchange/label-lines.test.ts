import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DISPOSITIONS } from '#classifier/core/disposition.ts';
import { type LabelRecord, readLabelLines, writeLabelLines } from './label-lines.ts';

const GOOD = '{"text":"甲","sensational":true,"implausible":false}';

const named = {
  text: fc.string({ unit: 'binary', minLength: 1, maxLength: 50 }).filter((text) => text.trim() !== ''),
  sensational: fc.boolean(),
  implausible: fc.boolean(),
  annotator: fc.string({ unit: 'binary', maxLength: 20 }),
  labelledAt: fc
    .date({ min: new Date(0), max: new Date('2100-01-01T00:00:00Z'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  digest: fc.string({ minLength: 1, maxLength: 64 }),
  note: fc.string({ unit: 'binary' }),
  arguable: fc.boolean(),
  seconds: fc.double({ min: 0, max: 600, noNaN: true }).map((seconds) => seconds + 0),
  score: fc.double({ min: 0, max: 1, noNaN: true }).map((score) => score + 0),
  band: fc.constantFrom('pass', 'check', 'flag'),
  model: fc.string({ minLength: 1, maxLength: 20 }),
  sawOther: fc.boolean(),
  ruling: fc.boolean(),
  disposition: fc.constantFrom(...DISPOSITIONS),
  assignee: fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
  recheck: fc
    .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
} as const;
const rest = fc
  .dictionary(fc.string({ unit: 'binary' }), fc.jsonValue({ maxDepth: 3 }))
  .map((record) => JSON.parse(JSON.stringify(record)))
  .filter((record: object) => Object.keys(record).every((key) => !(key in named)));
const records: fc.Arbitrary<LabelRecord[]> = fc.array(
  fc
    .tuple(fc.record(named, { requiredKeys: ['text', 'sensational', 'implausible'] }), rest)
    .map(([known, more]) => ({ ...known, rest: more })),
);

describe('label lines', () => {
  it('read what was written, and write the same bytes again', () => {
    fc.assert(
      fc.property(records, (labels) => {
        const text = writeLabelLines(labels);
        const { records: read, troubles } = readLabelLines(text);
        expect(troubles).toEqual([]);
        expect(JSON.stringify(read.map(({ record }) => record.rest))).toBe(
          JSON.stringify(labels.map((label) => label.rest)),
        );
        expect(read.map(({ record }) => ({ ...record, rest: {} }))).toEqual(
          labels.map((label) => ({ ...label, rest: {} })),
        );
        expect(writeLabelLines(read.map(({ record }) => record))).toBe(text);
        expect(text.split(/\r\n|[\n\r\u0085\u2028\u2029]/)).toHaveLength(labels.length + 1);
      }),
    );
  });

  it('write keys in one order, whatever the order they came in', () => {
    const line =
      '{"topic":"盐","arguable":true,"note":"n","implausible":false,"text":"甲","sensational":true}';
    const { records: read } = readLabelLines(line);
    expect(writeLabelLines(read.map(({ record }) => record))).toBe(
      '{"text":"甲","sensational":true,"implausible":false,"note":"n","arguable":true,"topic":"盐"}\n',
    );
    expect(writeLabelLines([])).toBe('');
  });

  it('keep keys of the desk that mean something else to another program', () => {
    const line = `${GOOD.slice(0, -1)},"disposition":"usable","score":"high","band":3,"recheck":"soon"}`;
    const { records: read, troubles } = readLabelLines(line);
    expect(troubles).toEqual([]);
    expect(read[0]?.record).toMatchObject({
      disposition: 'usable',
      rest: { score: 'high', band: 3, recheck: 'soon' },
    });
    expect(writeLabelLines(read.map(({ record }) => record))).toBe(`${line}\n`);
  });

  it('keep unknown keys, long numbers and __proto__ as they are', () => {
    const line = `${GOOD.slice(0, -1)},"__proto__":{"admin":true},"id":12345678901234567890,"share":1.50}`;
    const { records: read } = readLabelLines(line);
    expect(writeLabelLines(read.map(({ record }) => record))).toBe(`${line}\n`);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  it('read byte order mark, CR LF, blank lines and a last line without end', () => {
    const { records: read, troubles } = readLabelLines(`\uFEFF${GOOD}\r\n\r\n \n${GOOD}`);
    expect([read.map(({ line }) => line), troubles]).toEqual([[1, 4], []]);
  });

  const bad: [string, string, string][] = [
    ['cut in half', GOOD.slice(0, 20), 'line-not-json'],
    ['an array', '[]', 'line-not-json'],
    ['null', 'null', 'line-not-json'],
    ['a NUL', `${GOOD}\0`, 'line-not-json'],
    ['nested without end', `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 'line-not-json'],
    ['no text', '{"sensational":true,"implausible":false}', 'label-invalid'],
    ['blank text', GOOD.replace('甲', ' \u3000'), 'label-invalid'],
    ['long text', GOOD.replace('甲', '甲'.repeat(5001)), 'label-invalid'],
    ['an axis missing', '{"text":"甲","sensational":true}', 'label-invalid'],
    ['an axis that is no boolean', GOOD.replace('true', '1'), 'label-invalid'],
    ['a time that is none', GOOD.replace('}', ',"labelledAt":"昨天"}'), 'label-invalid'],
    ['over 1 MB', GOOD.replace('}', `,"more":"${'x'.repeat(1_100_000)}"}`), 'line-too-long'],
  ];
  it.each(bad)('name the line that is %s, and read the others', (_what, line, code) => {
    const { records: read, troubles } = readLabelLines(`${GOOD}\n${line}\n${GOOD}\n`, '标注.jsonl');
    expect(read.map((entry) => entry.line)).toEqual([1, 3]);
    expect(troubles.map(({ code: found, place }) => [found, place])).toEqual([
      [code, { file: '标注.jsonl', line: 2 }],
    ]);
    expect(troubles[0]?.sentence.zh).toContain('第 2 行');
  });

  it('name the field that is wrong', () => {
    const { troubles } = readLabelLines(GOOD.replace('false', '"no"'));
    expect(troubles[0]?.sentence.zh).toBe('第 1 行的字段“implausible”应为 true 或 false。请改正这一行。');
  });

  it('never throw', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readLabelLines(text)));
  });
});
