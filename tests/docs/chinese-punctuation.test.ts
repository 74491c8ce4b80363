import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = new URL('../../', import.meta.url);
/** Code stays as it is, and headlines are quoted as they were printed. */
const QUOTED = /`[^`]*`|“[^”]*”/g;
const HALF_WIDTH = /[\p{Script=Han}”》）]\**[,:;()!?]|[,:;()!?]\**[\p{Script=Han}“《（]/u;
/** What is said in Chinese in a pack: a value in quotation marks, or one that goes to the end of its line. */
const SAID = /\bzh: (?:'([^']*)'|([^'{\n]*?)(?:, en: .*)?$)/gm;
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

it('what rules and ranges say in Chinese has Chinese punctuation', () => {
  const packs = fileURLToPath(new URL('classifier/rules/packs/', root));
  const said = globSync('**/*.yaml', { cwd: packs }).flatMap((path) =>
    Array.from(
      readFileSync(`${packs}${path}`, 'utf8').matchAll(SAID),
      ([, quoted, plain]) => quoted ?? plain ?? '',
    ),
  );
  expect(said.length).toBeGreaterThan(200);
  expect(said.filter((text) => /[,:;()!?]/.test(text))).toEqual([]);
});
