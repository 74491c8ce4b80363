import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = new URL('../../', import.meta.url);
/** What editors read: the strings of window and command, the manual, and what goes with a data set. */
const READ = [
  'renderer/strings/*.ts',
  'electron/main/strings.ts',
  'classifier/cli/strings/*.ts',
  'classifier/desk/data-sets.ts',
  'classifier/interchange/data-sets/datasheet.ts',
  'docs/manual/{zh,en}.md',
  'README.md',
];
const OTHER_NAMES = /评估流|随机(?:评估|检查|样本流)|random (?:stream|check)/i;

it('the random audit, 随机抽查, has one name in each language', () => {
  const files = READ.flatMap((pattern) => globSync(pattern, { cwd: fileURLToPath(root) }));
  const texts = files.map((path) => ({ path, text: readFileSync(new URL(path, root), 'utf8') }));
  expect(texts.filter(({ text }) => OTHER_NAMES.test(text)).map(({ path }) => path)).toEqual([]);
  for (const name of [/随机抽查/, /random audit/i])
    expect(texts.filter(({ text }) => name.test(text)).length, String(name)).toBeGreaterThan(3);
});
