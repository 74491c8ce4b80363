import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byteLines } from './byte-lines.ts';

async function* chunksOf(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (const size of sizes) {
    yield bytes.subarray(at, at + size);
    at += size;
  }
  yield bytes.subarray(at);
}

async function linesOf(
  text: string,
  limit: number,
  sizes: readonly number[] = [],
): Promise<(string | null)[]> {
  const lines: (string | null)[] = [];
  for await (const { line, bytes } of byteLines(chunksOf(Buffer.from(text), sizes), limit)) {
    expect(line).toBe(lines.length + 1);
    lines.push(bytes && Buffer.from(bytes).toString());
  }
  return lines;
}

describe('byteLines', () => {
  it('gives the same lines however the bytes arrive', async () => {
    const text = fc.string({ unit: fc.constantFrom('恐', 'a', '\n', '\r\n', '😀'), maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(text, fc.array(fc.integer({ min: 0, max: 7 })), async (raw, sizes) => {
        const expected = raw.split(/\r?\n/u);
        if (expected.at(-1) === '') expected.pop();
        expect(await linesOf(raw, 1000, sizes)).toEqual(expected);
      }),
    );
  });

  it('gives null for a line over the limit and goes on with the next', async () => {
    expect(await linesOf(`short\n${'x'.repeat(50)}\nend`, 20, [3, 10, 10])).toEqual(['short', null, 'end']);
  });
});
