import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBlock, readBytesLine } from './block-lines.ts';
import { feedBlocks } from './feed-blocks.ts';
import { createFlatReader } from './flat-record.ts';
import { HEADLINE_LIMIT } from './headline-limit.ts';

const TOO_LONG = '长'.repeat(HEADLINE_LIMIT + 1);

/** What a feed holds that comes in pieces of some bytes: headlines as text, troubles as code and place. */
async function told(feed: string | Uint8Array, size: number, block = 64): Promise<unknown[]> {
  const bytes = Buffer.from(feed);
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const items: unknown[] = [];
  const flat = createFlatReader();
  let before = 0;
  for await (const part of feedBlocks(chunks(), '清单.txt', { block, eager: false })) {
    if (part.kind === 'left-out')
      items.push(part.summary.map(({ reason, lines }) => `${reason.zh} ${lines}`));
    else if (part.kind === 'trouble') items.push({ code: part.trouble.code, ...part.trouble.place });
    else {
      const first = before + 1;
      before += readBlock(part.block.bytes, part.block.start === 0, flat, {
        headline: (text) => items.push(text),
        flat: (buffer, from, to) => items.push(buffer.toString('utf8', from, to)),
        bad: (line, piece) => {
          const read = readBytesLine(piece, { file: '清单.txt', line: first + line });
          if (read?.ok === false) items.push({ code: read.trouble.code, ...read.trouble.place });
        },
      });
    }
  }
  return items;
}

describe('feedBlocks', () => {
  it.each([1, 7, 1 << 20])('names each too long line of a list, in pieces of %i bytes', async (size) => {
    expect(await told(`要闻\n- 甲\n- ${TOO_LONG}\n- 乙\n\n- ${TOO_LONG}\n`, size)).toEqual([
      { code: 'line-too-long', file: '清单.txt', line: 3 },
      { code: 'line-too-long', file: '清单.txt', line: 6 },
      '甲',
      '乙',
      ['空行 1', '列表的标题或说明 1'],
    ]);
  });

  it('says once what is wrong with a list of too long lines alone', async () => {
    expect(await told(`- ${TOO_LONG}\n- ${TOO_LONG}`, 4096)).toEqual([
      { code: 'line-too-long', file: '清单.txt', line: 1 },
    ]);
  });

  it('names bad lines of JSON Lines where they stand and goes on', async () => {
    const lines = ['{"text":"甲"}', '{"cut', JSON.stringify({ text: TOO_LONG }), '', '{"标题":"乙"}'];
    expect(await told(lines.join('\n'), 16)).toEqual([
      '甲',
      { code: 'line-not-json', file: '清单.txt', line: 2 },
      { code: 'line-too-long', file: '清单.txt', line: 3 },
      '乙',
    ]);
  });

  it('tells the same wherever the blocks are cut, byte order marks, NULs and bad bytes within', async () => {
    const line = fc.constantFrom(
      '{"text":"恐龙"}',
      '{"text":"市政府","n":1.50}\r',
      ' {"title": "\\u7532"}',
      '\uFEFF{"text":"乙"}',
      '\uFEFF\uFEFF{"text":"丙"}',
      '{"text":"\0"}',
      '{"text":"\ufffd"}',
      '{"cut',
      '\uFEFF',
      '',
      ' \r',
      '[]',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { maxLength: 8 }),
        fc.boolean(),
        fc.integer({ min: 1, max: 90 }),
        async (lines, ended, block) => {
          const text = ['{"text":"头"}', ...lines].join('\n') + (ended ? '\n' : '');
          // A byte that UTF-8 never has stands where U+FFFD stood.
          const raw = Buffer.from(text).toString('latin1').replaceAll('\u00ef\u00bf\u00bd', '\u00ff');
          const bytes = Buffer.from(raw, 'latin1');
          expect(await told(bytes, 13, block)).toEqual(await told(bytes, 4096, 1 << 16));
        },
      ),
    );
    const bytes = Buffer.concat([
      Buffer.from('{"text":"甲"}\n{"text":"'),
      Buffer.from([0xff]),
      Buffer.from('"}\n\uFEFF{"text":"乙"}'),
    ]);
    expect(await told(bytes, 4096)).toEqual([
      '甲',
      { code: 'file-not-utf8', file: '清单.txt', line: 2 },
      '乙',
    ]);
  });
});
