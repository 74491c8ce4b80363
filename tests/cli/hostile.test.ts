import { describe, expect, it } from 'vitest';
import { ESCAPES, HOSTILE } from '../hostile/corpus.ts';
import { runCli } from './run-cli.ts';

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
});
