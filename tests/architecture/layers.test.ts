import { describe, expect, it } from 'vitest';
import { importsOf, packageName } from './imports.ts';
import { violations } from './layers.ts';
import { isTest, type SourceFile, sourceFiles } from './source-files.ts';

const files = sourceFiles(['classifier', 'electron', 'renderer']).filter(({ path }) => !isTest(path));

function importersOf(name: string): readonly string[] {
  return files
    .filter((file) => importsOf(file).some((imported) => packageName(imported.name) === name))
    .map(({ path }) => path);
}

describe('the architecture', () => {
  it('has files to look at', () => {
    expect(files.length).toBeGreaterThan(50);
  });

  it('has no import that its table does not allow', () => {
    expect(files.flatMap(violations)).toEqual([]);
  });

  it('touches each native or heavy package in one place only', () => {
    expect(importersOf('nodejieba')).toHaveLength(1);
    expect(importersOf('natural')).toHaveLength(1);
    expect(importersOf('better-sqlite3').filter((path) => !path.startsWith('classifier/store/'))).toEqual([]);
    expect(importersOf('electron').filter((path) => !/^electron\/(main|preload)\//.test(path))).toEqual([]);
  });
});

describe('the check itself', () => {
  const forbidden: readonly (readonly [string, string])[] = [
    ['classifier/core/a.ts', "import { readFileSync } from 'node:fs';"],
    ['classifier/core/a.ts', "import type { Store } from '#classifier/store/workspace.ts';"],
    ['classifier/core/a.ts', "export * from 'zod';"],
    ['classifier/core/a.ts', "import { cut } from '../text/chinese.ts';"],
    ['classifier/text/a.ts', "import natural from 'natural';"],
    ['classifier/rules/a.ts', "import jieba from 'nodejieba';"],
    ['classifier/store/a.ts', "import { main } from '#classifier/cli/main.ts';"],
    ['classifier/evaluate/a.ts', "const database = await import('better-sqlite3');"],
    ['classifier/cli/a.ts', "const electron = require('electron');"],
    ['classifier/loose.ts', ''],
    ['electron/contract/a.ts', "import { score } from '#classifier/core/score.ts';"],
    ['electron/main/a.ts', "import { openWorkspace } from '#classifier/store/open-workspace.ts';"],
    ['electron/main/a.ts', "import { serve } from '../engine/index.ts';"],
    ['electron/preload/a.ts', "import { join } from 'node:path';"],
    ['electron/engine/a.ts', "import { app } from 'electron';"],
    ['renderer/a.tsx', "import { bandOf } from '#classifier/core/bands.ts';"],
    ['renderer/a.tsx', "let view: import('#classifier/store/feeds.ts').Feed;"],
    ['renderer/a.tsx', 'const page = await import(name);'],
  ];

  it.each(forbidden)('catches in %s: %s', (path, text) => {
    expect(violations({ path, text } satisfies SourceFile)).toHaveLength(1);
  });

  it.each([
    ['classifier/store/a.ts', "import type { Axis } from '#classifier/core/axis.ts';\nimport './b.ts';"],
    ['classifier/text/a.ts', "import stem from 'natural/lib/natural/stemmers/porter_stemmer.js';"],
    [
      'renderer/a.tsx',
      "import type { Axis } from '#classifier/core/axis.ts';\nimport { useState } from 'react';",
    ],
    ['renderer/a.tsx', "import { failed } from '#classifier/core/result.ts';"],
    ['electron/packaging/a.ts', "import { run } from '../../scripts/setup/run.mjs';"],
  ])('lets pass in %s: %s', (path, text) => {
    expect(violations({ path, text })).toEqual([]);
  });
});
