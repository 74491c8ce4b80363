import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../architecture/source-files.ts';
import { commandLine, jsonLines, runCli } from '../cli/run-cli.ts';
import { temporaryFolder } from '../helpers/workspace.ts';

const LIMIT = 120_000;
/** All that may be in it. */
const PACKED =
  /^(package\.json|README\.md|LICENSE|classifier\/cli\/bin\.mjs|dist\/(node\/|man\/jianwen\.1$|THIRD-PARTY-NOTICES\.txt$)|docs\/(api\.md|examples\/))/;
const DINOSAUR = '提取DNA定制专属“恐龙宠物”，孵化过程全程直播';

/** The package as npm packs it. */
function pack(folder: string): { readonly name: string; readonly path: string } {
  const packed = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
    cwd: ROOT,
    encoding: 'utf8',
    timeout: LIMIT,
  });
  const [{ name, filename, files }] = JSON.parse(packed) as [
    { name: string; filename: string; files: { path: string }[] },
  ];
  expect(files.filter(({ path }) => !PACKED.test(path))).toEqual([]);
  const paths = files.map(({ path }) => path);
  for (const needed of ['dist/node/cli.mjs', 'dist/THIRD-PARTY-NOTICES.txt', 'LICENSE'])
    expect(paths).toContain(needed);
  return { name, path: join(folder, filename) };
}

/** An empty project in which the package as npm packs it is unpacked, with nothing else installed. */
function installed(): string {
  const folder = temporaryFolder();
  const { path } = pack(folder);
  const place = join(folder, 'node_modules/jianwen');
  mkdirSync(place, { recursive: true });
  execFileSync('tar', ['-xzf', path, '--strip-components=1', '-C', place]);
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  return folder;
}

function run(folder: string, args: readonly string[], input = ''): string {
  const [node] = commandLine().program;
  return execFileSync(node, [...args], { cwd: folder, encoding: 'utf8', input, timeout: LIMIT });
}

describe('the package', { timeout: LIMIT }, () => {
  it('scores where nothing but itself is installed, as the command does', async () => {
    const folder = installed();
    const examples = join(folder, 'node_modules/jianwen/docs/examples');
    for (const name of ['score-headlines.mjs', 'score-with-desk-model.mjs'])
      writeFileSync(join(folder, name), readFileSync(join(examples, name)));
    expect(run(folder, ['score-headlines.mjs'])).toMatch(
      /^flag 0\.9\d+ 提取DNA.*rule:.*\npass 0\.0\d+ 市教育局/,
    );

    const model = join(folder, '本台.jwmodel');
    const exported = await runCli(['model', 'export', model, '--data', folder]);
    const fingerprint = /指纹 ([0-9a-f-]{39})/.exec(exported.stderr)?.[1] as string;
    const input = `${DINOSAUR}\n市政府召开常务会议\n`;
    const rows = jsonLines(run(folder, ['score-with-desk-model.mjs', model, fingerprint], input));
    const said = await runCli(['score', '--explain', '--costs', '10/4/1', '--model', model], jsonl(input));
    expect(rows).toEqual(
      jsonLines(said.stdout).map(({ text, jianwen }) => ({ text, ...(jianwen as object) })),
    );
    expect(() => run(folder, ['score-with-desk-model.mjs', model, 'ffff'], input)).toThrow(/model-other-key/);
    expect(() =>
      run(folder, ['score-with-desk-model.mjs', join(folder, 'gone'), fingerprint], input),
    ).toThrow(/file-missing/);
  });

  it('brings the manual page that `jianwen man` prints', async () => {
    const folder = installed();
    const place = join(folder, 'node_modules/jianwen');
    const { man } = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8'));
    const printed = await runCli(['man'], '', { LC_ALL: 'en' });
    expect(readFileSync(join(place, man), 'utf8')).toBe(printed.stdout);
    expect(printed.stdout).toContain('.TH JIANWEN 1');
  });

  it('has types that need nothing else', () => {
    const folder = installed();
    const require = createRequire(import.meta.url);
    const compiler = join(dirname(require.resolve('typescript/package.json')), 'bin/tsc');
    writeFileSync(join(folder, 'typed.ts'), readFileSync(join(ROOT, 'docs/examples/typed.ts')));
    const check = [
      '--ignoreConfig',
      '--noEmit',
      '--strict',
      '--module',
      'nodenext',
      '--target',
      'es2024',
      '--types',
      '',
    ];
    run(folder, [compiler, 'typed.ts', ...check]);
    writeFileSync(join(folder, 'wrong.ts'), "import { score } from 'jianwen';\nscore('no model', 1);\n");
    expect(() => run(folder, [compiler, 'wrong.ts', ...check])).toThrow();
  });

  it('is installed by npm, and brings a command that works with what it depends on', () => {
    const folder = temporaryFolder();
    const { name, path } = pack(folder);
    const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    expect(Object.keys(dependencies).sort()).toEqual(['better-sqlite3', 'node']);
    const links = Object.keys(dependencies).map((one) => [one, `file:${join(ROOT, 'node_modules', one)}`]);
    writeFileSync(
      join(folder, 'package.json'),
      JSON.stringify({ type: 'module', dependencies: Object.fromEntries(links) }),
    );
    const options = ['--offline', '--ignore-scripts', '--no-audit', '--no-fund'];
    execFileSync('npm', ['install', ...options, path], { cwd: folder, timeout: LIMIT, stdio: 'pipe' });
    const command = join(folder, 'node_modules', name, 'classifier/cli/bin.mjs');
    const line = run(folder, [command, 'score', '--data', folder], jsonl(DINOSAUR));
    expect(JSON.parse(line)).toMatchObject({ text: DINOSAUR, jianwen: { band: 'flag' } });
    const labels = join(folder, 'labels.jsonl');
    writeFileSync(labels, `${JSON.stringify({ text: DINOSAUR, sensational: false, implausible: true })}\n`);
    run(folder, [command, 'label', 'import', labels, '--data', folder]);
    run(folder, [command, 'export', labels, '--data', folder]);
    expect(JSON.parse(readFileSync(labels, 'utf8'))).toMatchObject({ text: DINOSAUR, implausible: true });
  });
});

function jsonl(lines: string): string {
  return lines
    .trimEnd()
    .split('\n')
    .map((text) => `${JSON.stringify({ text })}\n`)
    .join('');
}
