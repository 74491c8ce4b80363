import { describe, expect, it } from 'vitest';
import { HEADLINE_LIMIT } from '#classifier/interchange/headline-limit.ts';
import { testWorkspace } from '../../tests/helpers/workspace.ts';
import { importFeedText } from './feed-import.ts';

const TOO_LONG = '长'.repeat(HEADLINE_LIMIT + 1);

function importOf(text: string) {
  const result = importFeedText(testWorkspace(), '清单', text);
  if (!result.ok) throw new Error(result.trouble.code);
  return result.value;
}

describe('importFeedText', () => {
  it('names the bad lines of JSON Lines', () => {
    const lines = ['{"text":"甲"}', '{"cut', '', '{"标题":"乙"}', '{"other":1}'];
    expect(importOf(lines.join('\n'))).toMatchObject({
      taken: 2,
      leftOut: [
        {
          reason: {
            zh: '第 2 行：不是完整的 JSON 对象',
            en: 'line 2: it is not a whole JSON object',
          },
          lines: 1,
        },
        { reason: { zh: '第 5 行：没有标题字段', en: 'line 5: it has no field with a headline' }, lines: 1 },
      ],
    });
  });

  it('names ten of many bad lines, and tells too long ones from them', () => {
    const lines = ['{"text":"甲"}', ...Array(11).fill('{}'), JSON.stringify({ text: TOO_LONG })];
    expect(importOf(lines.join('\n')).leftOut).toEqual([
      {
        reason: {
          zh: '第 2、3、4、5、6、7、8、9、10、11 等 11 行：没有标题字段',
          en: '11 lines (2, 3, 4, 5, 6, 7, 8, 9, 10, 11, …): it has no field with a headline',
        },
        lines: 11,
      },
      {
        reason: { zh: '第 13 行：标题超过 5000 字', en: 'line 13: its headline is over 5000 characters' },
        lines: 1,
      },
    ]);
  });

  it('names the too long lines of a list after the other reasons', () => {
    expect(importOf(`要闻\n- 甲\n- ${TOO_LONG}\n- 乙`)).toMatchObject({
      taken: 2,
      leftOut: [
        { reason: { zh: '列表的标题或说明' }, lines: 1 },
        {
          reason: { zh: '第 3 行：标题超过 5000 字', en: 'line 3: its headline is over 5000 characters' },
          lines: 1,
        },
      ],
    });
  });

  it('says nothing of lines when all are good', () => {
    expect(importOf('{"text":"甲"}\n\n{"text":"乙"}').leftOut).toEqual([]);
  });
});
