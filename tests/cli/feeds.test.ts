import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it, onTestFinished } from 'vitest';
import { feedServer } from '../helpers/feed-server.ts';
import { rssOf } from '../helpers/rss.ts';
import { temporaryFolder } from '../helpers/workspace.ts';
import { commandLine, jsonLines, runCli } from './run-cli.ts';

const DINOSAUR = '提取DNA定制专属“恐龙宠物”，孵化过程全程直播';
const PLAIN = '市政府召开常务会议';

describe('jianwen feeds', () => {
  it('subscribes, polls only what is new, lists and removes', async () => {
    const folder = temporaryFolder();
    const data = ['--data', folder];
    let titles = [DINOSAUR, PLAIN];
    const { url, asked } = await feedServer((request, response) => {
      const etag = `"${titles.length}"`;
      if (request.headers['if-none-match'] === etag) response.writeHead(304).end();
      else response.writeHead(200, { etag }).end(rssOf(...titles));
    });
    const refused = await runCli(['feeds', 'add', url, ...data]);
    expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining('内部网络')]);
    expect((await runCli(['feeds', 'add', url, '--allow-private', '--every', '15', ...data])).status).toBe(0);
    expect((await runCli(['feeds', 'add', url, '--allow-private', ...data])).stderr).toContain('已经订阅');
    expect(asked).toHaveLength(0);
    const first = await runCli(['feeds', 'poll', ...data]);
    expect(first.status).toBe(0);
    expect(jsonLines(first.stdout)).toMatchObject([
      { text: DINOSAUR, source: url, url: 'https://example.org/0', jianwen: { band: 'flag' } },
      { text: PLAIN, jianwen: { band: 'pass' } },
    ]);
    expect((await runCli(['feeds', 'poll', ...data])).stdout).toBe('');
    titles = [...titles, '震惊!吃大蒜就能治好癌症'];
    const third = await runCli(['feeds', 'poll', '1', ...data]);
    expect(jsonLines(third.stdout).map(({ text }) => text)).toEqual(['震惊!吃大蒜就能治好癌症']);
    const [listed] = jsonLines((await runCli(['feeds', 'list', '--json', ...data])).stdout);
    expect(listed).toMatchObject({
      name: '早报',
      everyMinutes: 15,
      items: 3,
      flagged: 2,
      judged: 0,
      confirmed: 0,
      failures: 0,
      trouble: null,
      confirmedShare: null,
    });
    expect((await runCli(['feeds', 'list', ...data])).stdout).toMatch(/1 {2}早报 <http.*正常.*每 15 分钟/);
    await runCli(['feeds', 'pause', '1', ...data]);
    expect((await runCli(['feeds', 'list', ...data])).stdout).toContain('已暂停');
    expect((await runCli(['feeds', 'poll', ...data])).stderr).toContain('还没有订阅');
    expect((await runCli(['feeds', 'remove', '7', ...data])).status).toBe(2);
    expect((await runCli(['feeds', 'remove', url, ...data])).status).toBe(0);
    expect((await runCli(['feeds', 'list', ...data])).stdout).toBe('');
  });

  it('tells what failed and goes on with the others', async () => {
    const data = ['--data', temporaryFolder()];
    const broken = await feedServer((_, response) => response.end('<rss><channel><title>cut'));
    const good = await feedServer((_, response) => response.end(rssOf(PLAIN)));
    await runCli(['feeds', 'add', broken.url, good.url, 'ftp://x/', '--allow-private', ...data]);
    const polled = await runCli(['feeds', 'poll', ...data]);
    expect(polled.status).toBe(1);
    expect(polled.stderr).toContain(broken.url);
    expect(jsonLines(polled.stdout).map(({ text }) => text)).toEqual([PLAIN]);
    const [first, second] = jsonLines((await runCli(['feeds', 'list', '--json', ...data])).stdout);
    expect(first).toMatchObject({
      failures: 1,
      trouble: { sentence: { zh: expect.any(String) } },
      succeededAt: null,
    });
    expect(second).toMatchObject({ failures: 0, trouble: null });
  });

  it('subscribes to all feeds of an OPML file', async () => {
    const folder = temporaryFolder();
    const file = join(folder, '源.opml');
    writeFileSync(
      file,
      '<opml version="2.0"><head/><body><outline text="组"><outline text="甲报" type="rss" xmlUrl="https://a.example/rss"/></outline><outline text="乙报" type="rss" xmlUrl="https://b.example/rss"/></body></opml>',
    );
    expect((await runCli(['feeds', 'add', file, '--data', folder])).status).toBe(0);
    const listed = jsonLines((await runCli(['feeds', 'list', '--json', '--data', folder])).stdout);
    expect(listed.map(({ name, address }) => [name, address])).toEqual([
      ['甲报', 'https://a.example/rss'],
      ['乙报', 'https://b.example/rss'],
    ]);
  });
});

