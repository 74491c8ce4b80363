import { describe, expect, it } from 'vitest';
import { sayReasonOfLines } from './named-lines.ts';

const reason = { zh: '太长', en: 'too long' };

describe('sayReasonOfLines', () => {
  it.each([
    [[3], '第 3 行：太长', 'line 3: too long'],
    [[2, 5], '第 2、5 行：太长', 'lines 2 and 5: too long'],
    [[2, 5, 9], '第 2、5、9 行：太长', 'lines 2, 5 and 9: too long'],
  ])('names %j', (lines, zh, en) => expect(sayReasonOfLines(lines, reason)).toEqual({ zh, en }));

  it('names ten of more', () => {
    const lines = Array.from({ length: 12 }, (_, at) => at + 1);
    expect(sayReasonOfLines(lines, reason)).toEqual({
      zh: '第 1、2、3、4、5、6、7、8、9、10 等 12 行：太长',
      en: '12 lines (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, …): too long',
    });
    expect(sayReasonOfLines(lines.slice(0, 10), reason).zh).toBe('第 1、2、3、4、5、6、7、8、9、10 行：太长');
  });
});
