import { describe, expect, it } from 'vitest';
import { chooseLanguage, readInvocation } from './command-line.ts';

describe('readInvocation', () => {
  const read = (...words: string[]) => readInvocation(words, '/desk', {});

  it('takes the first word that is no option', () => {
    expect(read('--no-sandbox', '--inspect=0', '今天.txt', 'other.txt').file).toBe('/desk/今天.txt');
    expect(read('--no-sandbox').file).toBeNull();
    expect(read('-r', '/driver/loader.js', '/lists/a.txt').file).toBe('/lists/a.txt');
  });

  it('takes the data folder from the option, then from the environment', () => {
    expect(read('--data', 'd', 'a.txt')).toEqual({ file: '/desk/a.txt', dataFolder: '/desk/d' });
    expect(read('a.txt', '--data=/d')).toEqual({ file: '/desk/a.txt', dataFolder: '/d' });
    expect(readInvocation([], '/desk', { JIANWEN_DATA: '/e' }).dataFolder).toBe('/e');
    expect(readInvocation(['--data=/d'], '/desk', { JIANWEN_DATA: '/e' }).dataFolder).toBe('/d');
    expect(read('--data').dataFolder).toBeNull();
  });
});

describe('chooseLanguage', () => {
  it.each([
    ['', {}, null, 'zh'],
    ['', { LANG: 'C.UTF-8' }, null, 'zh'],
    ['', { LANG: 'C.UTF-8' }, 'en-GB', 'en'],
    ['', { LANG: 'en_GB.UTF-8' }, null, 'en'],
    ['', { LANG: 'zh_CN.UTF-8' }, 'en-US', 'zh'],
    ['', { LANG: 'en_US.UTF-8', LC_ALL: 'zh_CN.UTF-8' }, null, 'zh'],
    ['en', { LANG: 'zh_CN.UTF-8' }, 'zh-CN', 'en'],
    ['zh-CN', { LANG: 'en_US.UTF-8' }, 'en-US', 'zh'],
    ['', { LANG: 'fr_FR.UTF-8' }, null, 'zh'],
  ] as const)('--lang %j, %j, system %j: %s', (wanted, env, system, language) => {
    expect(chooseLanguage(wanted, env, system)).toBe(language);
  });
});
