import { describe, expect, it } from 'vitest';
import { HEADLINE_LIMIT } from './headline-limit.ts';
import { headlineSource, type SourceItem } from './headline-source.ts';

const TOO_LONG = '长'.repeat(HEADLINE_LIMIT + 1);

/** What the source makes of a text that comes in pieces of some bytes. */
async function itemsOf(text: string, size: number): Promise<SourceItem[]> {
  const bytes = Buffer.from(text);
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const items: SourceItem[] = [];
  for await (const item of headlineSource(chunks(), '清单.txt')) items.push(item);
  return items;
}

/** Troubles as code and place, headlines as text, the left out as a count. */
function told(items: readonly SourceItem[]) {
  return items.map((item) => {
    if (item.kind === 'headline') return item.headline.text;
    if (item.kind === 'left-out') return item.summary.map(({ reason, lines }) => `${reason.zh} ${lines}`);
    return { code: item.trouble.code, ...item.trouble.place };
  });
}

describe('headlineSource', () => {
  it.each([1, 7, 1 << 20])('names each too long line of a list, in pieces of %i bytes', async (size) => {
    const items = await itemsOf(`要闻\n- 甲\n- ${TOO_LONG}\n- 乙\n\n- ${TOO_LONG}\n`, size);
    expect(told(items)).toEqual([
      { code: 'line-too-long', file: '清单.txt', line: 3 },
      { code: 'line-too-long', file: '清单.txt', line: 6 },
      '甲',
      '乙',
      ['空行 1', '列表的标题或说明 1'],
    ]);
  });

  it('says once what is wrong with a list of too long lines alone', async () => {
    expect(told(await itemsOf(`- ${TOO_LONG}\n- ${TOO_LONG}`, 4096))).toEqual([
      { code: 'line-too-long', file: '清单.txt', line: 1 },
    ]);
  });

  it('names bad lines of JSON Lines where they stand and goes on', async () => {
    const lines = ['{"text":"甲"}', '{"cut', JSON.stringify({ text: TOO_LONG }), '', '{"标题":"乙"}'];
    expect(told(await itemsOf(lines.join('\n'), 16))).toEqual([
      '甲',
      { code: 'line-not-json', file: '清单.txt', line: 2 },
      { code: 'line-too-long', file: '清单.txt', line: 3 },
      '乙',
    ]);
  });
});
