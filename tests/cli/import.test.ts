import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../helpers/workspace.ts';
import { commandLine, jsonLines, runCli } from './run-cli.ts';

const XLSX = join(import.meta.dirname, '../fixtures/sources/list.xlsx');
const CSV =
  '标题,来源,链接,发布时间,版面\n提取DNA定制“恐龙宠物”,日报,https://e.cn/1,2026-01-02,3\n,日报,,,4\n';

function headlines(folder: string): unknown[] {
  const db = new Database(join(folder, 'jianwen.db'), { readonly: true });
  const rows = db
    .prepare('SELECT text, source, url, published_at, source_id, metadata FROM headline ORDER BY id')
    .raw()
    .all();
  db.close();
  return rows;
}

describe('jianwen import', () => {
  it('stores lists with all that they say, keeps bad rows aside, and adds nothing the second time', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'a.csv');
    writeFileSync(file, CSV);
    const workbook = join(folder, 'list.xlsx');
    copyFileSync(XLSX, workbook);
    const first = await runCli(['import', file, workbook, '--data', folder]);
    expect(first).toMatchObject({ status: 1, stdout: '' });
    expect(first.stderr).toContain('a.csv：读入 1 条。');
    expect(readFileSync(`${file}.rejected.csv`, 'utf8')).toContain(`${file},3,标题一栏是空的,",日报,,,4"`);
    const stored = headlines(folder);
    expect(stored[0]).toEqual([
      '提取DNA定制“恐龙宠物”',
      '日报',
      'https://e.cn/1',
      '2026-01-02',
      null,
      '{"版面":"3"}',
    ]);
    expect(stored).toHaveLength(4);
    const again = await runCli(['import', file, '--data', folder]);
    expect(again.stderr).toContain('这份清单已经在工作区里，没有增加什么');
    expect(headlines(folder)).toEqual(stored);
  });

  it('stores nothing of all files where one cannot be read', async () => {
    const folder = temporaryFolder();
    const [good, bad] = [join(folder, 'a.csv'), join(folder, 'b.json')];
    writeFileSync(good, CSV);
    writeFileSync(bad, '[{"title":"甲"},\n{"ti');
    const { status, stderr } = await runCli(['import', good, bad, '--data', folder]);
    expect(status).toBe(2);
    expect(stderr).toContain('b.json:2:');
    expect(existsSync(join(folder, 'jianwen.db'))).toBe(false);
  });

  it('reads as it is told: kind, encoding, column, standard input', async () => {
    const folder = temporaryFolder();
    const rejected = join(folder, 'aside.csv');
    const args = [
      'import',
      '-',
      '--format',
      'csv',
      '--encoding',
      'utf-8',
      '--column',
      '2',
      '--rejected',
      rejected,
    ];
    const { status } = await runCli([...args, '--data', folder], 'a,甲乙丙\nb,\nc,丁戊己\n');
    expect(status).toBe(1);
    expect(headlines(folder).map((row) => (row as unknown[])[0])).toEqual(['甲乙丙', '丁戊己']);
    expect(readFileSync(rejected, 'utf8')).toContain('-,2,标题一栏是空的');
    const wrong = await runCli(['import', '-', '--encoding', 'latin1', '--data', folder], 'x');
    expect(wrong).toMatchObject({ status: 2 });
  });
});

it('draws no progress where the notes are for programs', () => {
  const folder = temporaryFolder();
  const lines = Array.from({ length: 30_000 }, (_, at) => `第${at}座大桥通车\n`);
  writeFileSync(join(folder, 'a.txt'), lines.join(''));
  const { program, environment } = commandLine();
  const words = [...program, 'import', join(folder, 'a.txt'), '--data', folder, '--log', 'json'];
  const shown = spawnSync('script', ['-qec', words.map((word) => `'${word}'`).join(' '), '/dev/null'], {
    env: { ...environment, LC_ALL: 'C.UTF-8' },
    encoding: 'utf8',
    timeout: 20_000,
  });
  const notes = jsonLines(shown.stdout.replaceAll('\r\n', '\n'));
  expect([shown.status, notes.length > 0]).toEqual([0, true]);
  for (const note of notes) expect(note).toHaveProperty('level');
});

describe('jianwen score on other kinds', () => {
  it('scores every row with its fields, and names the bad ones', async () => {
    const { status, stdout, stderr } = await runCli(['score', XLSX]);
    expect(status).toBe(1);
    expect(jsonLines(stdout)[0]).toMatchObject({
      text: '提取DNA定制专属“恐龙宠物”',
      source: '某网',
      url: 'https://example.com/a',
      版面: '3',
      jianwen: { band: 'flag' },
    });
    expect(stderr).toContain('list.xlsx:4: 第 4 行：标题一栏是空的');
  });

  it('reads GB18030, a feed on standard input, and a column that is named', async () => {
    const gbk = Buffer.from([
      0xcc, 0xe1, 0xc8, 0xa1, 0x44, 0x4e, 0x41, 0xb6, 0xa8, 0xd6, 0xc6, 0x0a, 0xca, 0xd0, 0xd5, 0xfe, 0xb8,
      0xae, 0x0a,
    ]);
    expect(jsonLines((await runCli(['score'], gbk)).stdout)).toMatchObject([
      { text: '提取DNA定制' },
      { text: '市政府' },
    ]);
    const rss =
      '<rss version="2.0"><channel><title>日报</title><item><title>村民修桥</title></item></channel></rss>';
    expect(jsonLines((await runCli(['score'], rss)).stdout)).toMatchObject([
      { text: '村民修桥', source: '日报' },
    ]);
    const named = await runCli(['score', '--column', '导语'], '标题,导语\n甲,乙乙\n');
    expect(jsonLines(named.stdout)).toMatchObject([{ text: '乙乙', 标题: '甲' }]);
  });
});
