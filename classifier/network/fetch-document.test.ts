import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { feedServer } from '../../tests/helpers/feed-server.ts';
import { FETCH_LIMITS, type Fetched, type FetchWish, fetchDocument } from './fetch-document.ts';

const NONE = { etag: null, lastModified: null };

function fetchIt(url: string, wish: Partial<FetchWish> = {}): Promise<Fetched> {
  return fetchDocument({
    url,
    validators: NONE,
    allowPrivate: true,
    agent: 'test',
    limits: FETCH_LIMITS,
    ...wish,
  });
}

async function problemOf(url: string, wish: Partial<FetchWish> = {}): Promise<string> {
  const fetched = await fetchIt(url, wish);
  return fetched.kind === 'failed' ? `${fetched.trouble.code} ${fetched.trouble.sentence.en}` : fetched.kind;
}

it('brings the document with what it says of itself, and asks with that the next time', async () => {
  const { url, asked } = await feedServer((request, response) => {
    if (request.headers['if-none-match'] === '"v1"') response.writeHead(304).end();
    else
      response
        .writeHead(200, {
          etag: '"v1"',
          'last-modified': 'Mon, 05 Jan 2026 00:00:00 GMT',
          'content-type': 'text/xml; charset=gbk',
        })
        .end('<rss/>');
  });
  const first = await fetchIt(url);
  if (first.kind !== 'document') throw new Error(first.kind);
  expect(Buffer.from(first.bytes).toString()).toBe('<rss/>');
  expect(first.contentType).toBe('text/xml; charset=gbk');
  expect((await fetchIt(url, { validators: first.validators })).kind).toBe('unchanged');
  expect(asked[1]?.headers).toMatchObject({
    'if-none-match': '"v1"',
    'if-modified-since': 'Mon, 05 Jan 2026 00:00:00 GMT',
  });
  expect(asked[0]?.headers).toMatchObject({ 'user-agent': 'test', 'accept-encoding': 'gzip, deflate, br' });
  expect(Object.keys(asked[0]?.headers ?? {})).not.toContain('cookie');
});

it.each([
  ['gzip', gzipSync],
  ['deflate', deflateSync],
  ['br', brotliCompressSync],
] as const)('unpacks %s', async (encoding, pack) => {
  const { url } = await feedServer((_, response) =>
    response.writeHead(200, { 'content-encoding': encoding }).end(pack(Buffer.from('标题'))),
  );
  const fetched = await fetchIt(url);
  expect(fetched.kind === 'document' && Buffer.from(fetched.bytes).toString()).toBe('标题');
});

it('follows redirects, but not for ever', async () => {
  const { url, asked } = await feedServer((request, response) => {
    const step = Number(request.url?.match(/\d+/)?.[0] ?? 0);
    if (step === 3) response.end('there');
    else response.writeHead(302, { location: `/${step + 1}` }).end();
  });
  expect((await fetchIt(url)).kind).toBe('document');
  expect(asked).toHaveLength(4);
  const loop = await feedServer((request, response) =>
    response.writeHead(301, { location: request.url ?? '/' }).end(),
  );
  expect(await problemOf(loop.url)).toMatch(/^feed-unreachable .*circle/);
  expect(loop.asked).toHaveLength(FETCH_LIMITS.redirects + 1);
});

it('checks where a redirect leads as it checks the first address', async () => {
  const inside = await feedServer((_, response) => response.end('secret'));
  for (const target of [
    inside.url.replace('127.0.0.1', 'localhost'),
    inside.url.replace('127.0.0.1', '[::1]'),
    inside.url.replace('127.0.0.1', '[::ffff:127.0.0.1]'),
    'http://169.254.169.254/latest/meta-data',
  ]) {
    const { url } = await feedServer((_, response) => response.writeHead(302, { location: target }).end());
    expect(await problemOf(url)).toMatch(/^address-refused .*private network/);
  }
  const { url } = await feedServer((_, response) =>
    response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  );
  expect(await problemOf(url)).toMatch(/^address-refused Only http/);
  expect(inside.asked).toHaveLength(0);
});

