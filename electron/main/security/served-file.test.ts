import { describe, expect, it } from 'vitest';
import { servedFile } from './served-file.ts';

const FOLDER = '/opt/jianwen/renderer';

describe('servedFile', () => {
  it('serves what is in the folder', () => {
    expect(servedFile('jianwen://app/', FOLDER)).toBe('/opt/jianwen/renderer/index.html');
    expect(servedFile('jianwen://app/assets/a%20b.js?x=1#y', FOLDER)).toBe(
      '/opt/jianwen/renderer/assets/a b.js',
    );
  });

  it.each([
    ['another host', 'jianwen://other/index.html'],
    ['a host that begins alike', 'jianwen://app.example/index.html'],
    ['another scheme', 'file:///opt/jianwen/renderer/index.html'],
    ['a user and a port', 'jianwen://app:80/index.html'],
    ['escaped dots', 'jianwen://app/%2e%2e%2fmain.mjs'],
    ['a sibling folder', 'jianwen://app/%2e%2e%2frenderer-old%2findex.html'],
    ['back slashes', 'jianwen://app/..%5cmain.mjs'],
    ['a NUL', 'jianwen://app/index.html%00.js'],
    ['a broken escape', 'jianwen://app/%E0%A4%A'],
    ['the folder itself', 'jianwen://app/assets%2f..'],
    ['no address', 'index.html'],
  ])('refuses %s', (_story, address) => {
    expect(servedFile(address, FOLDER)).toBeNull();
  });

  it('keeps plain dots and doubled slashes inside the folder', () => {
    expect(servedFile('jianwen://app/../../etc/passwd', FOLDER)).toBe('/opt/jianwen/renderer/etc/passwd');
    expect(servedFile('jianwen://app//etc/passwd', FOLDER)).toBe('/opt/jianwen/renderer/etc/passwd');
  });
});
