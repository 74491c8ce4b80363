import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isInRandomStream } from '#classifier/core/labelling-order.ts';
import { headlineDigest } from '#classifier/store/digest.ts';
import { temporaryFolder } from '../helpers/workspace.ts';
import { jsonLines, runCli } from './run-cli.ts';

const PLAIN = Array.from({ length: 40 }, (_, at) => `第${at + 1}中学公布${at + 3}月份食堂菜价`);
const COPIES = ['他把房子卖了,第二天的事让全村沉默', '他把房子卖了,第二天的事让全村沉默了'];

function listFile(headlines: readonly string[]): string {
  const path = join(temporaryFolder(), 'list.txt');
  writeFileSync(path, `${headlines.join('\n')}\n`);
  return path;
}

describe('jianwen label next', () => {
  it('picks so many headlines, each with its reason, the random fifth among them', async () => {
    const { status, stdout, stderr } = await runCli(['label', 'next', listFile(PLAIN), '--count', '10']);
    expect(status).toBe(0);
    const picked = jsonLines(stdout) as { text: string; jianwen: { reason: string } }[];
    expect(picked).toHaveLength(10);
    expect(new Set(picked.map(({ text }) => text)).size).toBe(10);
    for (const { text, jianwen } of picked) {
      expect(PLAIN).toContain(text);
      expect(jianwen.reason === 'random').toBe(isInRandomStream(headlineDigest(text)));
    }
    expect(picked.filter(({ jianwen }) => jianwen.reason === 'random')).toHaveLength(2);
    expect(stderr).toContain('可以接着标');
  });

  it('shows one of two near-copies before all others, the second after them', async () => {
    const { stdout } = await runCli(
      ['label', 'next', '-', '--count', '50'],
      [...COPIES, ...PLAIN.slice(0, 8)].join('\n'),
    );
    const order = jsonLines(stdout).map(({ text }) => text as string);
    const [first, second] = COPIES.map((copy) => order.indexOf(copy)).sort((a, b) => a - b) as [
      number,
      number,
    ];
    expect(second - first).toBeGreaterThan(1);
  });

  it('leaves out what the desk has labelled', async () => {
    const folder = join(temporaryFolder(), 'desk');
    const labels = join(temporaryFolder(), 'labels.jsonl');
    writeFileSync(labels, `${JSON.stringify({ text: PLAIN[3], sensational: false, implausible: false })}\n`);
    expect((await runCli(['label', 'import', labels, '--data', folder])).status).toBe(0);
    const { stdout } = await runCli(['label', 'next', listFile(PLAIN), '--count', '99', '--data', folder]);
    const picked = jsonLines(stdout).map(({ text }) => text);
    expect(picked).toHaveLength(PLAIN.length - 1);
    expect(picked).not.toContain(PLAIN[3]);
  });

  it('says how many it picked of how many, and names the rows that it cannot read', async () => {
    const list = ['标题,来源', ...PLAIN.map((text) => `${text},日报`), ',晚报'].join('\n');
    const { status, stderr } = await runCli(['label', 'next', '-', '--count', '3'], list);
    expect([status, stderr]).toEqual([1, expect.stringContaining('从 40 条里挑出 3 条')]);
    expect(stderr).toContain('stdin:42: 第 42 行：标题一栏是空的。');
  });

  it('writes a line a headline for programs that end lines at other marks, too', async () => {
    const held = '第一中学公布\u2028三月份食堂菜价';
    const { stdout } = await runCli(['label', 'next', '-'], `${JSON.stringify({ text: held })}\n`);
    expect(stdout.split(/[\n\u0085\u2028\u2029]/)).toHaveLength(2);
    expect(jsonLines(stdout)).toMatchObject([{ text: held }]);
  });

  it('says in words why, in a table', async () => {
    const { stdout } = await runCli(['label', 'next', listFile(PLAIN), '--format', 'table']);
    expect(stdout).toMatch(/^为什么 .*标题/);
    expect(stdout).toContain('随机抽查');
  });

  it('refuses a missing file and a count below one', async () => {
    expect((await runCli(['label', 'next', '/nonexistent/list.txt'])).status).toBe(2);
    expect((await runCli(['label', 'next', listFile(PLAIN), '--count', '0'])).status).toBe(2);
  });
});
