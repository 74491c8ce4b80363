import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BANDS, type Band } from '#classifier/core/bands.ts';
import type { GroupJudge, Verdict } from '#classifier/desk/judged.ts';
import { readHeadlineLine } from '#classifier/interchange/headline-lines.ts';
import { type BlockFormat, createBlockScorer } from './block-scorer.ts';

/** A verdict that depends on the text, some with reasons. */
function judge(text: string): Verdict {
  const share = (1 + (text.length % 6)) / 8;
  const flagged = text.length % 2 === 0;
  return {
    sensational: 0.25,
    implausible: share,
    score: 0.5,
    band: flagged ? 'flag' : 'pass',
    reasons: flagged ? [`word:${text.slice(0, 2)}`] : [],
    model: 'starter@1.模型',
    ...(share > 0.5 ? { insufficient: true } : {}),
  };
}

/** Takes headlines as a group does, and answers by {@link judge}. */
function fakeGroup(): GroupJudge {
  let texts: string[] = [];
  return {
    get size() {
      return texts.length;
    },
    clear() {
      texts = [];
    },
    addText: (text) => void texts.push(text),
    addBytes: (bytes, from, to) => void texts.push(Buffer.from(bytes.subarray(from, to)).toString()),
    raw: (at) => texts[at] as string,
    judge() {
      const verdicts = texts.map(judge);
      const shares = (key: 'sensational' | 'implausible' | 'score') =>
        Uint16Array.from(verdicts, (verdict) => verdict[key] * 10_000);
      return {
        size: texts.length,
        model: 'starter@1.模型',
        sensational: shares('sensational'),
        implausible: shares('implausible'),
        scores: shares('score'),
        bands: Uint8Array.from(verdicts, ({ band }) => BANDS.indexOf(band)),
        insufficient: Uint8Array.from(verdicts, ({ insufficient }) => Number(insufficient ?? false)),
        reasons: verdicts.map(({ reasons }) => reasons),
      };
    },
  };
}

function formatOf(least: Band): BlockFormat {
  return { format: 'jsonl', least, gzip: false, language: 'zh' };
}

const line = fc.oneof(
  fc.constantFrom(
    '{"text":"恐龙桥"}',
    '{"id":1,"text":"市政府","n":1.50}',
    '{"text":"甲","jianwen":{"old":1},"z":1}',
    '{"title":"a\\"b"}',
    '{"7":1,"text":"乙","a":2}',
    '{"cut',
    '',
  ),
  fc
    .record({ id: fc.jsonValue(), text: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }) })
    .map((record) => JSON.stringify(record)),
);

it('prints what the simple way prints: parse, add the verdict, JSON.stringify', async () => {
  const score = await createBlockScorer(fakeGroup(), formatOf('pass'), []);
  await fc.assert(
    fc.property(
      fc.array(line, { maxLength: 6 }),
      fc.constantFrom('\n', '\r\n'),
      fc.boolean(),
      (lines, end, ends) => {
        const bytes = new TextEncoder().encode(lines.join(end) + (ends ? end : ''));
        const expected = lines.flatMap((text) => {
          const read = readHeadlineLine(text, { line: 2 });
          if (!read.ok) return [];
          return [`${JSON.stringify({ ...read.value.record, jianwen: judge(read.value.text) })}\n`];
        });
        const { output, bands, insufficient, bad } = score({ bytes, isFirst: false, clusters: null });
        expect(Buffer.from(output).toString()).toBe(expected.join(''));
        expect(bands.reduce((sum, count) => sum + count)).toBe(expected.length);
        expect(insufficient).toBe(
          expected.filter((row) => /"pass".*"insufficient":true\}\}\n$/.test(row)).length,
        );
        expect(bad.length).toBe(lines.filter((text) => text !== '').length - expected.length);
      },
    ),
    { numRuns: 500 },
  );
});

it('keeps what too little is known of with what is to be checked, and drops it from what is flagged', async () => {
  const bytes = new TextEncoder().encode('{"text":"甲"}\n{"text":"甲乙丙丁戊"}\n{"text":"甲乙"}\n');
  const printed = async (least: 'check' | 'flag'): Promise<string[]> => {
    const score = await createBlockScorer(fakeGroup(), formatOf(least), []);
    const { output, insufficient } = score({ bytes, isFirst: false, clusters: null });
    expect(insufficient).toBe(1);
    return [
      ...Buffer.from(output)
        .toString()
        .matchAll(/"text":"(.*?)"/g),
    ].map(([, text]) => text as string);
  };
  expect(await printed('check')).toEqual(['甲乙丙丁戊', '甲乙']);
  expect(await printed('flag')).toEqual(['甲乙']);
});
