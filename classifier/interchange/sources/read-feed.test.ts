import { describe, expect, it } from 'vitest';
import { readFeed, readOpml } from './read-feed.ts';

const ITEM = '<title><![CDATA[提取DNA定制<b>“恐龙宠物”</b>]]></title><link>https://e.cn/1</link>';

const FEEDS: Readonly<Record<string, string>> = {
  'RSS 0.91': `<?xml version="1.0"?><!DOCTYPE rss SYSTEM "http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"><channel><title>日报</title><item>${ITEM}</item></channel></rss>`,
  'RSS 0.92': `<rss version="0.92"><channel><title>日报</title><item>${ITEM}</item></channel></rss>`,
  'RSS 2.0': `<rss version="2.0"><channel><title>日报</title><item>${ITEM}<guid>a1</guid><pubDate>Fri, 02 Jan 2026 19:07:00 +0800</pubDate></item></channel></rss>`,
  'RSS 0.9': `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>日报</title></channel><item>${ITEM}</item></rdf:RDF>`,
  RDF: `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>日报</title></channel><item rdf:about="y">${ITEM}<dc:date>2026-01-02T19:07:00+08:00</dc:date></item></rdf:RDF>`,
  Atom: `<feed xmlns="http://www.w3.org/2005/Atom"><title>日报</title><entry><id>a1</id><title type="html">提取DNA定制&lt;b&gt;“恐龙宠物”&lt;/b&gt;</title><link rel="self" href="https://e.cn/x"/><link href="https://e.cn/1"/><updated>2026-01-02T11:07:00Z</updated></entry></feed>`,
  'JSON Feed':
    '{"version":"https://jsonfeed.org/version/1.1","title":"日报","items":[{"id":"a1","title":"提取DNA定制“恐龙宠物”","url":"https://e.cn/1","date_published":"2026-01-02T19:07:00+08:00"}]}',
};

describe('readFeed', () => {
  it.each(Object.entries(FEEDS))('reads %s', (name, text) => {
    const read = readFeed(text, 'feed.xml');
    if (!read.ok) throw new Error(read.trouble.sentence.en);
    const time = /0\.9/.test(name) ? null : '2026-01-02T11:07:00.000Z';
    expect(read.value.rows).toMatchObject([
      {
        text: '提取DNA定制“恐龙宠物”',
        row: 1,
        details: { source: '日报', url: 'https://e.cn/1', publishedAt: time },
      },
    ]);
  });

  it.each(Object.entries(FEEDS))('says that %s is cut off, wherever it is cut', (_name, text) => {
    for (const share of [0.3, 0.6, 0.9, 0.99]) {
      expect(readFeed(text.slice(0, text.length * share), 'feed.xml').ok).toBe(false);
    }
  });

  const long = 1_000_000;
  it.each([
    [
      'blanks between elements',
      `<rss version="2.0"><channel><item>${ITEM}</item>${' '.repeat(long)}</channel></rss>`,
    ],
    [
      'blanks at the end',
      `<rss version="2.0"><channel><item>${ITEM}</item></channel></rss>${' '.repeat(long)}`,
    ],
    [
      'what begins comments',
      `<rss version="2.0"><channel><item>${ITEM}<description><![CDATA[${'<!--'.repeat(long / 4)}]]></description></item></channel></rss>`,
    ],
    [
      'comments at the end',
      `<!-- <feed> --><rss version="2.0"><channel><item>${ITEM}</item></channel></rss>${'\n<!-- x -->'.repeat(long / 11)}`,
    ],
  ])('reads a long feed of %s in time that grows with it', (_, text) => {
    expect(readFeed(text, 'feed.xml')).toMatchObject({ ok: true, value: { rows: [{ row: 1 }] } });
    expect(readFeed(text.replace('</rss>', ''), 'feed.xml')).toMatchObject({
      ok: false,
      trouble: { code: 'file-damaged' },
    });
  });

  it('reads no document with entities, and none that is nested without end', () => {
    const bomb =
      '<!DOCTYPE rss [<!ENTITY a "x"><!ENTITY b SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><item><title>&b;</title></item></channel></rss>';
    expect(readFeed(bomb, 'f.xml')).toMatchObject({ ok: false, trouble: { code: 'file-kind-unsupported' } });
    const deep = `<rss version="2.0">${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}</rss>`;
    expect(readFeed(deep, 'f.xml')).toMatchObject({ ok: false, trouble: { code: 'file-kind-unsupported' } });
  });

  it('takes the text of a short post without title, and keeps others aside', () => {
    const read = readFeed(
      `<rss version="2.0"><channel><item><description>&lt;p&gt;村民自发修桥&lt;/p&gt;</description></item><item><guid>1</guid></item><item>${ITEM}</item></channel></rss>`,
      'f',
    );
    expect(read).toMatchObject({
      ok: true,
      value: { rows: [{ text: '村民自发修桥' }, { row: 3 }], rejected: [{ row: 2 }] },
    });
  });
});

describe('readOpml', () => {
  it('reads outlines at every level in their order', () => {
    const opml =
      '<opml version="2.0"><head><title>订阅</title></head><body><outline text="要闻"><outline text="日报" xmlUrl="https://e.cn/rss"/></outline><outline text="晚报" htmlUrl="https://w.cn/"/></body></opml>';
    const read = readOpml(opml, 'a.opml');
    expect(read).toMatchObject({
      ok: true,
      value: {
        rows: [
          { text: '要闻' },
          { text: '日报', details: { source: '订阅', url: 'https://e.cn/rss' } },
          { text: '晚报', details: { url: 'https://w.cn/' } },
        ],
      },
    });
  });
});
