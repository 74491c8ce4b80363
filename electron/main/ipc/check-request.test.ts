import { describe, expect, it } from 'vitest';
import { REQUESTS, type Request } from '#contract/channels.ts';
import { checkRequest } from './check-request.ts';

const page = { address: 'jianwen://app/index.html', isMainFrame: true };
const channels = Object.keys(REQUESTS) as Request[];
const junk: readonly unknown[] = [
  undefined,
  null,
  7,
  'text',
  [],
  [{}],
  { path: 7 },
  { path: '' },
  { text: null },
  { headlineId: -1 },
  { headlineId: 1, more: true },
  { feedId: 1, search: 'x'.repeat(201), after: null, limit: 10 },
  { feedId: 1, search: '', after: null, limit: 1e9 },
  { requestId: 'no-uuid', headlineId: 1, label: { sensational: true, implausible: false } },
  { headlineIds: Array.from({ length: 501 }, (_, at) => at + 1) },
  { requestId: crypto.randomUUID(), visible: Array.from({ length: 501 }, (_, at) => at + 1) },
];

describe('checkRequest', () => {
  it.each(channels)('refuses junk for %s', (channel) => {
    for (const args of junk) {
      expect(checkRequest(channel, page, args)).toMatchObject({ trouble: { code: 'request-invalid' } });
    }
  });

  it.each([
    ['no frame', null],
    ['a frame within the page', { ...page, isMainFrame: false }],
    ['another host', { ...page, address: 'jianwen://app.example/index.html' }],
    ['a file', { ...page, address: 'file:///index.html' }],
    ['a web page that names the own one', { ...page, address: 'https://example.com/?jianwen://app/' }],
  ])('refuses %s', (_story, sender) => {
    expect(checkRequest('feed.list', sender, {})).toMatchObject({ trouble: { code: 'request-invalid' } });
  });

  it('lets good requests through', () => {
    const args = {
      requestId: crypto.randomUUID(),
      headlineId: 3,
      label: { sensational: true, implausible: false },
    };
    expect(checkRequest('label.put', page, args)).toEqual({ ok: true, value: args });
    expect(checkRequest('feed.list', page, {})).toEqual({ ok: true, value: {} });
  });
});