it.each([
  ['file:///etc/passwd', /Only http/],
  ['ftp://example.org/feed', /Only http/],
  ['javascript:alert(1)', /Only http/],
  ['not an address', /Only http/],
  ['http://editor:secret@example.org/', /Only http/],
  ['http://127.0.0.1/', /private network/],
  ['http://localhost/', /private network/],
  ['http://[::1]/', /private network/],
  ['http://[::ffff:10.0.0.1]/', /private network/],
  ['http://2130706433/', /private network/],
  ['http://0x7f.1/', /private network/],
  ['http://0/', /private network/],
])('never asks %s', async (address, sentence) => {
  const problem = await problemOf(address, { allowPrivate: false });
  expect(problem).toMatch(/^address-refused/);
  expect(problem).toMatch(sentence);
});

it('stops a document that is too large, as it comes or as it unpacks', async () => {
  const limits = { ...FETCH_LIMITS, bytes: 1024 * 1024 };
  const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));
  const { url } = await feedServer((_, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
  );
  expect(await problemOf(url, { limits })).toMatch(/^file-too-large .*1 MB/);
  const named = await feedServer((_, response) =>
    response.writeHead(200, { 'content-length': '9999999999' }).flushHeaders(),
  );
  expect(await problemOf(named.url, { limits })).toMatch(/^file-too-large/);
  const endless = await feedServer((_, response) => {
    const more = (): void => {
      while (!response.destroyed && response.write(Buffer.alloc(65_536)));
      if (!response.destroyed) response.once('drain', more);
    };
    more();
  });
  expect(await problemOf(endless.url, { limits })).toMatch(/^file-too-large/);
});

it('does not wait for a server that is slow to answer, or that never ends', async () => {
  const limits = { ...FETCH_LIMITS, time: 300 };
  const silent = await feedServer(() => undefined);
  expect(await problemOf(silent.url, { limits })).toMatch(/^feed-unreachable .*0\.3 seconds/);
  const dripping = await feedServer((_, response) => {
    const timer = setInterval(() => response.write('<'), 20);
    response.on('close', () => clearInterval(timer));
  });
  expect(await problemOf(dripping.url, { limits })).toMatch(/^feed-unreachable .*0\.3 seconds/);
});

it('says what a server says, and for how long it wants to be left alone', async () => {
  const { url } = await feedServer((_, response) => response.writeHead(503, { 'retry-after': '120' }).end());
  expect(await fetchIt(url)).toMatchObject({
    kind: 'failed',
    retryAfter: 120,
    trouble: { code: 'feed-unreachable' },
  });
  const missing = await feedServer((_, response) => response.writeHead(404).end());
  expect(await problemOf(missing.url)).toMatch(/404/);
  const unasked = await feedServer((_, response) => response.writeHead(304).end());
  expect(await problemOf(unasked.url)).toMatch(/304/);
});

it('takes a server that is away, cuts off or talks nonsense as a trouble', async () => {
  const { url } = await feedServer((_, response) => response.destroy());
  expect(await problemOf(url)).toMatch(/^feed-unreachable/);
  const cut = await feedServer((_, response) => {
    response.writeHead(200, { 'content-length': '100' }).write('half');
    setImmediate(() => response.destroy());
  });
  expect(await problemOf(cut.url)).toMatch(/^feed-unreachable/);
  const broken = await feedServer((_, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end('no gzip'),
  );
  expect(await problemOf(broken.url)).toMatch(/^feed-unreachable .*damaged/);
  expect(await problemOf('http://127.0.0.1:1/')).toMatch(/^feed-unreachable/);
  const stopped = AbortSignal.abort();
  expect(await problemOf(url, { signal: stopped })).toMatch(/^feed-unreachable/);
});
