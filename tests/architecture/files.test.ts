import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasDefaultExport } from './imports.ts';
import { isTest, ROOT, sourceFiles } from './source-files.ts';

const MOST_LINES = 400;
const MEDIAN_LINES = 90;

const files = sourceFiles(['classifier', 'electron', 'renderer', 'scripts', 'tests']);
const code = files.filter(({ path }) => /^(classifier|electron|renderer)\//.test(path) && !isTest(path));

function lines(text: string): number {
  return text.trimEnd().split('\n').length;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

describe('files', () => {
  it(`has none over ${MOST_LINES} lines`, () => {
    expect(files.filter(({ text }) => lines(text) > MOST_LINES).map(({ path }) => path)).toEqual([]);
  });

  it(`has a median under ${MEDIAN_LINES} lines`, () => {
    expect(median(code.map(({ text }) => lines(text)))).toBeLessThan(MEDIAN_LINES);
  });

  it('has no default export', () => {
    expect(files.filter(hasDefaultExport).map(({ path }) => path)).toEqual([]);
    expect(hasDefaultExport({ path: 'a.ts', text: 'export default 1;' })).toBe(true);
    expect(hasDefaultExport({ path: 'a.ts', text: "export { b as default } from './b.ts';" })).toBe(true);
  });
});

describe('dependencies', () => {
  const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const versions: readonly (readonly [string, string])[] = Object.entries({
    ...manifest.dependencies,
    ...manifest.devDependencies,
  });
  const document = readFileSync(join(ROOT, 'docs/dependencies.md'), 'utf8');

  it('pins each exactly', () => {
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('names each in docs/dependencies.md with what it is for', () => {
    expect(versions.map(([name]) => name).filter((name) => !document.includes(`\n| \`${name}\` |`))).toEqual(
      [],
    );
  });

  it('says of each there what it is for and why it is this one', () => {
    const rows = document.split('\n').filter((line) => line.startsWith('| `'));
    const cells = rows.map((row) =>
      row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
    expect(cells.length).toBeGreaterThanOrEqual(versions.length);
    expect(cells.filter((cell) => cell.length !== 3 || cell.some((text) => text === ''))).toEqual([]);
  });

  it('names none there that is gone', () => {
    const named = [...document.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name);
    const known = new Set(versions.map(([name]) => name));
    expect(named.filter((name) => name === undefined || !known.has(name))).toEqual([]);
  });
});