it('ends the subscription of a folder by the path that began it, and tells it once', async () => {
  const folder = temporaryFolder();
  const run = (...args: readonly string[]) =>
    spawnSync(
      ...([
        commandLine().program[0],
        [commandLine().program[1], 'feeds', ...args, '--data', 'data'],
      ] as const),
      {
        cwd: folder,
        env: commandLine().environment,
        encoding: 'utf8',
        timeout: 20_000,
      },
    );
  mkdirSync(join(folder, 'inbox'));
  expect(run('add', './inbox').status).toBe(0);
  const { status, stderr } = run('remove', './inbox', '1');
  expect([status, stderr.match(/已取消订阅/g)?.length]).toEqual([0, 1]);
});

describe('a folder of more than one look reads', () => {
  const AGAIN = `${JSON.stringify({ text: PLAIN })}\n`.repeat(10_000);

  function largeFolder(): string {
    const folder = temporaryFolder();
    for (let at = 0; at < 10; at += 1) writeFileSync(join(folder, `${at}.jsonl`), AGAIN);
    writeFileSync(join(folder, 'last.txt'), `- ${DINOSAUR}\n- 大桥通车仪式举行\n`);
    return folder;
  }

  it('is polled to its end', { timeout: 60_000 }, async () => {
    const data = ['--data', temporaryFolder()];
    expect((await runCli(['feeds', 'add', largeFolder(), ...data])).status).toBe(0);
    const polled = await runCli(['feeds', 'poll', ...data]);
    expect(polled.status).toBe(0);
    expect(jsonLines(polled.stdout).map(({ text }) => text)).toEqual([PLAIN, DINOSAUR, '大桥通车仪式举行']);
  });

  it('is watched to its end, also at one look', async () => {
    const watched = await runCli(['watch', largeFolder(), '--once']);
    expect(watched.status).toBe(0);
    expect(jsonLines(watched.stdout).map(({ text }) => text)).toEqual([PLAIN, DINOSAUR, '大桥通车仪式举行']);
  });
});

