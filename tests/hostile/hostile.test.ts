import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { loadModel, score } from '#classifier/api/index.ts';
import { FORMAT_EXTENSIONS, LABEL_FORMATS } from '#classifier/interchange/data-sets/formats.ts';
import { readLabelFile } from '#classifier/interchange/data-sets/read-label-file.ts';
import { labelBytes } from '#classifier/interchange/data-sets/write-labels.ts';
import { readSource } from '#classifier/interchange/sources/read-source.ts';
import { compilePattern } from '#classifier/rules/compile-pattern.ts';
import { temporaryFolder } from '../helpers/workspace.ts';
import { ESCAPES, HOSTILE, LONE_SURROGATES } from './corpus.ts';

const TEXTS = Object.values(HOSTILE);
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** The corpus as a source of each kind that can say all of it. */
const SOURCES: Readonly<Record<string, string>> = {
  'a.csv': `标题\n${TEXTS.map(quoted).join('\n')}\n`,
  'a.tsv': `标题\t来源\n${TEXTS.map((text) => `${quoted(text)}\t甲`).join('\n')}\n`,
  'a.json': JSON.stringify(TEXTS.map((text) => ({ text }))),
  'a.jsonl': TEXTS.map((text) => JSON.stringify({ text })).join('\n'),
  'a.xml': `<?xml version="1.0"?><rss version="2.0"><channel>${TEXTS.map(
    (text) => `<item><title>${escaped(escaped(text))}</title></item>`,
  ).join('')}</channel></rss>`,
};

async function textsOf(bytes: string, name: string): Promise<readonly string[]> {
  const read = await readSource(strToU8(bytes), name);
  if (!read.ok) throw new Error(`${name}: ${read.trouble.sentence.en}`);
  expect(read.value.rejected, name).toEqual([]);
  return read.value.rows.map(({ text }) => text);
}

describe('hostile headlines', () => {
  it.each(Object.entries(SOURCES))('come in by %s as they are', async (name, source) => {
    expect(await textsOf(source, name)).toEqual(TEXTS);
  });

  it('are scored like any other, in either order, and change nothing of the program', async () => {
    const model = await loadModel();
    const all = [...TEXTS, ...Object.values(ESCAPES), ...LONE_SURROGATES];
    const verdicts = all.map((text) => score(model, text));
    expect(verdicts.every(({ score: of }) => of > 0 && of < 1)).toBe(true);
    expect(all.toReversed().map((text) => score(model, text))).toEqual(verdicts.toReversed());
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it.each(LABEL_FORMATS)('go out by %s and come back as they were', async (format) => {
    const path = join(temporaryFolder(), `a${FORMAT_EXTENSIONS[format]}`);
    const given = TEXTS.map((text) => ({ text, sensational: true, implausible: false, rest: {} }));
    const bytes = await labelBytes(format, given);
    if (FORMAT_EXTENSIONS[format] === '.csv')
      expect(Buffer.from(bytes).toString()).not.toMatch(/(^|[,\n])"?[=+\-@＝]/);
    if (format === 'parquet') return;
    writeFileSync(path, bytes);
    const read = await readLabelFile(path);
    if (!read.ok) throw new Error(read.trouble.sentence.en);
    expect(read.value.troubles).toEqual([]);
    const back = read.value.records.map(({ record }) => record.text);
    expect(back).toEqual(format === 'fasttext' ? TEXTS.map((text) => text.replace(/\s+/g, ' ')) : TEXTS);
  });

  it('of a megabyte is put aside with a reason, and the others come in', async () => {
    const read = await readSource(strToU8(`标题\n${'恐龙'.repeat(170_000)}\n市政府开会\n`), 'a.csv');
    expect(read).toMatchObject({
      ok: true,
      value: { rows: [{ text: '市政府开会' }], rejected: [{ row: 2 }] },
    });
  });

  it('with half a character never write bytes that are no UTF-8', async () => {
    for (const format of LABEL_FORMATS) {
      const given = LONE_SURROGATES.map((text) => ({
        text,
        sensational: true,
        implausible: false,
        rest: {},
      }));
      const bytes = await labelBytes(format, given);
      if (/\.(xlsx|parquet)$/.test(FORMAT_EXTENSIONS[format])) continue;
      expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes), format).not.toThrow();
    }
  });
});

/** Bombs of archives and workbooks are in tests/fuzz/hostile.test.ts. */
describe('a bomb', () => {
  it('of XML entities is not unfolded', { timeout: 10_000 }, async () => {
    const levels = Array.from({ length: 12 }, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`);
    const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "lol">${levels.join('')}]><rss version="2.0"><channel><item><title>&e12;</title></item></channel></rss>`;
    const read = await readSource(strToU8(bomb), 'a.xml');
    const texts = read.ok ? read.value.rows.map(({ text }) => text) : [];
    expect(texts.every((text) => text.length < 100)).toBe(true);
  });

  it.each(['(a+)+$', '(a|aa)+!?$', '(a*)*b', '(.*a){20}', '(a|a?)+$'])(
    'of a rule, %s, takes linear time',
    { timeout: 10_000 },
    (source) => {
      const compiled = compilePattern(source, (raw) => raw);
      if (compiled.ok) compiled.value.find(`${'a'.repeat(4900)}!`);
      else expect(compiled).toMatchObject({ ok: false });
    },
  );
});
