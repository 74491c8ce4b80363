import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';
import { ownFile, packageName } from './imports.ts';
import { ROOT } from './source-files.ts';

/** What `jianwen score` loads before it asks for anything more, and what each of its threads loads. */
const ENTRIES = [
  'classifier/cli/main.ts',
  'classifier/cli/commands/score.ts',
  'classifier/cli/score-worker.ts',
];

/** Packages that take some milliseconds or tens of them, or hundreds of megabytes, to load; with node:http comes the whole of fetch. */
const SLOW = [
  ...['node:http', 'node:https', 'node:crypto', 'node:zlib'],
  ...['nodejieba', 'better-sqlite3', 'zod', 'yaml', 're2js', 'csv-parse', 'csv-stringify', 'string-width'],
  ...['feedsmith', 'fflate', 'mammoth', 'parse5', 'read-excel-file', 'write-excel-file', 'hyparquet-writer'],
];

/** Files and packages that a file imports when it is loaded: neither types nor what is imported later. */
function importsAtLoad(path: string): readonly string[] {
  const { module } = parseSync(path, readFileSync(join(ROOT, path), 'utf8'));
  const exported = module.staticExports.flatMap(({ entries }) => entries);
  return [
    ...module.staticImports
      .filter(({ entries }) => entries.length === 0 || entries.some(({ isType }) => !isType))
      .map(({ moduleRequest }) => moduleRequest.value),
    ...exported.flatMap(({ moduleRequest, isType }) =>
      moduleRequest && !isType ? [moduleRequest.value] : [],
    ),
  ];
}

/** All packages that are loaded with some files. */
function packagesLoadedWith(entries: readonly string[]): ReadonlySet<string> {
  const packages = new Set<string>();
  const files = new Set(entries);
  for (const file of files) {
    for (const name of importsAtLoad(file)) {
      const own = ownFile(file, name);
      if (own !== null) files.add(own);
      else packages.add(name.startsWith('node:') ? name : packageName(name));
    }
  }
  return packages;
}

/** The engine, and the thread that the first list waits for: in a window that is started somebody waits for both. */
const ENGINE = ['electron/engine/index.ts', 'electron/engine/lists/thread.ts'];

/** What the engine needs from its first request on: the store and, to check what is kept in it, zod. */
const NEEDED = new Set(['better-sqlite3', 'zod', 'node:crypto']);

describe('the start of the engine', () => {
  it('loads no package that only an import, an export or a changed rule needs', () => {
    const packages = packagesLoadedWith(ENGINE);
    expect(SLOW.filter((name) => packages.has(name) && !NEEDED.has(name))).toEqual([]);
    expect(packages).toContain('better-sqlite3');
  });
});

describe('the start of `jianwen score`', () => {
  it('loads no package that is slow to load', () => {
    const packages = packagesLoadedWith(ENTRIES);
    expect(SLOW.filter((name) => packages.has(name))).toEqual([]);
    expect(packages).toContain('commander');
  });

  it('would be seen to load one', () => {
    expect(packagesLoadedWith(['classifier/store/open-workspace.ts'])).toContain('better-sqlite3');
    expect(packagesLoadedWith(['classifier/rules/parse-yaml.ts'])).toContain('yaml');
    expect(packagesLoadedWith(['classifier/network/fetch-document.ts'])).toContain('node:http');
  });
});
