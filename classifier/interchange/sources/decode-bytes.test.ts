import { describe, expect, it } from 'vitest';
import { decodeBytes } from './decode-bytes.ts';

const TEXT = '提取DNA定制专属“恐龙宠物”\n市政府公布新规，三月起施行\n';
const GBK = Buffer.from(
  'cce1c8a1444e41b6a8d6c6d7a8caf4a1b0bfd6c1facbfacbefa1b10acad0d5feb8aeb9abb2bcd0c2b9e6a3acc8fdd4c2c6f0caa9d0d00a'.replace(
    'bfd6c1facbfacbef',
    'bfd6c1fab3e8ceef',
  ),
  'hex',
);
/** 市政府公布新規，三月起施行 / 這個國家的時間 */
const BIG5 = Buffer.from(
  'a5abac46a9b2a4bda5acb7b3b357a141a454a4ebb05fac49a6e60aa94fadd3b0eaaa61aabaaec9b6a1a141a6d3aba1a4a3acb0a440a4480a'
    .replace('b7b3', 'b773')
    .replace('a94f', 'b36f')
    .replace('aa61', 'ae61'),
  'hex',
);

function utf16(text: string, bigEndian: boolean): Buffer {
  const bytes = Buffer.from(text, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
}

describe('decodeBytes', () => {
  it.each([
    ['utf-8', Buffer.from(TEXT)],
    ['utf-8', Buffer.from(`\uFEFF${TEXT}`)],
    ['gb18030', GBK],
    ['utf-16le', utf16(`\uFEFF${TEXT}`, false)],
    ['utf-16be', utf16(`\uFEFF${TEXT}`, true)],
    ['utf-16le', utf16(TEXT, false)],
    ['utf-16be', utf16(TEXT, true)],
  ])('tells %s', (encoding, bytes) => {
    expect(decodeBytes(bytes, 'a.txt')).toEqual({
      ok: true,
      value: { text: TEXT, encoding, isDamaged: false },
    });
  });

  it('tells Big5 by the Chinese that it makes, and reads as it is told', () => {
    const read = decodeBytes(BIG5, 'a.txt');
    expect(read).toMatchObject({ ok: true, value: { encoding: 'big5' } });
    expect(read.ok && read.value.text.startsWith('市政府公布新規，三月起施行')).toBe(true);
    expect(decodeBytes(BIG5, 'a.txt', 'gb18030')).toMatchObject({ ok: true, value: { encoding: 'gb18030' } });
  });

  it('reads what an XML head names where the bytes are not UTF-8', () => {
    const xml = Buffer.concat([
      Buffer.from('<?xml version="1.0" encoding="gbk"?><a>'),
      GBK,
      Buffer.from('</a>'),
    ]);
    expect(decodeBytes(xml, 'a.xml')).toMatchObject({ ok: true, value: { encoding: 'gb18030' } });
  });

  it('marks a few foreign lines of UTF-8 and a character cut off at the end', () => {
    const lines = Array.from({ length: 20 }, () => Buffer.from('市政府公布新规\n'));
    const mixed = Buffer.concat([...lines, GBK.subarray(0, 26), Buffer.from('\n'), ...lines]);
    expect(decodeBytes(mixed, 'a.txt')).toMatchObject({
      ok: true,
      value: { encoding: 'utf-8', isDamaged: true },
    });
    const cut = Buffer.from(TEXT).subarray(0, -2);
    expect(decodeBytes(cut, 'a.txt')).toMatchObject({
      ok: true,
      value: { encoding: 'utf-8', isDamaged: true },
    });
  });

  it('refuses what is no text with its line', () => {
    expect(decodeBytes(Buffer.from('甲\n乙\0丙\n'), 'a.txt')).toMatchObject({
      ok: false,
      trouble: { code: 'file-has-nul', place: { line: 2 } },
    });
    expect(decodeBytes(new Uint8Array(), 'a.txt')).toMatchObject({
      ok: false,
      trouble: { code: 'file-empty' },
    });
    const noise = Buffer.from(
      Array.from({ length: 4000 }, (_, at) => (at % 40 === 0 ? 10 : 0x80 + ((at * 7919) % 127))),
    );
    expect(decodeBytes(noise, 'a.txt').ok).toBe(false);
  });
});
