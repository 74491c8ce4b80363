import { expect, it } from 'vitest';
import { decodeFeed } from './feed-text.ts';

const GBK = Buffer.from([0xc7, 0xc5]);
const BIG5 = Buffer.from([0xbe, 0xf4]);

function decoded(head: string, title: Buffer, contentType?: string): string | undefined {
  const text = decodeFeed(Buffer.concat([Buffer.from(head), title]), 'feed.xml', contentType);
  return text.ok ? text.value.slice(head.length) : text.trouble.code;
}

it.each([
  ['what the XML declaration says', '<?xml version="1.0" encoding="gbk"?>', GBK, undefined, '桥'],
  ['what the HTTP header says', '<rss>', GBK, 'text/xml; charset=GB2312', '桥'],
  [
    'the header before the declaration',
    '<?xml version="1.0" encoding="gbk"?>',
    BIG5,
    'text/xml; charset="big5"',
    '橋',
  ],
  ['GB18030 where nothing is said', '<rss>', GBK, undefined, '桥'],
  [
    'GB18030 where UTF-8 is claimed',
    '<?xml version="1.0" encoding="utf-8"?>',
    GBK,
    'text/xml; charset=utf-8',
    '桥',
  ],
  ['UTF-8 where something else is claimed', '<rss>', Buffer.from('桥'), 'text/xml; charset=iso-8859-1', '桥'],
  ['Latin 1 where it is meant', '<rss>', Buffer.from([0xe9]), 'text/xml; charset=iso-8859-1', 'é'],
  ['Shift JIS', '<?xml version="1.0" encoding="Shift_JIS"?>', Buffer.from([0x8b, 0xb4]), undefined, '橋'],
  [
    'plain text where an unknown encoding is named',
    '<rss>',
    Buffer.from('bridge'),
    'text/xml; charset=no-such',
    'bridge',
  ],
])('reads %s', (_, head, title, contentType, text) => {
  expect(decoded(head, title, contentType)).toBe(text);
});

it('reads UTF-16 and takes marks off', () => {
  const text = (bytes: Buffer) => decodeFeed(bytes, 'f');
  expect(text(Buffer.from('\ufeff<rss/>桥', 'utf16le'))).toEqual({ ok: true, value: '<rss/>桥' });
  expect(text(Buffer.from('\ufeff<rss/>桥', 'utf16le').swap16())).toEqual({ ok: true, value: '<rss/>桥' });
  expect(text(Buffer.from('\ufeff<rss/>桥'))).toEqual({ ok: true, value: '<rss/>桥' });
});

it('names what is empty and what is in no encoding', () => {
  expect(decoded('', Buffer.alloc(0))).toBe('file-empty');
  expect(decoded('<rss>', Buffer.from([0xff, 0xff, 0xff]))).toBe('feed-invalid');
});
