import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { headlineDigest } from '#classifier/store/digest.ts';
import { temporaryFolder } from '../../tests/helpers/workspace.ts';
import { writtenBefore } from './written-before.ts';

const line = (text: string): string => `${JSON.stringify({ text, jianwen: {} })}\n`;

async function read(held: string | Buffer) {
  const file = join(temporaryFolder(), 'out.jsonl');
  writeFileSync(file, held);
  return { known: await writtenBefore(file), left: readFileSync(file, 'utf8') };
}

function digestsOf(...texts: readonly string[]) {
  return { ok: true, value: new Set(texts.map(headlineDigest)) };
}

it('reads on behind what some programs take for line ends', async () => {
  const held = line('大桥\u2028通车') + line('秋粮\u2029入库') + line('新规\u0085发布').replace('\n', '\r\n');
  expect(await read(held)).toEqual({
    known: digestsOf('大桥\u2028通车', '秋粮\u2029入库', '新规\u0085发布'),
    left: held,
  });
});

it('takes away a last line that was cut off, and ends one that is whole', async () => {
  const whole = line('大桥通车');
  expect(await read(`${whole}{"text":"断\u2028在半`)).toEqual({ known: digestsOf('大桥通车'), left: whole });
  const cutInside = Buffer.concat([Buffer.from(whole), Buffer.from('{"text":"断').subarray(0, -1)]);
  expect(await read(cutInside)).toEqual({ known: digestsOf('大桥通车'), left: whole });
  expect(await read(whole.trimEnd())).toEqual({ known: digestsOf('大桥通车'), left: whole });
  expect(await read('')).toEqual({ known: digestsOf(), left: '' });
});

it('knows lines of any number, and lines longer than what is read at once', async () => {
  const long = '长'.repeat(3_000_000);
  const texts = Array.from({ length: 3000 }, (_, at) => `第${at}条标题`);
  const held = line(texts[0] as string) + line(long) + texts.slice(1).map(line).join('');
  const { known } = await read(held);
  expect(known).toEqual(digestsOf(...texts, long));
});

it('refuses what it did not write, and leaves it as it is', async () => {
  for (const held of [
    '我的笔记\n',
    `${line('大桥通车')}{"text":"断在半\n${line('秋粮入库')}`,
    '{"text":1}\n',
    '{"text":"大桥通车","sensational":true,"implausible":false}',
  ])
    expect(await read(held)).toMatchObject({ known: { trouble: { code: 'request-invalid' } }, left: held });
});
