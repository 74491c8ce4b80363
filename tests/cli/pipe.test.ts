import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../helpers/workspace.ts';
import { commandLine, jsonLines, runCli } from './run-cli.ts';

const EN = { LC_ALL: 'en_US.UTF-8' };

/** A running `jianwen score` that is talked to line by line. */
function talkTo(args: readonly string[]) {
  const { program, environment } = commandLine();
  const child = spawn(program[0], [program[1], 'score', ...args], { env: environment });
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  child.stdin.on('error', () => undefined);
  return {
    child,
    say: (line: string) => void child.stdin.write(line),
    answer: async () =>
      JSON.parse((await lines.next()).value ?? '') as { text: string; jianwen: { band: string } },
    end: async () => {
      child.stdin.end();
      return (await once(child, 'exit'))[0] as number;
    },
  };
}

describe('jianwen score in a pipe', () => {
  it.each([[['--flush']], [['--flush', '20']], [['--flush', '--threads', '4']]])(
    'answers each line before the next is written: %s',
    async (args) => {
      const { say, answer, end } = talkTo(args);
      for (let round = 0; round < 12; round += 1) {
        say(`{"text":"市政府召开常务会议","n":${round}}\n`);
        expect(await answer()).toMatchObject({
          text: '市政府召开常务会议',
          n: round,
          jianwen: { band: 'pass' },
        });
      }
      say('提取DNA定制专属“恐龙宠物”\n');
      expect((await answer()).text).toBe('提取DNA定制专属“恐龙宠物”');
      say('\n\n半行');
      say('合起来\n');
      expect((await answer()).text).toBe('半行合起来');
      say('没有换行的末行');
      expect(await end()).toBe(0);
      expect((await answer()).text).toBe('没有换行的末行');
    },
  );

  it('goes on after a bad line and says so with its number', async () => {
    const { status, stdout, stderr } = await runCli(['score', '--flush'], '{"text":"桥"}\n{"cut\n路\n');
    expect([status, jsonLines(stdout).map(({ text }) => text)]).toEqual([1, ['桥', '路']]);
    expect(stderr).toMatch(/stdin:2: /);
  });

  it('names a line of 50 MB and answers the next', async () => {
    const { status, stdout, stderr } = await runCli(
      ['score', '--flush'],
      `桥\n${'长'.repeat(17_000_000)}\n路\n`,
    );
    expect(stderr).toMatch(/stdin:2: /);
    expect([status, jsonLines(stdout).map(({ text }) => text)]).toEqual([1, ['桥', '路']]);
  });

  it('ends when nobody reads its answers, though more lines may come', async () => {
    const { child, say, answer } = talkTo(['--flush']);
    const ended = once(child, 'exit');
    say('桥\n');
    await answer();
    child.stdout.destroy();
    const more = setInterval(() => say('路\n'), 50);
    onTestFinished(() => clearInterval(more));
    expect(await ended).toEqual([0, null]);
  });

  it.each([
    ['takes the signals of one Ctrl-C for one', 0, [130, null]],
    ['is killed by a second Ctrl-C where it cannot end', 700, [null, 'SIGINT']],
  ])('%s', async (_, later, ended) => {
    const pipe = join(temporaryFolder(), 'pipe');
    execFileSync('mkfifo', [pipe]);
    const silent = openSync(pipe, 'r+');
    const { child } = talkTo([pipe]);
    const exited = once(child, 'exit');
    // It waits for the pipe until the system's reading of it is over.
    await setTimeout(1000);
    child.kill('SIGINT');
    await once(child.stderr, 'data');
    await setTimeout(later);
    child.kill('SIGINT');
    await setTimeout(50);
    closeSync(silent);
    expect(await exited).toEqual(ended);
  });

  it('does not go with what needs all of the input', async () => {
    expect((await runCli(['score', '--flush', '--clusters'], '桥\n')).status).toBe(2);
    expect((await runCli(['score', '--flush', '--format', 'table'], '桥\n')).status).toBe(2);
    expect((await runCli(['score', '--flush', 'soon'], '桥\n')).status).toBe(2);
  });
});

