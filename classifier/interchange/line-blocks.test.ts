import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BlockSizes, type LineBlock, lineBlocks } from './line-blocks.ts';

async function* chunksOf(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (const size of sizes) {
    yield bytes.subarray(at, at + size);
    at += size;
  }
  yield bytes.subarray(at);
}

async function blocksOf(chunks: AsyncIterable<Uint8Array>, sizes: BlockSizes): Promise<LineBlock[]> {
  const blocks: LineBlock[] = [];
  for await (const block of lineBlocks(chunks, sizes)) blocks.push(block);
  return blocks;
}

const text = fc.string({ unit: fc.constantFrom('恐', 'a', '\n', '\r\n', '😀'), maxLength: 60 });
const pieces = fc.array(fc.integer({ min: 0, max: 9 }));

function linesOf(raw: string): string[] {
  return raw.match(/[^\n]*\n|[^\n]+/g) ?? [];
}

describe('lineBlocks', () => {
  it('gives every byte once, in whole lines, in blocks no larger than asked but for a single line', async () => {
    await fc.assert(
      fc.asyncProperty(
        text,
        pieces,
        fc.integer({ min: 1, max: 40 }),
        fc.boolean(),
        async (raw, cuts, block, eager) => {
          const blocks = await blocksOf(chunksOf(Buffer.from(raw), cuts), { block, line: 1000, eager });
          const texts = blocks.map(({ bytes }) => Buffer.from(bytes).toString());
          expect(texts.join('')).toBe(raw);
          expect(texts.flatMap(linesOf)).toEqual(linesOf(raw));
          blocks.forEach(({ bytes, start, end, tooLong }, at) => {
            expect([start, end - start, tooLong]).toEqual([blocks[at - 1]?.end ?? 0, bytes.length, false]);
            expect(bytes.byteOffset).toBe(0);
            if (bytes.length > block) expect(linesOf(texts[at] as string)).toHaveLength(1);
          });
        },
      ),
    );
  });

  it('cuts at the same places however the bytes arrive, and from any block on', async () => {
    await fc.assert(
      fc.asyncProperty(text, pieces, fc.integer({ min: 1, max: 40 }), async (raw, cuts, block) => {
        const bytes = Buffer.from(raw);
        const whole = await blocksOf(chunksOf(bytes, []), { block, line: 20 });
        expect(await blocksOf(chunksOf(bytes, cuts), { block, line: 20 })).toEqual(whole);
        const middle = whole[whole.length >> 1];
        if (middle === undefined) return;
        const onward = await blocksOf(chunksOf(bytes.subarray(middle.start), cuts), { block, line: 20 });
        expect(onward.map(({ end }) => end + middle.start)).toEqual(
          whole.slice(whole.length >> 1).map(({ end }) => end),
        );
      }),
    );
  });

  it('drops a line over the limit, and goes on with the next', async () => {
    const raw = `short\n${'x'.repeat(50)}\nend`;
    for (const block of [4, 8, 30, 100]) {
      const blocks = await blocksOf(chunksOf(Buffer.from(raw), [3, 10, 10]), { block, line: 49 });
      expect(blocks.filter(({ tooLong }) => tooLong)).toHaveLength(block === 100 ? 0 : 1);
      expect(blocks.at(-1)).toMatchObject({ end: raw.length });
    }
    const just = await blocksOf(chunksOf(Buffer.from(raw), [3, 10, 10]), { block: 8, line: 50 });
    expect(just.map(({ bytes, tooLong }) => [bytes.length, tooLong])).toEqual([
      [6, false],
      [51, false],
      [3, false],
    ]);
  });

  it('gives the whole lines that came before the stream failed', async () => {
    async function* failing() {
      yield Buffer.from('a\nb\nc');
      throw new Error('gone');
    }
    const blocks: LineBlock[] = [];
    await expect(async () => {
      for await (const block of lineBlocks(failing(), { block: 100, line: 100 })) blocks.push(block);
    }).rejects.toThrow('gone');
    expect(blocks.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual(['a\nb\n']);
  });
});
