import { linkSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../helpers/workspace.ts';
import { runCli } from './run-cli.ts';

const CSV = '标题,来源\n市政府召开常务会议,日报\n,日报\n';

describe('files that are read and written', () => {
  it.each(['score', 'import'])('are not written over by the rows that %s could not read', async (command) => {
    const folder = temporaryFolder();
    const input = join(folder, 'in.csv');
    writeFileSync(input, CSV);
    linkSync(input, join(folder, 'same.csv'));
    for (const name of ['in.csv', './in.csv', 'same.csv']) {
      const rejected = join(folder, name);
      const { status, stderr } = await runCli([command, input, '--rejected', rejected, '--data', folder]);
      expect([status, stderr]).toEqual([2, expect.stringContaining('同一个文件')]);
      expect(readFileSync(input, 'utf8')).toBe(CSV);
    }
    expect(readdirSync(folder).sort()).toEqual(['in.csv', 'same.csv']);
  });

  it('are not the table of rows that another file of the same import left', async () => {
    const folder = temporaryFolder();
    const [input, left] = [join(folder, 'in.csv'), join(folder, 'in.csv.rejected.csv')];
    for (const file of [input, left]) writeFileSync(file, CSV);
    expect((await runCli(['import', input, left, '--data', folder])).status).toBe(2);
    expect(readFileSync(left, 'utf8')).toBe(CSV);
  });

  it('are three of score: what it reads, what it writes, and what it could not read', async () => {
    const folder = temporaryFolder();
    const [input, out] = [join(folder, 'in.csv'), join(folder, 'out.jsonl')];
    const partial = `${out}.partial`;
    for (const file of [input, partial]) writeFileSync(file, CSV);
    for (const args of [
      [input, '--out', out, '--rejected', out],
      [input, '--out', out, '--rejected', partial],
      [input, '--out', out, '--rejected', `${out}.resume`],
      [input, '--out', input],
      [partial, '--out', out],
    ])
      expect((await runCli(['score', ...args])).status).toBe(2);
    expect(readFileSync(input, 'utf8')).toBe(CSV);
    expect(readFileSync(partial, 'utf8')).toBe(CSV);
    expect(readdirSync(folder).sort()).toEqual(['in.csv', 'out.jsonl.partial']);
  });
});
