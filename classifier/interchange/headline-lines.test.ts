import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { looksLikeJsonLines, readHeadlineLine } from './headline-lines.ts';

function read(line: string) {
  return readHeadlineLine(line, { file: '来稿.jsonl', line: 7 });
}

function textOf(line: string) {
  const result = read(line);
  return result.ok ? result.value.text : result.trouble.code;
}

describe('readHeadlineLine', () => {
  it('takes the first key that holds text, in the order text, title, headline, 标题', () => {
    expect(textOf('{"标题":"丁","headline":"丙","title":"乙","text":"甲"}')).toBe('甲');
    expect(textOf('{"标题":"丁","headline":"丙","title":"乙","text":" "}')).toBe('乙');
    expect(textOf('{"标题":"丁","headline":"丙","title":5}')).toBe('丙');
    expect(textOf('{"text":null,"标题":"丁"}')).toBe('丁');
    expect(textOf('{"__proto__":{"text":"甲"}}')).toBe('line-without-headline');
  });

  it.each([
    '{"z":1,"text":" 甲 ","a":{"y":[1,null],"b":""}}',
    '{"text":"甲","id":12345678901234567890,"n":-0,"m":1.0,"k":1e400,"s":"1.0"}',
    '{"text":"甲","__proto__":{"admin":true},"constructor":{"prototype":{"admin":1}}}',
    '{"text":"\\ud800甲"}',
  ])('passes the record through unchanged: %s', (line) => {
    const result = read(line);
    expect(result.ok && JSON.stringify(result.value.record)).toBe(line);
    expect(result.ok && JSON.stringify({ ...result.value.record, jianwen: 1 })).toBe(
      `${line.slice(0, -1)},"jianwen":1}`,
    );
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  it('passes any record through', () => {
    const record = fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue({ maxDepth: 3 }));
    fc.assert(
      fc.property(record, (fields) => {
        const line = JSON.stringify({ ...fields, text: '甲' });
        const result = read(line);
        expect(result.ok && JSON.stringify(result.value.record)).toBe(line);
      }),
    );
  });

  it.each([
    ['{"text":"甲"', 'line-not-json'],
    ['甲镇通车', 'line-not-json'],
    ['', 'line-not-json'],
    ['["甲"]', 'line-not-json'],
    ['"甲"', 'line-not-json'],
    ['{}', 'line-without-headline'],
    ['{"text":["甲"]}', 'line-without-headline'],
    [`{"text":"${'甲'.repeat(5001)}"}`, 'line-too-long'],
  ])('names the trouble of %.30s', (line, code) => {
    const result = read(line);
    expect(result).toMatchObject({ ok: false, trouble: { code, place: { file: '来稿.jsonl', line: 7 } } });
  });

  it('skips a byte order mark in the first line alone', () => {
    expect(readHeadlineLine('\uFEFF{"text":"甲"}', { line: 1 })).toMatchObject({ value: { text: '甲' } });
    expect(textOf('\uFEFF{"text":"甲"}')).toBe('line-not-json');
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (line) => void read(line)));
  });
});

describe('looksLikeJsonLines', () => {
  it.each(['{"text":"甲"}', ' { "a": 1}', '{}', '{"text":"cut', '\uFEFF{"a":1}'])('yes: %s', (line) => {
    expect(looksLikeJsonLines(line)).toBe(true);
  });
  it.each(['甲', '', '[{"text":"甲"}]', '{甲}乙', '“甲”'])('no: %s', (line) => {
    expect(looksLikeJsonLines(line)).toBe(false);
  });
});
