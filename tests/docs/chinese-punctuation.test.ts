import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const root = new URL('../../', import.meta.url);
/** Code stays as it is, and headlines are quoted as they were printed. */
const QUOTED = /`[^`]*`|“[^”]*”/g;
const HALF_WIDTH = /[\p{Script=Han}”》）]\**[,:;()!?]|[,:;()!?]\**[\p{Script=Han}“《（]/u;

it.each(['classifier/cli/bin.mjs', 'labels/README.md', 'seeds/README.md'])(
  'the Chinese sentences of %s have Chinese punctuation',
  (path) => {
    const [chinese = ''] = readFileSync(new URL(path, root), 'utf8').split('## In English');
    const lines = chinese
      .split('\n')
      .map((line) => (path.endsWith('.md') ? line.replace(QUOTED, '“引”') : line));
    expect(lines.filter((line) => HALF_WIDTH.test(line))).toEqual([]);
  },
);
