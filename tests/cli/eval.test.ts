import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../helpers/workspace.ts';
import { runCli } from './run-cli.ts';

function labelFile(rows: readonly object[]): string {
  const path = join(temporaryFolder(), 'labels.jsonl');
  writeFileSync(path, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  return path;
}

/** Twelve headlines whose answer a single word gives away; the other axis is unanswered. */
function easySet([lure, notice]: readonly [string, string]): object[] {
  return Array.from({ length: 12 }, (_, at) => ({
    text: (at % 2 === 0 ? lure : notice).replace('#', `${at}`),
    sensational: at % 2 === 0,
    implausible: null,
    topic: `题材${at % 3}`,
    difficulty: 'plain',
  }));
}

const TRAINING = easySet(['惊天内幕让第#位村民傻眼', '市教育局公布第#批名单']);
/** No near-copies of those above. */
const TEST = easySet([
  '原来超市牛奶藏着惊天内幕#个家庭看完沉默',
  '暑期#条公交线路调整方案今起由市教育局公示',
]);

describe('jianwen eval', () => {
  it('trains on one file and judges another, leaving unanswered axes out', async () => {
    const { status, stdout } = await runCli([
      'eval',
      '--train',
      labelFile(TRAINING),
      '--test',
      labelFile(TEST),
      '--json',
    ]);
    expect(status).toBe(0);
    const report = JSON.parse(stdout);
    expect(Object.keys(report)).toEqual(['sensational', 'workloads', 'training', 'leftOut']);
    expect(report.training.sensational).toEqual({ yes: 6, no: 6 });
    expect(report.workloads).toEqual([]);
    expect(report.sensational.all).toMatchObject({ headlines: 12, yes: 6, rocAuc: 1 });
    expect(report.sensational.byDifficulty).toHaveLength(1);
  });

  it('says what it trained on and what it left out as near-copies of the test', async () => {
    const test = labelFile(TEST);
    const train = ['--train', labelFile([...TRAINING, ...TEST.slice(0, 3)])];
    const { stdout } = await runCli(['eval', ...train, '--test', test, '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ training: { sensational: { yes: 6, no: 6 } }, leftOut: 3 });
    const said = await runCli(['eval', ...train, '--test', test]);
    expect(said.stdout).toMatch(/^训练：耸动 是 6、否 6\n {2}另有 3 条与测试标题近似，没有用来训练。\n/);
    const same = await runCli(['eval', '--train', test, '--test', test]);
    expect(same).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('没有可训练的') });
  });

  it('leaves one out at a time and prints for people', async () => {
    const { status, stdout } = await runCli([
      'eval',
      '--train',
      labelFile(TRAINING),
      '--cv',
      'loo',
      '--group',
      'topic',
    ]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/12 条，其中 6 条为是/);
    expect(stdout).toMatch(/ROC AUC 1\.000 \[/);
  });

  it('says what is missing or wrong', async () => {
    const file = labelFile([{ text: '桥', sensational: true, implausible: 'yes' }]);
    const both = await runCli(['eval', '--train', file, '--test', file, '--cv', '5']);
    expect([both.status, both.stderr]).toEqual([2, expect.stringMatching(/--test.*--cv/)]);
    const bad = await runCli(['eval', '--train', file, '--cv', '5']);
    expect([bad.status, bad.stderr]).toEqual([2, expect.stringMatching(/labels\.jsonl:1: /)]);
    expect((await runCli(['eval', '--train', file, '--cv', 'one'])).status).toBe(2);
    const long = await runCli(['eval', '--train', 'x'.repeat(300), '--cv', '5']);
    expect([long.status, long.stderr]).toEqual([2, expect.stringMatching(/^jianwen: x+: .*\n$/)]);
    const unnamed = await runCli(['eval', '--cv', '5']);
    expect([unnamed.status, unnamed.stderr]).toEqual([2, expect.stringContaining('--train')]);
  });

  it.each([
    ['13', 'none', 12],
    ['5000000000', 'none', 12],
    ['4', 'topic', 3],
  ])('refuses %s folds of what falls into fewer groups by %s', async (folds, group, groups) => {
    const train = ['eval', '--train', labelFile(TRAINING), '--group', group, '--cv'];
    const { status, stderr } = await runCli([...train, folds]);
    expect([status, stderr]).toEqual([2, expect.stringMatching(new RegExp(`--cv .*${groups}`))]);
    expect((await runCli([...train, String(groups)])).status).toBe(0);
  });

  it.each(['topic', 'near'])('says that labels of one group by %s cannot be split', async (group) => {
    const file = labelFile([1, 2, 3].map((at) => ({ ...TRAINING[0], text: `惊天内幕让第${at}位村民傻眼` })));
    const { status, stderr } = await runCli(['eval', '--train', file, '--cv', '5', '--group', group]);
    expect([status, stderr]).toEqual([2, expect.stringMatching(/分不成.*请换一种 --group（none、/)]);
    expect(stderr).not.toContain('2 到 1');
  });
});
