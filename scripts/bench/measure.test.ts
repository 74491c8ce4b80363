import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { measure } from './measure.ts';

const folder = mkdtempSync(join(tmpdir(), 'jianwen-measure-'));
afterAll(() => rmSync(folder, { recursive: true }));

const output = join(folder, 'out');
const node = (script: string) => ({ program: process.execPath, args: ['-e', script], output });

describe('a measured program', () => {
  it('reads its input, writes its output and tells its memory', async () => {
    const input = join(folder, 'in');
    writeFileSync(input, 'headline\n');
    const script = `const held = Buffer.alloc(200 * 1024 * 1024, 1);
      process.stdout.write(require('node:fs').readFileSync(0, 'utf8') + held.length)`;
    const run = await measure({ ...node(script), input }, 20);
    expect(readFileSync(output, 'utf8')).toBe(`headline\n${200 * 1024 * 1024}`);
    expect(run.seconds).toBeGreaterThan(0);
    if (process.platform !== 'linux') return;
    expect(run.megabytes).toBeGreaterThan(200);
    expect(run.megabytes).toBeLessThan(400);
    expect(run.cpuSeconds).toBeGreaterThan(0);
  });

  it('fails with the last line that the program wrote', async () => {
    const script = "process.stderr.write('first\\nno such model\\n'); process.exitCode = 3";
    await expect(measure(node(script), 20)).rejects.toThrow(/3: no such model/);
  });

  it('may have more than one way to end well', async () => {
    const opinion = { ...node('process.exitCode = 2'), doneCodes: [0, 1, 2] };
    expect((await measure(opinion, 20)).megabytes).not.toBeNaN();
    await expect(measure({ ...opinion, doneCodes: [0, 1] }, 20)).rejects.toThrow('ended with 2');
  });

  it('fails where the program does not exist', async () => {
    await expect(measure({ program: join(folder, 'none'), args: [], output }, 20)).rejects.toThrow();
  });

  it('is ended when it takes too long', async () => {
    await expect(measure(node('setInterval(() => {}, 1000)'), 0.5)).rejects.toThrow(/over 0.5 s/);
  });
});
