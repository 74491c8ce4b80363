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

  const list = '{"title":"微博","data":[{"title":"第一条"},{"title":"第二条"}]}';

  it('reads a JSON document in one line, however long', async () => {
    const filler = Array.from({ length: 200_000 }, () => '{"标题":"要闻"}').join();
    for (const end of ['', '\n', '\n \n'])
      expect(await told(list + end, 7)).toEqual(['第一条', '第二条', []]);
    expect(await told(`{"title":"微博","data":[${filler}]}`, 1 << 16)).toHaveLength(200_001);
  });

  it('takes a record with related records for the same, alone and before others', async () => {
    const record = '{"title":"甲","related":[{"title":"相关一"},{"title":"相关二"}]}';
    expect(await told(record, 7)).toEqual(['甲']);
    expect(await told(`${record}\n${record}\n`, 7)).toEqual(['甲', '甲']);
  });

  it('takes a first line with a list in it for a record where others follow', async () => {
    expect(await told(`${list}\n\n{"title":"乙"}`, 7)).toEqual(['微博', '乙']);
    const long = `{"title":"甲","more":"${'x'.repeat(1 << 20)}"}`;
    expect(await told(`${long}\n{"title":"乙"}\n`, 1 << 16)).toEqual([
      { code: 'line-too-long', file: '清单.txt', line: 1 },
      '乙',
    ]);
  });

  it('keeps nobody waiting for a second line who waits for the first answer', async () => {
    async function* asked() {
      yield Buffer.from(`${list}\n`);
      await new Promise(() => undefined);
    }
    const parts = feedBlocks(asked(), 'stdin', { block: 64, eager: true, isPrompt: true });
    expect((await parts.next()).value).toMatchObject({ kind: 'block' });
  });

  it('reads JSON Lines in GB18030', async () => {
    const gb = [
      0x7b, 0x22, 0xb1, 0xea, 0xcc, 0xe2, 0x22, 0x3a, 0x22, 0xd6, 0xd0, 0xb9, 0xfa, 0x22, 0x7d, 0x0a,
    ];
    expect(await told(Buffer.from([...gb, ...gb]), 5)).toEqual(['中国', '中国', []]);
  });

  it.each([
    ['nothing of a list', 'list.txt', '甲\n乙\n丙\n', /没有打分/],
    ['the first lines of JSON Lines', 'list.jsonl', '{"text":"甲"}\n{"text":"乙"}\n', /之前的各行已照常打分/],
  ])('says that %s was scored where it is cut off', async (_, name, text, said) => {
    async function* cut() {
      yield Buffer.from(text);
      throw Object.assign(new Error('unexpected end of file'), { code: 'Z_BUF_ERROR' });
    }
    const troubles = [];
    for await (const part of feedBlocks(cut(), name, { block: 8, eager: false }))
      if (part.kind === 'trouble') troubles.push(part.trouble.sentence.zh);
    expect(troubles).toEqual([expect.stringMatching(said)]);
  });
});
