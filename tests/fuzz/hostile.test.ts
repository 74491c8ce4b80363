import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readSource } from '#classifier/interchange/sources/read-source.ts';
import { readSourceFile } from '#classifier/interchange/sources/read-source-file.ts';
import { temporaryFolder } from '../helpers/workspace.ts';

const XLSX = new Uint8Array(readFileSync(join(import.meta.dirname, '../fixtures/sources/list.xlsx')));

async function codeOf(bytes: Uint8Array | string, name: string): Promise<string> {
  const read = await readSource(typeof bytes === 'string' ? strToU8(bytes) : bytes, name);
  return read.ok ? 'read' : read.trouble.code;
}

/** The workbook with one of its parts changed. */
function workbookWith(part: string, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(XLSX);
  return zipSync({ ...parts, [part]: strToU8(change(Buffer.from(parts[part] as Uint8Array).toString())) });
}

describe('a hostile source is refused in a sentence', () => {
  it('of a gigabyte, before a byte of it is read', async () => {
    const path = join(temporaryFolder(), 'huge.csv');
    writeFileSync(path, '标题\n');
    truncateSync(path, 2 ** 30);
    expect(await readSourceFile(path)).toMatchObject({
      ok: false,
      trouble: { code: 'file-too-large', place: { file: path } },
    });
  });

  it('of one line of 50 MB, as every kind of text', { timeout: 60_000 }, async () => {
    const line = '恐龙宠物'.repeat(4_400_000);
    expect(await codeOf(line, 'a.txt')).toBe('line-too-long');
    expect(await codeOf(`标题\n${line}`, 'a.csv')).toBe('no-headlines');
    expect(await codeOf(`{"text":"${line}"}\n`, 'a.jsonl')).toBe('no-headlines');
    expect(
      await codeOf(
        `<rss version="2.0"><channel><item><title>${line}</title></item></channel></rss>`,
        'a.xml',
      ),
    ).toBe('no-headlines');
  });

  it('of a million columns, deep JSON, deep XML and HTML', { timeout: 60_000 }, async () => {
    expect(await codeOf(`标题${',x'.repeat(1_000_000)}\n甲\n`, 'a.csv')).toMatch(
      /file-too-large|no-headlines/,
    );
    expect(await codeOf(`{"data":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 'a.json')).toMatch(
      /file-kind-unsupported|line-not-json|no-headlines/,
    );
    expect(await codeOf(`<rss version="2.0">${'<a>'.repeat(200_000)}`, 'a.xml')).toBe(
      'file-kind-unsupported',
    );
    expect(await codeOf(`<html>${'<div>'.repeat(200_000)}`, 'a.html')).toBe('file-kind-unsupported');
  });

  it('of an archive that is a bomb, leads out, or is cut in half', { timeout: 60_000 }, async () => {
    const zeros = new Uint8Array(300 * 1024 * 1024);
    expect(await codeOf(zipSync({ 'a.txt': zeros }), 'a.zip')).toBe('file-too-large');
    expect(await codeOf(gzipSync(zeros), 'a.txt.gz')).toBe('file-too-large');
    expect(await codeOf(zipSync({ '../../etc/passwd': strToU8('甲') }), 'a.zip')).toBe('archive-unsafe');
    expect(await codeOf(XLSX.subarray(0, XLSX.length / 2), 'a.xlsx')).toBe('file-damaged');
  });

  it('of a workbook that spans the whole sheet, skips a billion rows, or declares entities', async () => {
    const sheet = 'xl/worksheets/sheet1.xml';
    const corner = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData>';
    expect(
      await codeOf(
        workbookWith(sheet, (xml) => xml.replace('</sheetData>', corner)),
        'a.xlsx',
      ),
    ).toBe('file-too-large');
    expect(
      await codeOf(
        workbookWith(sheet, (xml) => xml.replace('</sheetData>', '<row r="999999999"/></sheetData>')),
        'a.xlsx',
      ),
    ).toBe('file-too-large');
    const entity = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>';
    expect(
      await codeOf(
        workbookWith('xl/workbook.xml', (xml) => xml.replace('<workbook', `${entity}<workbook`)),
        'a.xlsx',
      ),
    ).toBe('file-kind-unsupported');
  });

  it('of what is no text, an old workbook, nothing, a folder, a pipe, a broken link', async () => {
    expect(await codeOf(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0), 'a.xls')).toBe('file-kind-unsupported');
    expect(await codeOf('%PDF-1.7\n', 'a.txt')).toBe('file-kind-unsupported');
    expect(await codeOf('', 'a.csv')).toBe('file-empty');
    expect(await codeOf('标题\n甲\0乙\n', 'a.csv')).toBe('file-has-nul');
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'd'));
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    symlinkSync(join(folder, 'nowhere'), join(folder, 'link'));
    const codes = await Promise.all(
      ['d', 'pipe', 'link'].map(async (name) => {
        const read = await readSourceFile(join(folder, name));
        return read.ok ? 'read' : read.trouble.code;
      }),
    );
    expect(codes).toEqual(['file-is-folder', 'file-kind-unsupported', 'file-missing']);
  });

  it('that is written to while it is read', async () => {
    const path = join(temporaryFolder(), 'log.csv');
    writeFileSync(path, '标题\n甲乙丙\n');
    let isRead = false;
    const reading = readSourceFile(path).finally(() => {
      isRead = true;
    });
    while (!isRead) {
      appendFileSync(path, '丁\n');
      await setImmediate();
    }
    expect(await reading).toMatchObject({ ok: false, trouble: { code: 'file-changed' } });
  });
});
