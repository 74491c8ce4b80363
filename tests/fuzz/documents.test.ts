import type { RequestListener } from 'node:http';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { lookAt } from '#classifier/desk/subscriptions/look-at.ts';
import { HEADLINE_LIMIT } from '#classifier/interchange/headline-limit.ts';
import { feedServer } from '../helpers/feed-server.ts';
import { rssOf } from '../helpers/rss.ts';
import { damage, damaged, RUNS, TIMEOUT } from './damage.ts';

const LIMITS = { time: 5_000, bytes: 64 * 1024, redirects: 2 };

const SEEDS = [
  rssOf('提取DNA定制专属“恐龙宠物”', '市政府召开常务会议'),
  '<feed xmlns="http://www.w3.org/2005/Atom"><title>早报</title><entry><title type="html">甲&amp;乙</title><link href="/a"/><updated>2026-01-02T03:04:05Z</updated></entry></feed>',
  '{"version":"https://jsonfeed.org/version/1.1","title":"早报","items":[{"id":"1","title":"甲","url":"https://e.cn/1"}]}',
  '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><item><title>甲</title></item></rdf:RDF>',
].map((text) => strToU8(text));

const PACKERS = {
  gzip: gzipSync,
  deflate: deflateSync,
  br: brotliCompressSync,
  identity: (bytes: Uint8Array) => bytes,
};

/** What a server may answer, in order or not. */
const answer = fc.record({
  status: fc.constantFrom(200, 200, 200, 200, 204, 206, 301, 302, 304, 404, 429, 500),
  seed: fc.constantFrom(...SEEDS),
  inside: fc.option(damage),
  outside: fc.option(damage, { freq: 2 }),
  encoding: fc.constantFrom(...(Object.keys(PACKERS) as (keyof typeof PACKERS)[])),
  headers: fc.record(
    {
      'content-type': fc.constantFrom(
        'application/rss+xml; charset=gb18030',
        'text/xml',
        'application/feed+json',
        'text/html; charset="',
        'charset=utf-7',
        '',
      ),
      location: fc.constantFrom(
        '/again',
        'http://',
        'file:///etc/passwd',
        'http://169.254.169.254/',
        '//',
        'javascript:1',
      ),
      etag: fc.string({ unit: 'grapheme-ascii' }).map((text) => text.replace(/[^\x21-\x7e]/g, '')),
      'last-modified': fc.constantFrom('', 'yesterday', 'Fri, 02 Jan 2026 19:07:00 GMT'),
      'retry-after': fc.constantFrom('', '-1', '1e99', 'soon', '120'),
    },
    { requiredKeys: [] },
  ),
});

type Answer = typeof answer extends fc.Arbitrary<infer T> ? T : never;

function bodyOf({ seed, inside, outside, encoding }: Answer): Uint8Array {
  const packed = PACKERS[encoding](inside === null ? seed : damaged(seed, inside));
  return outside === null ? packed : damaged(packed, outside);
}

describe('the reader of documents from the network', () => {
  it('answers whatever a server says', { timeout: TIMEOUT * 2 }, async () => {
    let next: Answer | null = null;
    const serve: RequestListener = (_, response) => {
      if (next === null) return void response.end();
      response.writeHead(next.status, { ...next.headers, 'content-encoding': next.encoding });
      response.end(bodyOf(next));
    };
    const { url } = await feedServer(serve);
    const kinds = new Set<string>();
    const property = fc.asyncProperty(answer, async (given) => {
      next = given;
      const found = await lookAt(
        { kind: 'url', address: url, allowPrivate: true, seen: '{"etag":"\\"1\\""}' },
        undefined,
        LIMITS,
      );
      kinds.add(found.kind);
      if (found.kind === 'failed') {
        expect(found.trouble.sentence.en).not.toMatch(/undefined|\[object/);
        if (found.retryAfter !== null) expect(found.retryAfter).toBeGreaterThan(0);
      }
      if (found.kind !== 'read') return;
      for (const { text, details } of found.rows) {
        expect(text.trim()).not.toBe('');
        expect(text.length).toBeLessThanOrEqual(HEADLINE_LIMIT * 2);
        expect(details?.url ?? 'https://x').toMatch(/^https?:/);
      }
      expect(({} as Record<string, unknown>).a).toBeUndefined();
    });
    await fc.assert(property, { numRuns: RUNS });
    expect([...kinds].sort()).toEqual(['failed', 'read', 'unchanged']);
  });
});
