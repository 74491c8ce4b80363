import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { outputOf, race, runsOf } from './batch.ts';
import { writeFeed } from './bench-files.ts';
import type { Contender } from './contender.ts';
import { readSources } from './corpus.ts';

const folder = mkdtempSync(join(tmpdir(), 'jianwen-race-'));
afterAll(() => rmSync(folder, { recursive: true }));

const sources = readSources(join(import.meta.dirname, '../..'));
const feeds = [10, 20].map((lines) => writeFeed(sources, folder, lines));

const contender = (name: string, script: string): Contender => ({
  name,
  run: ({ plain }, output) => ({ program: process.execPath, args: ['-e', script], input: plain, output }),
});
const copying = contender('copying', 'process.stdin.pipe(process.stdout)');
const failing = contender('failing', 'process.exitCode = 1');

describe('a race', () => {
  it('runs everybody in turn on every size, and goes on without who fails', async () => {
    const said: string[] = [];
    const results = await race([copying, failing], feeds, folder, { rounds: 2, seconds: 20 }, (progress) =>
      said.push(progress.replace(/: .*/, '')),
    );
    expect(results.map(({ contender, lines, runs }) => [contender, lines, runs.length])).toEqual([
      ['copying', 10, 2],
      ['failing', 10, 0],
      ['copying', 20, 2],
      ['failing', 20, 0],
    ]);
    expect(results[3]?.why).toMatch(/^ended with 1/);
    expect(said).toEqual(
      [10, 20].flatMap((lines) => [1, 2].map((n) => `copying, ${lines}, round ${n} of 2`)),
    );
    expect(runsOf(results, 'copying', 20)).toHaveLength(2);
    expect(readFileSync(outputOf(folder, 'copying'), 'utf8').split('\n')).toHaveLength(21);
  });

  it('leaves out a size that would take too long', async () => {
    const slow = contender('slow', 'setTimeout(() => {}, 600)');
    const results = await race([slow], feeds, folder, { rounds: 1, seconds: 1 }, () => undefined);
    expect(results[0]?.why).toBeNull();
    expect(results[1]?.why).toMatch(/^would take about \d+ s a run: --patience \d+ runs it$/);
  });

  it('takes the start off before it reckons what a larger size would take', async () => {
    const run = { seconds: 1000, cpuSeconds: null, megabytes: null };
    const starts = [{ contender: 'copying', lines: 1, runs: [run], why: null }];
    const results = await race([copying], feeds, folder, { rounds: 1, seconds: 20 }, () => undefined, starts);
    expect(results[0]?.why).toBeNull();
    expect(results[1]?.why).toMatch(/^would take about 1000 s a run/);
  });
});