describe('jianwen watch', () => {
  it('looks once at files, folders and addresses and never writes a headline twice', async () => {
    const folder = temporaryFolder();
    const out = join(temporaryFolder(), 'out.jsonl');
    writeFileSync(join(folder, 'a.txt'), `- ${PLAIN}\n- 大桥通车仪式举行\n`);
    const { url } = await feedServer((_, response) => response.end(rssOf(DINOSAUR, PLAIN)));
    const args = ['watch', folder, join(folder, 'a.txt'), url, '--once', '--allow-private', '--out', out];
    const first = await runCli(args);
    expect([first.status, first.stdout]).toEqual([0, '']);
    const texts = (): unknown[] =>
      jsonLines(readFileSync(out, 'utf8'))
        .map(({ text }) => text)
        .sort();
    const expected = [PLAIN, '大桥通车仪式举行', DINOSAUR].sort();
    expect(texts()).toEqual(expected);
    expect((await runCli(args)).status).toBe(0);
    expect(texts()).toEqual(expected);
    appendFileSync(out, '{"text":"断在半');
    expect((await runCli(args)).status).toBe(0);
    expect(texts()).toEqual(expected);
  });

  it('goes on with its own file where a headline holds what some programs take for a line end', async () => {
    const folder = temporaryFolder();
    const out = join(temporaryFolder(), 'out.jsonl');
    const texts = ['大桥\u2028通车仪式举行', '秋粮\u2029收购工作启动'];
    writeFileSync(join(folder, 'a.jsonl'), texts.map((text) => `${JSON.stringify({ text })}\n`).join(''));
    const args = ['watch', folder, '--once', '--out', out];
    expect((await runCli(args)).status).toBe(0);
    const written = readFileSync(out, 'utf8');
    expect(written.split(/[\n\u2028\u2029]/)).toHaveLength(texts.length + 1);
    expect(jsonLines(written).map(({ text }) => text)).toEqual(texts);
    expect((await runCli(args)).status).toBe(0);
    expect(readFileSync(out, 'utf8')).toBe(written);
  });

  it('leaves a file of somebody else alone, and says what cannot be looked at', async () => {
    const folder = temporaryFolder();
    const notes = join(folder, 'notes.txt');
    writeFileSync(notes, '我的笔记\n');
    const refused = await runCli(['watch', folder, '--once', '--out', notes]);
    expect([refused.status, readFileSync(notes, 'utf8')]).toEqual([2, '我的笔记\n']);
    expect((await runCli(['watch', join(folder, 'gone'), '--once'])).status).toBe(2);
    expect((await runCli(['watch', 'http://127.0.0.1:1/', '--once'])).stderr).toContain('内部网络');
  });

  it('ends with whole lines where there is no room for more', async () => {
    const folder = temporaryFolder();
    const out = join(temporaryFolder(), 'out.jsonl');
    const texts = Array.from({ length: 40 }, (_, at) => `第${at}座大桥通车`);
    writeFileSync(join(folder, 'a.txt'), texts.map((text) => `- ${text}\n`).join(''));
    const { program, environment } = commandLine();
    const limited = ['-c', 'ulimit -f 2; exec "$@"', 'bash', ...program, 'watch', folder, '--out', out];
    const { status, stderr } = spawnSync('bash', limited, {
      env: environment,
      encoding: 'utf8',
      timeout: 20_000,
    });
    expect([status, stderr]).toEqual([2, expect.stringMatching(/out\.jsonl: .*EFBIG/)]);
    expect(stderr).not.toMatch(/\n\s+at /);
    const held = readFileSync(out, 'utf8');
    expect(held.endsWith('}\n')).toBe(true);
    expect(jsonLines(held).length).toBeGreaterThan(3);
    expect((await runCli(['watch', folder, '--once', '--out', out])).status).toBe(0);
    expect(jsonLines(readFileSync(out, 'utf8')).map(({ text }) => text)).toEqual(texts);
  });

  it.skipIf(!existsSync('/dev/full'))('does not look for headlines in what is no file', async () => {
    const list = join(temporaryFolder(), 'a.txt');
    writeFileSync(list, `- ${PLAIN}\n- 大桥通车仪式举行\n`);
    const once = ['watch', list, '--once', '--out'];
    const full = await runCli([...once, '/dev/full']);
    expect([full.status, full.stderr]).toEqual([2, expect.stringContaining('磁盘已满')]);
    expect((await runCli([...once, '/dev/null'])).status).toBe(0);
    const folder = await runCli([...once, temporaryFolder()]);
    expect([folder.status, folder.stderr]).toEqual([2, expect.stringContaining('文件夹')]);
  });

  it('writes no plain text under a name that ends in .gz', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a.txt'), `- ${PLAIN}\n- 大桥通车仪式举行\n`);
    const { status, stderr } = await runCli(['watch', folder, '--once', '--out', join(folder, 'w.jsonl.gz')]);
    expect([status, stderr]).toEqual([2, expect.stringContaining('.gz')]);
    expect(readdirSync(folder)).toEqual(['a.txt']);
  });

  it('scores what appears in a folder while it watches, and ends quietly when stopped', async () => {
    const folder = temporaryFolder();
    const { program, environment } = commandLine();
    const child = spawn(program[0], [program[1], 'watch', folder, '--every', '60'], { env: environment });
    onTestFinished(() => void child.kill('SIGKILL'));
    const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
    const next = async () => JSON.parse((await lines.next()).value ?? '');
    writeFileSync(join(folder, 'a.txt'), `- ${PLAIN}\n- ${DINOSAUR}\n`);
    expect((await next()).text).toBe(PLAIN);
    expect((await next()).jianwen.band).toBe('flag');
    writeFileSync(join(folder, 'b.txt'), '- 大桥通车仪式举行\n- 秋粮收购工作启动\n');
    expect((await next()).text).toBe('大桥通车仪式举行');
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });
});
