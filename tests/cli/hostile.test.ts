import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../helpers/workspace.ts';
import { ESCAPES, HOSTILE } from '../hostile/corpus.ts';
import { formsOf } from '../hostile/forms.ts';
import { commandLine, jsonLines, runCli } from './run-cli.ts';

/** Everything that a terminal would obey: C0 but line ends and tabs, DEL, C1. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const OBEYED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;

const texts = [...Object.values(HOSTILE), ...Object.values(ESCAPES)];
const list = `${texts.map((text) => JSON.stringify({ text })).join('\n')}\n`;

describe('what the command says of hostile headlines', { timeout: 60_000 }, () => {
  it('holds nothing that a terminal obeys, in the table and in messages', async () => {
    const { stdout, stderr } = await runCli(['score', '--format', 'table'], list);
    expect(stdout.split('\n').length).toBeGreaterThan(texts.length);
    expect(OBEYED.exec(stdout + stderr)).toBeNull();
  });

  it.each(['jsonl', 'csv'])(
    'gives programs the very texts, and says nothing raw beside: %s',
    async (format) => {
      const { stdout, stderr } = await runCli(['score', '--format', format], list);
      expect(stdout).toContain(
        format === 'csv' ? 'DROP TABLE' : JSON.stringify(ESCAPES['colours and title']),
      );
      expect(OBEYED.exec(stderr)).toBeNull();
    },
  );

  it.skipIf(!existsSync('/usr/bin/script')).each(['jsonl', 'csv'])(
    'gives a terminal nothing that it obeys, and a file the very bytes: %s',
    async (format) => {
      const file = join(temporaryFolder(), 'list.jsonl');
      writeFileSync(file, list);
      const { program, environment } = commandLine();
      const words = [...program, 'score', file, '--format', format];
      const command = `${words.map((word) => `'${word}'`).join(' ')} 2>/dev/null`;
      const onTerminal = execFileSync('script', ['-qec', command, '/dev/null'], { env: environment });
      const shown = onTerminal.toString().replaceAll('\r\n', '\n');
      expect(shown.trimEnd().split('\n').length).toBeGreaterThanOrEqual(texts.length);
      expect(OBEYED.exec(shown)).toBeNull();
      const { stdout } = await runCli(words.slice(2));
      expect(stdout).toContain(ESCAPES['C1 controls']);
    },
  );

  it('is imported in every form, labelled, exported and learned elsewhere, all of it', async () => {
    const folder = temporaryFolder();
    const [here, there] = [join(folder, 'here'), join(folder, 'there')];
    const files = Object.entries(formsOf(texts)).map(([name, bytes]) => {
      writeFileSync(join(folder, name), bytes);
      return join(folder, name);
    });
    expect((await runCli(['import', ...files, '--data', here])).status).toBeLessThan(2);
    const labels = texts.map((text) => ({
      text,
      sensational: true,
      implausible: false,
      note: text,
      annotator: '甲',
    }));
    const given = join(folder, 'given.jsonl');
    writeFileSync(given, labels.map((label) => `${JSON.stringify(label)}\n`).join(''));
    expect((await runCli(['label', 'import', given, '--data', here])).status).toBe(0);
    for (const format of ['csv', 'xlsx']) {
      const out = join(folder, `out.${format}`);
      expect((await runCli(['label', 'export', out, '--format', format, '--data', here])).status).toBe(0);
    }
    expect(readFileSync(join(folder, 'out.csv'), 'utf8')).not.toMatch(/(^|[,\n])"?[=+\-@＝]/);
    const out = join(folder, 'out.jsonl');
    expect((await runCli(['export', out, '--data', here])).status).toBe(0);
    expect((await runCli(['label', 'import', out, '--data', there])).status).toBe(0);
    const again = join(folder, 'again.jsonl');
    expect((await runCli(['export', again, '--data', there])).status).toBe(0);
    const told = jsonLines(readFileSync(again, 'utf8')).map(({ text, note }) => [text, note]);
    expect(told.toSorted()).toEqual(texts.map((text) => [text, text]).toSorted());
    expect(readFileSync(again, 'utf8')).toBe(readFileSync(out, 'utf8'));
    expect((await runCli(['db', 'check', '--data', here])).status).toBe(0);
  });
});
