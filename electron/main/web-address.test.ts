import { describe, expect, it } from 'vitest';
import { webAddress } from './web-address.ts';

describe('webAddress', () => {
  it('lets web addresses through, as they are parsed', () => {
    expect(webAddress('https://example.org/a?b=c#d')).toBe('https://example.org/a?b=c#d');
    expect(webAddress('HTTP://Example.org')).toBe('http://example.org/');
    expect(webAddress('http://例子.测试/新闻')).toBe('http://xn--fsqu00a.xn--0zwm56d/%E6%96%B0%E9%97%BB');
  });

  it.each([
    'file:///etc/passwd',
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'data:text/html,x',
    'smb://server/share',
    'ms-msdt:/id',
    'mailto:a@example.org',
    '//example.org',
    'example.org',
    'https://user:secret@example.org',
    'http://',
    '',
  ])('refuses %j', (text) => {
    expect(webAddress(text)).toBeNull();
  });
});
