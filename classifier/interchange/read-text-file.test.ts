import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { TroubleCode } from '#classifier/core/trouble.ts';
import { readTextFile } from './read-text-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'jianwen-text-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(content: string | Uint8Array, name = '清单.txt'): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function troubleOf(path: string, limit?: number) {
  const result = await readTextFile(path, limit);
  if (result.ok) throw new Error('expected a trouble');
  return result.trouble;
}

describe('readTextFile', () => {
  it('gives text and size, the byte order mark and nothing else removed', async () => {
    const result = await readTextFile(file('\uFEFF一\r\n 二 \n'));
    expect(result).toEqual({ ok: true, value: { text: '一\r\n 二 \n', bytes: 14 } });
  });

  const bad: [string, string | Uint8Array, TroubleCode, number | undefined][] = [
    ['nothing', '', 'file-empty', undefined],
    ['only a byte order mark', '\uFEFF', 'file-empty', undefined],
    ['a NUL', '一\r\n二\n三\0四', 'file-has-nul', 3],
    ['a NUL after lone CRs', 'a\rb\r\0', 'file-has-nul', 3],
    [
      'GBK',
      Buffer.concat([Buffer.from('一\n二\n'), Buffer.from([0xd6, 0xd0, 0xb9, 0xfa, 0x0a])]),
      'file-not-utf8',
      3,
    ],
    ['bad bytes after lone CRs', Buffer.from([0x61, 0x0d, 0x62, 0x0d, 0xff, 0x0a, 0x63]), 'file-not-utf8', 3],
    ['a character cut by a line end', Buffer.from([0xe4, 0xb8, 0x0a, 0x61]), 'file-not-utf8', 1],
    ['a character cut by the end', Buffer.from([0x61, 0x0a, 0xe4, 0xb8]), 'file-not-utf8', 2],
    ['an encoded surrogate', Buffer.from([0x0a, 0xed, 0xa0, 0x80]), 'file-not-utf8', 2],
    ['UTF-16', Buffer.from([0xff, 0xfe, 0x00, 0x4e]), 'file-not-utf8', 1],
  ];
  it.each(bad)('names the file and the line for %s', async (_what, content, code, line) => {
    const path = file(content);
    const trouble = await troubleOf(path);
    expect(trouble.code).toBe(code);
    expect(trouble.place).toEqual(line === undefined ? { file: path } : { file: path, line });
    for (const sentence of [trouble.sentence.zh, trouble.sentence.en]) {
      expect(sentence).toContain('清单.txt');
      if (line !== undefined) expect(sentence).toContain(String(line));
    }
  });

  it('tells a missing file, a folder and an impossible path apart', async () => {
    expect((await troubleOf(join(folder, '没有.txt'))).code).toBe('file-missing');
    expect((await troubleOf(join(file('一'), '下一层.txt'))).code).toBe('file-missing');
    expect((await troubleOf(folder)).code).toBe('file-is-folder');
    expect((await troubleOf('a\0b')).code).toBe('file-unreadable');
  });

  it('reads up to the limit and not a byte more', async () => {
    const path = file('12345');
    expect((await readTextFile(path, 5)).ok).toBe(true);
    expect((await troubleOf(path, 4)).code).toBe('file-too-large');
  });

  it('shows no control or direction characters of a file name', async () => {
    const { sentence } = await troubleOf(join(folder, 'a\u001b[31m\u202ekcol.txt'));
    expect(sentence.zh).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  it.skipIf(process.platform !== 'linux')('stops reading a source without end', async () => {
    expect((await troubleOf('/dev/zero', 3_000_000)).code).toBe('file-too-large');
  });
});
