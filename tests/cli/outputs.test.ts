import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { linkSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../helpers/workspace.ts';
import { commandLine, jsonLines, type Run, runCli } from './run-cli.ts';

const LIMIT = 120_000;
const CSV = '标题,来源\n市政府召开常务会议,日报\n,日报\n';

function linesOf(count: number): string {
  return Array.from({ length: count }, (_, at) => `{"id":${at},"text":"第${at}座桥通车"}\n`).join('');
}

/** A running command, and how it ends. */
function start(words: readonly [string, ...string[]]) {
  const child = spawn(words[0], words.slice(1), { env: commandLine().environment, timeout: LIMIT });
  onTestFinished(() => void child.kill('SIGKILL'));
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk;
  });
  const ended = once(child, 'close').then(([status]): Pick<Run, 'status' | 'stderr'> => ({ status, stderr }));
  return { child, ended };
}

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

describe('an output file that cannot be finished', () => {
  it('keeps what there was room for, and goes on when there is more', { timeout: LIMIT }, async () => {
    const folder = temporaryFolder();
    const [input, out] = [join(folder, 'feed.jsonl'), join(folder, 'out.jsonl')];
    writeFileSync(input, linesOf(60_000));
    const score = ['score', input, '--threads', '1', '--out'];
    const { program } = commandLine();
    const limited = ['bash', '-c', 'ulimit -f 3000; exec "$@"', 'bash', ...program, ...score, out] as const;
    const { status, stderr } = await start([...limited]).ended;
    expect([status, stderr]).toEqual([2, expect.stringContaining('EFBIG')]);
    expect(stderr).toContain(`${out}.partial`);
    expect(stderr).toContain('--resume');
    expect(readdirSync(folder).sort()).toEqual(['feed.jsonl', 'out.jsonl.partial', 'out.jsonl.resume']);
    const resumed = await runCli([...score, out, '--resume']);
    const whole = await runCli([...score, join(folder, 'whole.jsonl')]);
    expect(resumed).toEqual(whole);
    expect(readFileSync(out, 'utf8')).toBe(readFileSync(join(folder, 'whole.jsonl'), 'utf8'));
    expect(readdirSync(folder).sort()).toEqual(['feed.jsonl', 'out.jsonl', 'whole.jsonl']);
  });

  it('keeps everything where its name is taken meanwhile, and names it', async () => {
    const folder = temporaryFolder();
    const out = join(folder, 'out.jsonl');
    const { child, ended } = start([...commandLine().program, 'score', '-', '--out', out]);
    child.stdin.write('{"text":"桥"}\n');
    while (readdirSync(folder).length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    mkdirSync(out);
    child.stdin.end('{"text":"路"}\n');
    const { status, stderr } = await ended;
    expect([status, stderr]).toEqual([2, expect.stringContaining(`${out}.partial`)]);
    expect(jsonLines(readFileSync(`${out}.partial`, 'utf8')).map(({ text }) => text)).toEqual(['桥', '路']);
    expect(stderr).not.toContain('--resume');
  });

  it('is refused before anything is read where it is a folder', async () => {
    const folder = temporaryFolder();
    const { status, stderr } = await runCli(['score', '--out', folder], '{"text":"桥"}\n{"cut\n');
    expect([status, stderr]).toEqual([2, expect.stringContaining('文件夹')]);
    expect(stderr).not.toContain('stdin');
  });

  it('leaves nothing beside what is no file when it is stopped', { timeout: LIMIT }, async () => {
    const folder = temporaryFolder();
    const [input, pipe] = [join(folder, 'feed.jsonl'), join(folder, 'pipe')];
    writeFileSync(input, linesOf(200_000));
    execFileSync('mkfifo', [pipe]);
    const reader = spawn('cat', [pipe], { timeout: LIMIT, stdio: ['ignore', 'pipe', 'ignore'] });
    const { child, ended } = start([...commandLine().program, 'score', input, '--out', pipe]);
    await once(reader.stdout, 'data');
    child.kill('SIGINT');
    reader.stdout.resume();
    const { status, stderr } = await ended;
    expect([status, stderr]).toEqual([130, expect.not.stringMatching(/partial|--resume/)]);
    expect(readdirSync(folder).sort()).toEqual(['feed.jsonl', 'pipe']);
  });
});
it('packs a table whose name ends in .gz', async () => {
  const out = join(temporaryFolder(), 'table.gz');
  const { status } = await runCli(['score', '--format', 'table', '--out', out], '{"text":"大桥通车"}\n');
  expect([status, gunzipSync(readFileSync(out)).toString()]).toEqual([
    0,
    expect.stringContaining('大桥通车'),
  ]);
});
