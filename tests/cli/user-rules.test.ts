import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../helpers/workspace.ts';
import { jsonLines, runCli } from './run-cli.ts';

const RULES = `rules:
  - { id: quantity-human-age, off: true }
  - { id: our-bridge, version: 1, axis: implausible, points: 4, zh: 本报吃过亏, en: We fell for it once,
      words: [恐龙桥], ok: [恐龙桥通车, 又见恐龙桥], fail: [恐龙馆, 桥] }
  - { id: broken, version: 1, axis: implausible, points: 1, zh: 坏的, en: broken, pattern: '(', needs: [桥],
      ok: [桥, 大桥], fail: [甲, 乙] }
`;
const INPUT = '{"text":"恐龙桥通车"}\n{"text":"道长活到二百五十岁"}\n';

function reasonsOf(stdout: string): string[][] {
  return jsonLines(stdout).map((row) => (row.jianwen as { reasons: string[] }).reasons);
}

describe('jianwen score --data', () => {
  it('scores by the rules of the folder, and names the broken one without stopping', async () => {
    const folder = temporaryFolder();
    const shipped = reasonsOf((await runCli(['score', '--explain', '--data', folder], INPUT)).stdout);
    expect(shipped[0]).not.toContain('rule:our-bridge');
    expect(shipped[1]).toContain('rule:quantity-human-age');
    writeFileSync(join(folder, 'rules.yaml'), RULES);
    const { status, stdout, stderr } = await runCli(['score', '--explain', '--data', folder], INPUT);
    expect(status).toBe(0);
    expect(stderr).toMatch(/rules\.yaml:5: 规则 broken：模式不是 RE2/);
    expect(reasonsOf(stdout)[0]).toContain('rule:our-bridge');
    expect(reasonsOf(stdout)[1]).not.toContain('rule:quantity-human-age');
  });

  it('says in the table what a quantity is measured against', async () => {
    const { stdout } = await runCli(['score', '--explain', '--format', 'table'], INPUT);
    expect(stdout).toContain('“活到二百五十岁”：人的年龄在0到130岁之间');
  });
});

describe('jianwen rules list', () => {
  it('lists what the shipped rules and those of the folder say', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'rules.yaml'), RULES);
    const { status, stdout } = await runCli(['rules', 'list', '--data', folder]);
    const rules = jsonLines(stdout);
    expect(status).toBe(0);
    expect(rules).toContainEqual({
      id: 'our-bridge',
      axis: 'implausible',
      points: 4,
      pack: 'user',
      zh: '本报吃过亏',
      en: 'We fell for it once',
    });
    const ids = rules.map(({ id }) => id);
    expect(ids).toEqual(
      expect.arrayContaining(['shock-stunned', 'hidden-characters', 'quantity-rice-yield']),
    );
    expect(ids).not.toContain('quantity-human-age');
  });

  it('writes one rule a line, whatever a description holds', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'rules.yaml'), RULES.replace('本报吃过亏', '"本报\\u2028吃过亏"'));
    const { stdout } = await runCli(['rules', 'list', '--data', folder]);
    expect(stdout).toContain('本报\\u2028吃过亏');
    expect(jsonLines(stdout).map(({ zh }) => zh)).toContain('本报\u2028吃过亏');
  });

  it('lays them out for people', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'rules.yaml'), RULES);
    const list = (...more: readonly string[]): ReturnType<typeof runCli> =>
      runCli(['rules', 'list', '--data', folder, ...more], '', { LC_ALL: 'en_GB.UTF-8' });
    expect((await list('--format', 'table')).stdout).toMatch(
      /^our-bridge +impl\. +4\.0 +own +We fell for it once$/m,
    );
    const csv = (await list('--format', 'csv')).stdout;
    expect(csv).toContain('our-bridge,impl.,4,own,We fell for it once\n');
    expect(csv).toMatch(/^[a-z-]+,[a-z.]+,-\d/m);
    expect(csv).not.toContain("'-");
  });
});
