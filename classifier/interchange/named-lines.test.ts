import { describe, expect, it } from 'vitest';
import { sayOfLines } from './named-lines.ts';

const said = { zh: '太长', one: 'is too long', many: 'are too long' };

describe('sayOfLines', () => {
  it.each([
    [[3], '第 3 行太长', 'line 3 is too long'],
    [[2, 5], '第 2、5 行太长', 'lines 2 and 5 are too long'],
    [[2, 5, 9], '第 2、5、9 行太长', 'lines 2, 5 and 9 are too long'],
  ])('names %j', (lines, zh, en) => expect(sayOfLines(lines, said)).toEqual({ zh, en }));

  it('names ten of more', () => {
    const lines = Array.from({ length: 12 }, (_, at) => at + 1);
    expect(sayOfLines(lines, said)).toEqual({
      zh: '第 1、2、3、4、5、6、7、8、9、10 等 12 行太长',
      en: '12 lines (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, …) are too long',
    });
    expect(sayOfLines(lines.slice(0, 10), said).zh).toBe('第 1、2、3、4、5、6、7、8、9、10 行太长');
  });
});
