import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DESK_KEY_NAME } from '#classifier/desk/desk-key.ts';
import { unpackModelFile } from '#classifier/desk/model-file.ts';
import { OWN_RULES } from '../helpers/own-rules.ts';
import { temporaryFolder } from '../helpers/workspace.ts';
import { jsonLines, runCli } from './run-cli.ts';

const SAMPLE = fileURLToPath(new URL('../../seeds/004_783cbe47843b3da7.txt', import.meta.url));
const LABEL =
  '{"text":"蜀道奇观云上看","sensational":true,"implausible":false,"annotator":"甲","labelledAt":"2026-01-02T03:04:05.000Z"}\n';

/** A desk with labels and rules of its own, and its exported model. */
async function desk(folder: string): Promise<{ folder: string; file: string; stderr: string }> {
  writeFileSync(join(folder, 'rules.yaml'), OWN_RULES);
  writeFileSync(join(folder, 'labels.jsonl'), LABEL);
  expect((await runCli(['label', 'import', join(folder, 'labels.jsonl'), '--data', folder])).status).toBe(0);
  const file = join(folder, '本台.jwmodel');
  const { status, stderr } = await runCli(['model', 'export', file, '--data', folder]);
  expect([status, stderr]).toEqual([0, expect.stringContaining('已导出模型 workspace@')]);
  return { folder, file, stderr };
}

let here: Awaited<ReturnType<typeof desk>>;
beforeAll(async () => {
  here = await desk(mkdtempSync(join(tmpdir(), 'jianwen-')));
});
afterAll(() => rmSync(here.folder, { recursive: true, force: true }));

it('scores where there is no workspace exactly as at its desk, with the rules of the desk', async () => {
  const list = join(temporaryFolder(), 'feed.jsonl');
  const texts = [...jsonLines((await runCli(['score', SAMPLE])).stdout).map((row) => row.text), '熊猫下山啦'];
  writeFileSync(list, texts.map((text) => `${JSON.stringify({ text })}\n`).join(''));
  const there = await runCli(['score', list, '--explain', '--data', here.folder]);
  const elsewhere = await runCli([
    'score',
    list,
    '--explain',
    '--model',
    here.file,
    '--data',
    '/nonexistent/jianwen',
  ]);
  expect(elsewhere.status).toBe(0);
  expect(elsewhere.stdout).toBe(there.stdout);
  expect(elsewhere.stdout).toContain('rule:own-panda');
  const alone = await runCli(['score', list, '--explain', '--model', here.file, '--threads', '1']);
  expect(alone.stdout).toBe(there.stdout);
});

it('keeps an imported model under its name', async () => {
  const folder = temporaryFolder();
  const imported = await runCli(['model', 'import', here.file, '--as', '总社', '--data', folder]);
  expect([imported.status, imported.stderr]).toEqual([0, expect.stringContaining('名为 总社')]);
  const named = await runCli(['score', '--model', '总社', '--data', folder], '{"text":"熊猫进村"}\n');
  const direct = await runCli(['score', '--model', here.file], '{"text":"熊猫进村"}\n');
  expect(named.stdout).toBe(direct.stdout);
  const shown = jsonLines((await runCli(['model', 'show', '--json', '--data', folder])).stdout);
  expect(shown).toMatchObject([{ as: '总社', program: '0.1.0', lexicon: expect.stringMatching(/^jieba /) }]);
  for (const name of ['../x', 'starter', 'a/b', '']) {
    expect((await runCli(['model', 'import', here.file, '--as', name, '--data', folder])).status).toBe(2);
  }
});

it('keeps the key to its user, and tells whose model it is', async () => {
  expect(statSync(join(here.folder, DESK_KEY_NAME)).mode & 0o077).toBe(0);
  const fingerprint = /指纹 ([0-9a-f-]{39})/.exec(here.stderr)?.[1] as string;
  const again = join(here.folder, 'again.jwmodel');
  expect((await runCli(['model', 'export', again, '--data', here.folder])).stderr).toContain(fingerprint);
  const asked = await runCli(['score', '--model', here.file, '--model-key', fingerprint], '{"text":"桥"}\n');
  expect(asked.status).toBe(0);
  const wrong = fingerprint.replace(/^./, (digit) => (digit === '0' ? '1' : '0'));
  const other = await runCli(['score', '--model', here.file, '--model-key', wrong], '{"text":"桥"}\n');
  expect([other.status, other.stdout, other.stderr]).toEqual([2, '', expect.stringContaining(fingerprint)]);
});

it('refuses by name what is damaged, of another version, something else, or not there', async () => {
  const folder = temporaryFolder();
  const refusal = async (name: string, change: (bytes: Buffer) => Uint8Array | string): Promise<string> => {
    const file = join(folder, name);
    writeFileSync(file, change(readFileSync(here.file)));
    const { status, stdout, stderr } = await runCli(['score', '--model', file], '{"text":"桥"}\n');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(name);
    return stderr;
  };
  const text = (bytes: Buffer): string => bytes.toString('latin1');
  const raw = (changed: string): Uint8Array => Buffer.from(changed, 'latin1');
  expect(await refusal('cut.jwmodel', (b) => b.subarray(0, b.length / 2))).toMatch(/已损坏/);
  expect(await refusal('longer.jwmodel', (b) => Buffer.concat([b, Buffer.from('x')]))).toMatch(/已损坏/);
  expect(await refusal('renamed.jwmodel', (b) => raw(text(b).replace('workspace@', 'workspace+')))).toMatch(
    /已损坏/,
  );
  expect(
    await refusal('new.jwmodel', (b) => raw(text(b).replace('JIANWEN-MODEL 1', 'JIANWEN-MODEL 2'))),
  ).toMatch(/另一个版本.*格式 2/);
  expect(await refusal('list.jwmodel', () => '- 标题一\n- 标题二\n')).toMatch(/不是鉴闻的模型文件/);
  expect(await refusal('empty.jwmodel', () => '')).toMatch(/不是鉴闻的模型文件/);
  expect((await runCli(['score', '--model', 'nowhere.jwmodel'], '{"text":"桥"}\n')).stderr).toMatch(
    /没有“nowhere.jwmodel”/,
  );
  expect((await runCli(['score', '--model', folder], '{"text":"桥"}\n')).stderr).toMatch(/是文件夹/);
  cpSync(here.file, join(folder, 'kept.jwmodel'));
  appendFileSync(join(folder, 'kept.jwmodel'), 'x');
  const imported = await runCli(['model', 'import', join(folder, 'kept.jwmodel'), '--data', folder]);
  expect([imported.status, imported.stderr]).toEqual([2, expect.stringMatching(/已损坏/)]);
  expect((await runCli(['model', 'show', '--data', folder])).stdout).toBe('');
});

it('notices every single changed byte', () => {
  const bytes = new Uint8Array(readFileSync(here.file));
  const head = Buffer.from(bytes).indexOf('}\n{"algorithm"') + 400;
  const place = fc.oneof(fc.nat(head), fc.nat(bytes.length - 1));
  fc.assert(
    fc.property(place, fc.integer({ min: 1, max: 255 }), (at, change) => {
      const before = bytes[at] as number;
      bytes[at] = before ^ change;
      const read = unpackModelFile(bytes, 'x.jwmodel');
      bytes[at] = before;
      // Base64 has spellings that mean the same key and signature.
      expect(read.ok && at < head - 400).toBe(false);
    }),
    { numRuns: 300 },
  );
});
