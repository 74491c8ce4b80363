import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../helpers/workspace.ts';
import { commandLine, jsonLines, runCli } from './run-cli.ts';

const SAMPLE = fileURLToPath(new URL('../../seeds/004_783cbe47843b3da7.txt', import.meta.url));

describe('jianwen score', () => {
  it('scores the 84 of the sample list with reasons, on standard output nothing else', async () => {
    const { status, stdout, stderr } = await runCli(['score', SAMPLE, '--format', 'jsonl']);
    expect(status).toBe(0);
    const rows = jsonLines(stdout) as {
      text: string;
      jianwen: { score: number; band: string; reasons: string[]; model: string };
    }[];
    expect(rows).toHaveLength(84);
    expect(stderr).toContain('84 条');
    const byScore = [...rows].sort((a, b) => b.jianwen.score - a.jianwen.score);
    const place = byScore.findIndex(({ text }) => text.includes('“恐龙宠物”'));
    expect(place).toBeLessThan(10);
    const pet = byScore[place]?.jianwen;
    expect(pet?.band).toBe('flag');
    expect(pet?.reasons.some((reason) => reason.startsWith('rule:'))).toBe(true);
    expect(pet?.reasons.some((reason) => reason.startsWith('word:'))).toBe(true);
    for (const { jianwen } of rows) {
      expect(jianwen.model).toMatch(/^starter@\d+\./);
      expect(jianwen.score > 0 && jianwen.score < 1).toBe(true);
      expect(jianwen.reasons.length > 0).toBe(jianwen.band !== 'pass');
    }
  });

  it('passes other fields through, keeps the order, names bad lines and goes on', async () => {
    const input = [
      '{"id":12345678901234567890,"title":"震惊!吃大蒜就能治好癌症","__proto__":{"x":1},"n":1.50}',
      '{"cut',
      '',
      '{"标题":"市政府召开常务会议"}',
      '{"other":1}',
    ].join('\n');
    const { status, stdout, stderr } = await runCli(['score', '-'], input);
    expect(status).toBe(1);
    const [first, second, ...more] = stdout.split('\n').filter((line) => line !== '');
    expect(more).toEqual([]);
    expect(first).toMatch(
      /^\{"id":12345678901234567890,"title":"震惊!吃大蒜就能治好癌症","__proto__":\{"x":1\},"n":1\.50,"jianwen":\{/,
    );
    expect(second).toMatch(/^\{"标题":"市政府召开常务会议","jianwen":\{/);
    expect(stderr).toMatch(/stdin:2: .*JSON/);
    expect(stderr).toMatch(/stdin:5: .*标题/);
  });

  it('owes no reasons for band pass unless asked', async () => {
    const input = '{"text":"富顺农村公路“白改黑”：柏油路通到柑橘园"}\n';
    const [plain] = jsonLines((await runCli(['score'], input)).stdout) as {
      jianwen: { band: string; reasons: string[] };
    }[];
    expect(plain?.jianwen).toMatchObject({ band: 'pass', reasons: [] });
    const explained = await runCli(['score', '--explain', '--format', 'table'], input);
    expect(explained.stdout).toMatch(/耸动 [+−][\d.]+ = 起点/);
  });

  it('cuts the bands by a cost table of the desk', async () => {
    const flags = async (costs: string): Promise<number> => {
      const { stdout } = await runCli(['score', SAMPLE, '--costs', costs]);
      return jsonLines(stdout).filter((row) => (row.jianwen as { band: string }).band === 'flag').length;
    };
    expect(await flags('4/1000000/1')).toBeLessThan(await flags('4/4/1'));
    const wrong = await runCli(['score', SAMPLE, '--costs', '4/0/1']);
    expect([wrong.status, wrong.stderr]).toEqual([2, expect.stringContaining('--costs')]);
  });

  it('says with --clusters which headlines contradict each other', async () => {
    const { stdout } = await runCli(['score', SAMPLE, '--clusters']);
    const rows = jsonLines(stdout) as {
      text: string;
      jianwen: { cluster: { id: number; size: number; contradictions: object[] } };
    }[];
    const pair = rows.filter(({ text }) => text.startsWith('退耕还林'));
    expect(pair.map(({ jianwen }) => jianwen.cluster.size)).toEqual([2, 2]);
    expect(pair[0]?.jianwen.cluster).toMatchObject({
      id: rows.indexOf(pair[0] as (typeof rows)[number]) + 1,
      contradictions: [{ kind: 'number', here: '5年', there: '6年', headline: pair[1]?.text }],
    });
    expect(rows.filter(({ jianwen }) => jianwen.cluster.size > 1)).toHaveLength(12);
  });

  it('says it of clusters in JSON Lines, on a terminal too, and in no other form', async () => {
    const { program, environment } = commandLine();
    const line = [...program, 'score', SAMPLE, '--clusters'].map((word) => `'${word}'`).join(' ');
    const shown = spawnSync('script', ['-qec', line, '/dev/null'], {
      env: environment,
      encoding: 'utf8',
      timeout: 20_000,
    });
    expect(shown.stdout).toContain('"cluster":{');
    for (const format of ['table', 'csv']) {
      const { status, stderr } = await runCli(['score', SAMPLE, '--clusters', '--format', format]);
      expect([status, stderr]).toEqual([2, expect.stringMatching(/--clusters.*jsonl/)]);
    }
  });

  it('refuses what it would not do', async () => {
    for (const choice of [
      ['--input-format', 'csv'],
      ['--encoding', 'utf-8'],
      ['--column', '1'],
      ['--sheet', 'a'],
    ]) {
      const { status, stderr } = await runCli(['score', '--flush', ...choice], '标题\n大桥通车\n');
      expect([status, stderr]).toEqual([2, expect.stringContaining('--flush')]);
    }
    for (const model of [[], ['--model', 'starter'], ['--model', 'workspace']]) {
      const { status, stderr } = await runCli(['score', SAMPLE, '--model-key', 'ab', ...model]);
      expect([status, stderr]).toEqual([2, expect.stringContaining('--model-key')]);
    }
    const endless = await runCli(['score', SAMPLE, '--costs', 'Infinity/Infinity/1']);
    expect([endless.status, endless.stderr]).toEqual([2, expect.stringContaining('--costs')]);
  });

  it('sums up what was left out of many lists by its reason', async () => {
    const folder = temporaryFolder();
    const lists = ['a.csv', 'b.csv', 'c.csv'].map((name) => join(folder, name));
    for (const list of lists) writeFileSync(list, '标题,来源\n大桥通车,日报\n');
    expect((await runCli(['score', ...lists])).stderr).toContain('略过 3 行（表头 3）');
  });

  it('gives the same bytes every time', async () => {
    const first = await runCli(['score', SAMPLE]);
    expect((await runCli(['score', SAMPLE])).stdout).toBe(first.stdout);
  });

  it('writes CSV that a spreadsheet takes for text, and only the wanted bands', async () => {
    const folder = temporaryFolder();
    const list = join(folder, '清单.txt');
    writeFileSync(list, '- =1+1 村民怒斥“面子工程害人”\n- 市政府召开常务会议\n');
    const out = join(folder, 'out.csv');
    const { status, stdout } = await runCli(['score', list, '--format', 'csv', '--out', out]);
    expect([status, stdout]).toEqual([0, '']);
    const csv = readFileSync(out, 'utf8');
    expect(csv.startsWith('\ufefftext,sensational,')).toBe(true);
    expect(csv).toContain(`'=1+1`);
    expect(csv).toMatch(/^\ufefftext,.*,reasons,.*,why\n/);
    expect(csv).toMatch(/rule:.*,耸动：“怒斥、怒怼、痛骂”以怒气为看点/);
    expect(readdirSync(folder).sort()).toEqual(['out.csv', '清单.txt']);
    const flagged = await runCli(['score', SAMPLE, '--min-band', 'flag']);
    expect(new Set(jsonLines(flagged.stdout).map((row) => (row.jianwen as { band: string }).band))).toEqual(
      new Set(['flag']),
    );
  });

  it('parts the reasons of CSV so that those with blanks can be told from each other', async () => {
    const input = '{"text":"震惊：永 动 机问世"}\n';
    const [json, csv] = await Promise.all(
      ['jsonl', 'csv'].map((format) => runCli(['score', '--format', format], input)),
    );
    const reasons = csv?.stdout.split('\n')[1]?.split(',')[5]?.split('|');
    expect(reasons).toContain('word:永 动 机');
    expect(jsonLines(json?.stdout ?? '')).toMatchObject([{ jianwen: { reasons } }]);
  });

  it('tells what too little is known of from what passes, and keeps it with what is to be checked', async () => {
    const input = '{"text":"市政府召开常务会议"}\n{"text":"Zxqv wkjh"}\n{"text":"全村老人返老还童"}\n';
    const { stdout, stderr } = await runCli(['score', '--min-band', 'check'], input);
    expect(jsonLines(stdout)).toMatchObject([
      { text: 'Zxqv wkjh', jianwen: { band: 'pass', insufficient: true } },
      { text: '全村老人返老还童', jianwen: { band: 'flag' } },
    ]);
    expect(stderr).toContain('3 条：存疑 1，待核 0，通过 2（其中证据不足 1）');
    const table = await runCli(['score', '--format', 'table'], input);
    expect(table.stdout).toMatch(/^证据不足 .*Zxqv wkjh$/m);
    expect(table.stdout).toMatch(/^通过 .*市政府召开常务会议$/m);
  });

  it('says the reasons in words, in the language of the command, those of the axis that decides first', async () => {
    const input = '{"text":"重磅！高产示范田验收：水稻亩产1万斤"}\n';
    const table = async (language: string): Promise<string> =>
      (await runCli(['score', '--format', 'table'], input, { LC_ALL: language })).stdout;
    expect(await table('zh_CN.UTF-8')).toMatch(/ {2}离奇：水稻亩产超出可能的范围；离奇：\S+$/m);
    expect(await table('en_GB.UTF-8')).toMatch(/ {2}implausible: Beyond what is possible: a rice yield/);
    const explained = await runCli(['score', '--format', 'table', '--explain'], input);
    expect(explained.stdout).toContain('水稻亩产超出可能的范围 [quantity-rice-yield] +');
    const english = await runCli(['score', '--format', 'csv'], input, { LC_ALL: 'en_GB.UTF-8' });
    expect(english.stdout).toContain('implausible: Beyond what is possible: a rice yield');
  });

  it.each([
    ['a missing file', ['score', '/nonexistent/list.txt'], '', /list\.txt: .*找不到/],
    ['a folder', ['score', fileURLToPath(new URL('../../seeds', import.meta.url))], '', /文件夹/],
    ['an empty input', ['score'], '', /空文件/],
    ['prose', ['score'], `${'这是一段正文。它有好几句话。还有一句。'.repeat(5)}\n`, /jianwen: /],
    ['a NUL byte', ['score'], '标题一\n标题\0二\n', /stdin:2: .*NUL/],
    ['bytes of no encoding', ['score'], Buffer.from('ÿA\nÿB\nÿC\n', 'latin1'), /stdin:1: .*哪种编码/],
    ['a wrong option', ['score', '--format', 'xml'], '', /--format/],
    ['a workspace that is not there', ['score', SAMPLE, '--model', 'workspace'], '', /还没有工作区/],
    [
      'an output that cannot be written',
      ['score', SAMPLE, '--out', '/nonexistent/out.jsonl'],
      '',
      /out\.jsonl: .*写不了/,
    ],
  ] as const)('says in a sentence what is wrong with %s, exit 2', async (_, args, input, sentence) => {
    const { status, stdout, stderr } = await runCli(args, input);
    expect(stderr).toMatch(sentence);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect([status, stdout]).toEqual([2, '']);
  });

  it('names a line of 50 MB and scores the rest', async () => {
    const long = `{"text":"${'长'.repeat(17_000_000)}"}`;
    const { status, stdout, stderr } = await runCli(['score'], `{"text":"桥"}\n${long}\n{"text":"路"}\n`);
    expect(status).toBe(1);
    expect(jsonLines(stdout).map((row) => row.text)).toEqual(['桥', '路']);
    expect(stderr).toMatch(/stdin:2: .*1 MB/);
    const list = await runCli(['score'], '长'.repeat(17_000_000));
    expect(list.status).toBe(2);
    expect(list.stderr).toMatch(/stdin:1: /);
  });

  it('does not hand escapes of a headline to the terminal', async () => {
    const { stdout } = await runCli(['score', '--format', 'table'], '{"text":"红\\u001b[31m色\\u202e"}\n');
    expect(stdout).toContain('红\ufffd[31m色\ufffd');
  });
});

describe('labels', () => {
  it('go out and into an empty workspace with the same labels and the same model', async () => {
    const folder = temporaryFolder();
    const [first, second] = [join(folder, 'a'), join(folder, 'b')];
    const labels = join(folder, 'labels.jsonl');
    writeFileSync(
      labels,
      '{"text":"恐龙蛋孵化出活恐龙","sensational":false,"implausible":true,"annotator":"李","labelledAt":"2026-01-02T03:04:05.000Z","note":"存疑"}\n' +
        '{"text":"市博物馆展出恐龙化石","sensational":false,"implausible":false,"annotator":"王","labelledAt":"2026-01-02T03:05:05.000Z"}\n' +
        '{"text":"坏行"}\n',
    );
    const imported = await runCli(['label', 'import', labels, '--data', first]);
    expect(imported.status).toBe(1);
    expect(imported.stderr).toMatch(/labels\.jsonl:3: /);
    const out = [join(folder, '1.jsonl'), join(folder, '2.jsonl')] as const;
    expect((await runCli(['export', out[0], '--data', first])).status).toBe(0);
    expect((await runCli(['label', 'import', out[0], '--data', second])).status).toBe(0);
    expect((await runCli(['export', out[1], '--data', second])).status).toBe(0);
    expect(readFileSync(out[1], 'utf8')).toBe(readFileSync(out[0], 'utf8'));
    expect(jsonLines(readFileSync(out[0], 'utf8'))[0]).toMatchObject({
      annotator: '李',
      digest: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    const scored = async (data: string): Promise<unknown[]> => {
      const { stdout } = await runCli(['score', SAMPLE, '--data', data, '--model', 'workspace']);
      return jsonLines(stdout).map((row) => ({ ...(row.jianwen as object), model: '' }));
    };
    expect(await scored(second)).toEqual(await scored(first));
    const again = await runCli(['label', 'import', labels, '--data', first]);
    expect(again.stderr).toContain('新学 0 条标注，2 条已有');
  });

  it('are refused clearly where the workspace cannot be opened', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'jianwen.db'), 'not a database'.repeat(500));
    const damaged = await runCli(['export', join(folder, 'out.jsonl'), '--data', folder]);
    expect(damaged).toMatchObject({ status: 2, stdout: '' });
    expect(damaged.stderr).toMatch(/jianwen\.db: .*损坏/);
    const inFile = join(folder, 'file');
    writeFileSync(inFile, '');
    const labels = join(folder, 'labels.jsonl');
    writeFileSync(labels, '{"text":"桥","sensational":true,"implausible":false}\n');
    expect((await runCli(['label', 'import', labels, '--data', inFile])).stderr).toMatch(/无法写入/);
    mkdirSync(join(folder, 'dir'));
    expect(
      (await runCli(['label', 'import', join(folder, 'dir'), '--data', join(folder, 'data')])).stderr,
    ).toMatch(/文件夹/);
  });
});

it.each([
  ['export', '/nonexistent/out.jsonl'],
  ['label', 'export', '/nonexistent/out.jsonl'],
  ['label', 'forget', '--annotator', '甲', '--yes'],
  ['feed', 'delete', '1', '--yes'],
  ['feeds', 'list'],
  ['feeds', 'remove', '1'],
  ['feeds', 'pause', '1'],
  ['feeds', 'resume', '1'],
  ['feeds', 'poll'],
])('makes no workspace for %s %s', async (...args) => {
  const folder = join(temporaryFolder(), 'mistyped');
  const { status, stderr } = await runCli([...args, '--data', folder]);
  expect([status, stderr]).toEqual([2, expect.stringContaining('没有工作区')]);
  expect(existsSync(folder)).toBe(false);
});

it('names the rows of the list that label export cannot read', async () => {
  const folder = temporaryFolder();
  const [labels, list] = [join(folder, 'labels.jsonl'), join(folder, 'list.csv')];
  writeFileSync(labels, '{"text":"甲桥通车","sensational":true,"implausible":false}\n');
  writeFileSync(list, '标题,来源\n甲桥通车,日报\n,晚报\n');
  expect((await runCli(['label', 'import', labels, '--data', folder])).status).toBe(0);
  const out = join(folder, 'out.jsonl');
  const { status, stderr } = await runCli(['label', 'export', out, '--of', list, '--data', folder]);
  expect([status, stderr]).toEqual([1, expect.stringContaining('list.csv:3: 第 3 行：标题一栏是空的。')]);
  expect(jsonLines(readFileSync(out, 'utf8'))).toHaveLength(1);
});

it('leaves the last export where there is nothing to export', async () => {
  const folder = temporaryFolder();
  const list = join(folder, 'list.txt');
  const out = join(folder, 'good.jsonl');
  writeFileSync(list, '市政府召开常务会议\n');
  writeFileSync(out, 'kept\n');
  expect((await runCli(['import', list, '--data', folder])).status).toBe(0);
  const { status, stderr } = await runCli(['export', out, '--data', folder]);
  expect([status, stderr]).toEqual([2, expect.stringContaining('没有写文件')]);
  expect(readFileSync(out, 'utf8')).toBe('kept\n');
});

describe('help', () => {
  it.each([
    ['zh_CN.UTF-8', '用法:', '选项:'],
    ['en_GB.UTF-8', 'Usage:', 'Options:'],
  ])('is given in the language of the locale %s', async (locale, usage, options) => {
    for (const args of [
      ['--help'],
      ['score', '--help'],
      ['label', 'import', '--help'],
      ['export', '--help'],
    ]) {
      const { status, stdout } = await runCli(args, '', { LC_ALL: locale });
      expect(status).toBe(0);
      expect(stdout).toContain(usage);
      expect(stdout).toContain(options);
    }
  });
});