describe('an output that nobody reads, or that is full', () => {
  /** Runs the command in a line of bash, in which "$@" stands for it; LIST is a list of two headlines. */
  function inBash(line: string, ...args: readonly string[]) {
    const { program, environment } = commandLine();
    const words = args.map((word) => (word === 'LIST' ? list() : word));
    const { status, stderr } = spawnSync('bash', ['-c', line, 'bash', ...program, ...words], {
      env: { ...environment, LC_ALL: 'C.UTF-8' },
      encoding: 'utf8',
      timeout: 60_000,
    });
    return [status, stderr];
  }
  const list = (): string => {
    const file = join(temporaryFolder(), 'a.txt');
    writeFileSync(file, '- 市政府召开常务会议\n- 大桥通车仪式举行\n');
    return file;
  };
  const WATCHED = expect.stringMatching(/^看过 [^\n]*\n$/);

  it.each([
    [['man'], ''],
    [['completion', 'bash'], ''],
    [['--help'], ''],
    [['watch', '--once', 'LIST'], WATCHED],
  ])('ends quietly: %j', (args, notes) => {
    expect(inBash('"$@" | true; exit $PIPESTATUS', ...args)).toEqual([0, notes]);
  });

  it('ends a watch that would go on', () => {
    expect(inBash('timeout 20 "$@" | true; exit $PIPESTATUS', 'watch', 'LIST')).toEqual([0, WATCHED]);
  });

  it.skipIf(!existsSync('/dev/full')).each([[['man']], [['watch', '--once', 'LIST']]])(
    'says so and exits 2: %j',
    (args) => {
      const [status, stderr] = inBash('"$@" > /dev/full', ...args);
      expect([status, stderr]).toEqual([2, expect.stringMatching(/jianwen: stdout: .*磁盘已满.*\n$/)]);
      expect(stderr).not.toMatch(/\n\s+at /);
    },
  );

  it('says what nobody thought of in a sentence', () => {
    const folder = temporaryFolder();
    const line = `mkdir ${folder}/gone; cd ${folder}/gone; rmdir ${folder}/gone; exec "$@"`;
    const [status, stderr] = inBash(line, 'watch', 'a.txt', '--once');
    expect([status, stderr]).toEqual([2, expect.stringMatching(/^jianwen: .*uv_cwd/)]);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

describe('--log json', () => {
  it('writes one JSON object a line on standard error', async () => {
    const { status, stderr } = await runCli(['score', '--log', 'json'], '{"text":"桥"}\n{"cut\n');
    expect(status).toBe(1);
    const lines = jsonLines(stderr);
    expect(lines[0]).toMatchObject({
      level: 'error',
      code: 'line-not-json',
      file: 'stdin',
      line: 2,
      zh: expect.any(String),
      en: expect.any(String),
    });
    expect(lines.at(-1)).toMatchObject({ level: 'info', message: expect.any(String) });
  });

  it.each([
    [['score', '/nonexistent.txt', '--log=json'], 'file-missing'],
    [['score', '--no-such-option', '--log', 'json'], 'request-invalid'],
    [['no-such-command', '--log', 'json'], 'request-invalid'],
    [['feeds', 'add', 'ftp://x/', '--log', 'json', '--data', '/dev/null/x'], 'store-unwritable'],
  ])('%j says %s', async (args, code) => {
    const { status, stderr } = await runCli(args);
    expect([status, jsonLines(stderr)[0]?.code]).toEqual([2, code]);
  });
});

describe('exit statuses', () => {
  it.each([
    [0, ['score'], '{"text":"桥"}\n'],
    [1, ['score'], '{"text":"桥"}\n{"cut\n'],
    [2, ['score'], ''],
    [2, ['score', '--threads', '0'], ''],
    [2, [], ''],
    [0, ['--version'], ''],
    [0, ['score', '--help'], ''],
    [0, ['man'], ''],
  ])('%d for %j', async (status, args, input) => {
    expect((await runCli(args, input)).status).toBe(status);
  });
});

describe('a command that is not whole', () => {
  it.each([[], ['db'], ['feeds']])('names what is missing: %s', async (...args) => {
    const { status, stderr } = await runCli(args.filter((word) => typeof word === 'string'));
    expect([status, stderr.trimEnd().split('\n').at(-1)]).toEqual([
      2,
      expect.stringMatching(/^jianwen: .*命令/),
    ]);
  });
});

describe('completion', () => {
  /** What bash offers for a line that has been typed so far. */
  async function offered(...words: readonly string[]): Promise<readonly string[]> {
    const script = join(temporaryFolder(), 'completion.bash');
    writeFileSync(script, (await runCli(['completion', 'bash'])).stdout);
    const typed = ['jianwen', ...words].map((word) => `'${word}'`).join(' ');
    const ask = `source ${script}; COMP_WORDS=(${typed}); COMP_CWORD=${words.length}; _jianwen; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return execFileSync('bash', ['--norc', '-c', ask], { encoding: 'utf8' })
      .split('\n')
      .filter((word) => word !== '');
  }

  it('offers commands, options and choices in bash', async () => {
    expect(await offered('')).toEqual(
      expect.arrayContaining(['score', 'label', 'feeds', 'db', 'watch', 'model', '--help']),
    );
    expect(await offered('sc')).toEqual(['score']);
    expect(await offered('feeds', '')).toEqual(expect.arrayContaining(['add', 'list', 'poll', 'remove']));
    expect(await offered('rules', '')).toEqual(expect.arrayContaining(['check', 'list']));
    expect(await offered('feeds', 'add', '--al')).toEqual(['--allow-private']);
    expect(await offered('score', '--format', '')).toEqual(['table', 'jsonl', 'csv']);
    expect(await offered('score', 'a.txt', '--min-band', 'f')).toEqual(['flag']);
    expect(await offered('score', '--out', '')).toEqual([]);
    expect(await offered('score', '--log', 'j')).toEqual(['json']);
    expect(await offered('completion', 'z')).toEqual([]);
  });

  it.each(['zsh', 'fish'])('gives a script for %s that names all commands', async (shell) => {
    const { status, stdout } = await runCli(['completion', shell], '', EN);
    expect(status).toBe(0);
    for (const word of ['jianwen feeds add', 'allow-private', 'jianwen db backup', 'jsonl'])
      expect(stdout).toContain(word);
  });

  it('refuses a shell that it does not know', async () => {
    expect((await runCli(['completion', 'tcsh'])).status).toBe(2);
  });
});

/** Whether `man` can typeset; small systems come without. */
function hasMan(): boolean {
  try {
    execFileSync('groff', ['--version'], { stdio: 'ignore' });
    execFileSync('man', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe('the manual page', () => {
  it.each([EN, {}])('names every command, option and exit status', async (environment) => {
    const page = (await runCli(['man'], '', environment)).stdout.replaceAll('\\-', '-');
    for (const word of [
      'jianwen score',
      '--flush',
      '--log',
      'jianwen feeds add',
      '--allow-private',
      'jianwen db restore',
      '130',
      'JIANWEN_DATA',
    ])
      expect(page).toContain(word);
    expect(page).not.toMatch(/^['.](?!TH|SH|SS|TP|B |br|ad|nh)/m);
  });

  it.runIf(hasMan())('is typeset without a warning', async () => {
    for (const environment of [EN, {}]) {
      const file = join(temporaryFolder(), 'jianwen.1');
      writeFileSync(file, (await runCli(['man'], '', environment)).stdout);
      const set = execFileSync('sh', ['-c', `man --warnings -E UTF-8 -l -Tutf8 "${file}" 2>&1 >/dev/null`], {
        encoding: 'utf8',
        env: { ...process.env, LC_ALL: 'C.UTF-8', MANROFFSEQ: '', MANWIDTH: '80' },
      });
      // Chinese has no spaces at which groff would break.
      const warnings = set.split('\n').filter((line) => !/can't break line|^$/.test(line));
      expect(warnings).toEqual([]);
    }
  });
});
