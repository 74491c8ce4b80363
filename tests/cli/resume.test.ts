import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { composeHeadlines, readSources } from '../../scripts/bench/corpus.ts';
import { ROOT } from '../architecture/source-files.ts';
import { temporaryFolder } from '../helpers/workspace.ts';
import { commandLine, jsonLines, runCli } from './run-cli.ts';

const LIMIT = 120_000;

/** Enough lines for some seconds' work, one of them bad. */
function manyLines(): Buffer {
  const lines = [...composeHeadlines(readSources(ROOT), 20_000, 3)].map(({ text }) =>
    JSON.stringify({ text }),
  );
  lines[15_000] = '{"cut';
  const once = `${lines.join('\n')}\n`;
  return Buffer.from(once.repeat(8));
}

/**
 * Starts a run and ends it with a signal as soon as it has kept a (further) place, in this input or a later one; false
 * when it was done before.
 */
async function stopEarly(
  args: readonly string[],
  output: string,
  signal: NodeJS.Signals,
  feed = 0,
): Promise<{ code: number | null; notes: string; wasStopped: boolean }> {
  const { program, environment } = commandLine();
  const child = spawn(program[0], [program[1], ...args], { env: environment, timeout: LIMIT });
  let notes = '';
  child.stderr.on('data', (chunk: Buffer) => {
    notes += chunk;
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  let isRunning = true;
  void ended.then(() => {
    isRunning = false;
  });
  const place = `${output}.resume`;
  const before = existsSync(place) ? statSync(place).ino : null;
  const isFar = (): boolean =>
    existsSync(place) &&
    statSync(place).ino !== before &&
    JSON.parse(readFileSync(place, 'utf8')).place.feed >= feed;
  while (isRunning && !isFar()) await setTimeout(2);
  child.kill(signal);
  const code = await ended;
  return { code, notes, wasStopped: code !== 0 && code !== 1 };
}

describe('jianwen score --resume', () => {
  it.each(['out.jsonl', 'out.csv.gz'])(
    'goes on after SIGKILL and Ctrl-C as if nothing had been: %s',
    async (name) => {
      const folder = temporaryFolder();
      const input = join(folder, 'feed.jsonl');
      writeFileSync(input, manyLines());
      const format = name.includes('.csv') ? ['--format', 'csv'] : [];
      const whole = join(folder, `whole-${name}`);
      const once = await runCli(['score', input, ...format, '--out', whole, '--threads', '1']);
      expect(once.status).toBe(1);
      const output = join(folder, name);
      const args = ['score', input, ...format, '--out', output, '--resume', '--threads', '2'];
      let stops = 0;
      for (const signal of ['SIGKILL', 'SIGINT'] as const) {
        const { code, notes, wasStopped } = await stopEarly(args, output, signal);
        if (!wasStopped) break;
        stops += 1;
        expect(existsSync(output)).toBe(false);
        if (signal !== 'SIGINT') continue;
        expect(code).toBe(130);
        expect(notes).toMatch(/feed\.jsonl 第 \d+ 行/);
        const raw = readFileSync(`${output}.partial`);
        const partial = (name.endsWith('.gz') ? gunzipSync(raw) : raw).toString();
        expect(partial.endsWith('\n')).toBe(true);
        if (format.length === 0) expect(jsonLines(partial).length).toBeGreaterThan(0);
      }
      expect(stops).toBeGreaterThan(0);
      const last = await runCli(args);
      expect(last.status).toBe(1);
      expect(last.stderr.split('\n').at(-2)).toBe(once.stderr.split('\n').at(-2));
      expect(readFileSync(output).equals(readFileSync(whole))).toBe(true);
      expect(readdirSync(folder).sort()).toEqual(['feed.jsonl', name, `whole-${name}`].sort());
    },
    LIMIT,
  );

  it('counts once what was left out before the place where it goes on', { timeout: LIMIT }, async () => {
    const folder = temporaryFolder();
    const [list, pipe, output] = [join(folder, 'a.csv'), join(folder, 'b.jsonl'), join(folder, 'out.jsonl')];
    writeFileSync(list, '标题,来源\n大桥通车,日报\n');
    execFileSync('mkfifo', [pipe]);
    const args = ['score', list, pipe, '--resume', '--out', output];
    const { program, environment } = commandLine();
    const child = spawn(program[0], [program[1], ...args], { env: environment, timeout: LIMIT });
    const silent = openSync(pipe, 'r+');
    while (!existsSync(`${output}.partial`) || statSync(`${output}.partial`).size === 0) await setTimeout(5);
    await setTimeout(200);
    child.kill('SIGINT');
    for await (const notes of child.stderr) if (String(notes).includes('--resume')) break;
    // It waits for the pipe, and the system for its reading.
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    // What is written while it still holds the pipe would be lost with it.
    await ended;
    closeSync(silent);
    spawn('bash', ['-c', 'echo \'{"text":"桥"}\' > "$0"', pipe], { timeout: LIMIT });
    const { status, stdout, stderr } = await runCli(args);
    expect([status, stdout]).toEqual([0, '']);
    expect(stderr).toContain('略过 1 行（表头 1）');
  });

  it('keeps the rows and lines that an earlier run could not read', { timeout: LIMIT }, async () => {
    const folder = temporaryFolder();
    const [table, feed, output] = [join(folder, 'a.csv'), join(folder, 'b.jsonl'), join(folder, 'out.jsonl')];
    writeFileSync(table, '标题,来源\n大桥通车,日报\n,=1+1\n');
    writeFileSync(feed, manyLines());
    const score = (name: string) => [
      'score',
      table,
      feed,
      '--out',
      join(folder, `${name}.jsonl`),
      '--rejected',
      join(folder, `${name}.csv`),
    ];
    expect((await stopEarly([...score('out'), '--resume'], output, 'SIGKILL', 1)).wasStopped).toBe(true);
    const last = await runCli([...score('out'), '--resume']);
    // What another run left is no part of a run that begins.
    writeFileSync(join(folder, 'whole.csv'), '\ufeff文件,行,原因,内容\n别的.csv,7,空行,\n');
    expect(last.stderr).toContain('9 行读不了，存到');
    await runCli([...score('whole'), '--resume']);
    const aside = readFileSync(join(folder, 'out.csv'), 'utf8');
    expect(aside).toBe(readFileSync(join(folder, 'whole.csv'), 'utf8'));
    expect(aside).toMatch(/a\.csv,3,标题一栏是空的,",=1\+1"\n/);
    expect(aside).toMatch(/b\.jsonl,15001,.*JSON.*,"\{""cut"\n/);
  });

  it(
    'refuses where the rules of the folder have changed',
    async () => {
      const folder = temporaryFolder();
      const input = join(folder, 'feed.jsonl');
      const output = join(folder, 'out.jsonl');
      writeFileSync(input, manyLines());
      const args = ['score', input, '--out', output, '--data', folder];
      expect((await stopEarly(args, output, 'SIGKILL')).wasStopped).toBe(true);
      writeFileSync(join(folder, 'rules.yaml'), 'rules:\n  - { id: quantity-human-age, off: true }\n');
      const { status, stderr } = await runCli([...args, '--resume']);
      expect([status, stderr]).toEqual([2, expect.stringMatching(/out\.jsonl: 不能接着上一次做/)]);
    },
    LIMIT,
  );

  it('starts from the beginning where nothing was stopped', async () => {
    const folder = temporaryFolder();
    const input = join(folder, 'feed.jsonl');
    writeFileSync(input, '{"text":"桥"}\n');
    const output = join(folder, 'out.jsonl');
    const { status } = await runCli(['score', input, '--out', output, '--resume']);
    expect([status, jsonLines(readFileSync(output, 'utf8')).length]).toEqual([0, 1]);
    expect(readdirSync(folder).sort()).toEqual(['feed.jsonl', 'out.jsonl']);
    const wrong = await runCli(['score', '-', '--resume', '--out', output]);
    expect([wrong.status, wrong.stderr]).toEqual([2, expect.stringContaining('--out')]);
  });
});

describe('compressed files', () => {
  const lines = Array.from({ length: 400 }, (_, at) => `{"id":${at},"text":"第${at}座桥通车"}\n`);
  const packed = Buffer.concat([gzipSync(lines.slice(0, 100).join('')), gzipSync(lines.slice(100).join(''))]);

  async function scored(
    bytes: Uint8Array,
  ): Promise<{ ids: unknown[]; status: number | null; stderr: string }> {
    const input = join(temporaryFolder(), 'feed.jsonl.gz');
    writeFileSync(input, bytes);
    const { status, stdout, stderr } = await runCli(['score', input]);
    return { ids: jsonLines(stdout).map((row) => row.id), status, stderr };
  }

  it(
    'are read, all members, and a damaged or cut one is named behind everything before it',
    async () => {
      const all = lines.map((_, at) => at);
      expect(await scored(packed)).toMatchObject({ ids: all, status: 0 });
      const flipped = Buffer.from(packed);
      flipped[flipped.length - 6] = (flipped.at(-6) as number) ^ 1;
      const damaged = await scored(flipped);
      expect(damaged).toMatchObject({
        ids: all,
        status: 1,
        stderr: expect.stringMatching(/feed\.jsonl\.gz: .*损坏/),
      });
      const cut = await scored(packed.subarray(0, packed.length - 200));
      expect(cut).toMatchObject({ status: 1, stderr: expect.stringMatching(/feed\.jsonl\.gz: .*不完整/) });
      expect(cut.ids.length).toBeGreaterThan(150);
      expect(cut.ids).toEqual(all.slice(0, cut.ids.length));
    },
    LIMIT,
  );
});

describe('an output that takes no more', () => {
  it.skipIf(!existsSync('/dev/full'))('is named when the disk is full', async () => {
    const input = join(temporaryFolder(), 'feed.jsonl');
    writeFileSync(input, '{"text":"桥"}\n');
    const { program, environment } = commandLine();
    const full = openSync('/dev/full', 'w');
    const child = spawn(program[0], [program[1], 'score', input], {
      env: environment,
      timeout: LIMIT,
      stdio: ['ignore', full, 'pipe'],
    });
    let stderr = '';
    child.stderr?.on('data', (chunk) => {
      stderr += chunk;
    });
    const code = await new Promise((resolve) => child.on('close', resolve));
    closeSync(full);
    expect([code, stderr]).toEqual([2, expect.stringMatching(/stdout: .*磁盘已满/)]);
  });
});

describe('Ctrl-C', () => {
  it(
    'leaves whole lines on standard output, also while the input is silent',
    async () => {
      const { program, environment } = commandLine();
      const child = spawn(program[0], [program[1], 'score'], { env: environment, timeout: LIMIT });
      let stdout = '';
      let stderr = '';
      child.stderr.on('data', (chunk) => {
        stderr += chunk;
      });
      child.stdin.write('{"text":"桥"}\n{"text":"路"}\n{"te');
      const ended = new Promise((resolve) => child.on('close', resolve));
      child.stdout.on('data', (chunk) => {
        stdout += chunk;
        child.kill('SIGINT');
      });
      expect(await ended).toBe(130);
      expect(jsonLines(stdout)).toHaveLength(2);
      expect(stderr).toMatch(/stdin 第 2 行/);
    },
    LIMIT,
  );
});
