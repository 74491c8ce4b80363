import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readLabelText } from '#classifier/interchange/data-sets/read-labels.ts';
import { HEADLINE_LIMIT } from '#classifier/interchange/headline-limit.ts';
import { readSource } from '#classifier/interchange/sources/read-source.ts';
import type { SourceKind } from '#classifier/interchange/sources/source-reading.ts';
import { damage, damaged, RUNS, TIMEOUT } from './damage.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures/sources');
const fixture = (name: string) => new Uint8Array(readFileSync(join(FIXTURES, name)));

/** A good source of each kind, which is then cut, mixed and damaged. */
const SEEDS: Readonly<Record<SourceKind, Uint8Array>> = {
  list: strToU8('一周要闻\n- 提取DNA定制“恐龙宠物”\n2. 市政府公布新规\n[桥](https://e.cn)\n'),
  csv: strToU8('标题,来源,__proto__\n"甲,""乙""",日报,1\n丙,=1+1,\n'),
  tsv: strToU8('标题\t来源\n甲\t日报\n'),
  json: strToU8('{"data":[{"title":"甲","id":12345678901234567890,"__proto__":{"a":1}},"乙"]}'),
  jsonl: strToU8('{"text":"甲","url":"https://e.cn"}\n{"标题":"乙","热度":1.50}\n'),
  html: strToU8(
    '<!doctype html><title>甲</title><base href="/x"><h1>市政府公布新规</h1><ul><li><a href="a">提取DNA定制宠物</a></ul>',
  ),
  feed: strToU8(
    '<?xml version="1.0"?><rss version="2.0"><channel><title>日报</title><item><title>甲&amp;乙</title><link>https://e.cn</link><pubDate>Fri, 02 Jan 2026 19:07:00 +0800</pubDate></item></channel></rss>',
  ),
  opml: strToU8(
    '<opml version="2.0"><head><title>订阅</title></head><body><outline text="日报" xmlUrl="https://e.cn/rss"/></body></opml>',
  ),
  xlsx: fixture('list.xlsx'),
  docx: fixture('doc.docx'),
  zip: gzipSync(zipSync({ 'a.csv': strToU8('标题\n甲\n'), 'b.txt': strToU8('- 乙\n') })),
};

/** What holds of every answer, whatever was read. */
async function expectSane(bytes: Uint8Array, kind: SourceKind | null): Promise<void> {
  const isText = kind !== null && !['xlsx', 'docx', 'zip'].includes(kind);
  const read = await readSource(bytes, `fuzz.${kind ?? 'bin'}`, isText ? { kind } : {});
  if (!read.ok) {
    expect(read.trouble.sentence.zh).not.toBe('');
    expect(read.trouble.sentence.en).not.toMatch(/undefined|\[object/);
    return;
  }
  expect(read.value.rows.length).toBeGreaterThan(0);
  for (const { text, row, details } of read.value.rows) {
    expect(text.trim()).not.toBe('');
    expect(text.length).toBeLessThanOrEqual(HEADLINE_LIMIT * 2);
    expect(row).toBeGreaterThan(0);
    expect(details?.url ?? 'https://x').toMatch(/^https?:/);
    if (details?.metadata) expect(typeof JSON.parse(details.metadata)).toBe('object');
  }
  expect(({} as Record<string, unknown>).a).toBeUndefined();
}

describe('every reader answers whatever it is given', () => {
  it.each(Object.entries(SEEDS))('%s', { timeout: TIMEOUT }, async (kind, seed) => {
    const property = fc.asyncProperty(damage, (steps) =>
      expectSane(damaged(seed, steps), kind as SourceKind),
    );
    await fc.assert(property, { numRuns: RUNS });
  });

  it('any bytes', { timeout: TIMEOUT }, async () => {
    const property = fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), (bytes) => expectSane(bytes, null));
    await fc.assert(property, { numRuns: RUNS });
  });

  it('labels', { timeout: TIMEOUT }, () => {
    const line = fc.oneof(
      fc.json(),
      fc
        .record(
          {
            text: fc.string(),
            label: fc.anything(),
            accept: fc.anything(),
            answer: fc.string(),
            _task_hash: fc.integer(),
            'label.responses': fc.anything(),
          },
          { requiredKeys: [] },
        )
        .map((record) => JSON.stringify(record)),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 5 }), (lines) => {
        const { records, troubles } = readLabelText(lines.join('\n'));
        for (const { record } of records) expect(record.text.trim()).not.toBe('');
        for (const { place } of troubles) expect(place.line).toBeGreaterThan(0);
      }),
      { numRuns: RUNS },
    );
  });
});
