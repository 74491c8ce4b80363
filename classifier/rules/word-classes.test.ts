import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { condensedText } from '#classifier/core/condense.ts';
import { stemKey } from '#classifier/core/grams.ts';
import { createSignFinder } from '#classifier/core/sign-finder.ts';
import { classFeatureName } from '#classifier/core/word-classes.ts';
import { temporaryFolder } from '../../tests/helpers/workspace.ts';
import { readWordClasses } from './read-word-classes.ts';

const PACKS = join(import.meta.dirname, 'packs');

describe('the shipped word classes', () => {
  const shipped = readWordClasses(PACKS, condensedText);
  const classes = shipped.ok ? shipped.value : [];

  it('are read, each with an id of its own and no word twice', () => {
    expect(shipped.ok).toBe(true);
    expect(new Set(classes.map(({ id }) => id)).size).toBe(classes.length);
    for (const { id, words } of classes) expect([id, words.length]).toEqual([id, new Set(words).size]);
  });

  it('are those that FEATURES_VERSION 2 stands for: raise it in reading-identity.ts with every change', () => {
    expect(stemKey(JSON.stringify(classes.map(({ id, words }) => [id, words])))).toBe(2052868792700764);
  });

  it('see an animal in office', () => {
    const names = createSignFinder({ rules: [], classes })
      .placeClasses('三只边牧入职')
      .map((feature) => classFeatureName(feature).zh);
    expect(names).toContain('动物 + 人的职司');
  });
});

describe('readWordClasses', () => {
  it('gives none where there is no folder of classes', () => {
    expect(readWordClasses(temporaryFolder(), condensedText)).toEqual({ ok: true, value: [] });
  });

  it('names file and line of the first fault', () => {
    const packs = temporaryFolder();
    mkdirSync(join(packs, 'classes'));
    writeFileSync(join(packs, 'classes', 'a.yaml'), 'classes:\n  - id: a\n    zh: 甲\n    words: [乙]\n');
    const result = readWordClasses(packs, condensedText);
    expect(result.ok ? null : result.trouble).toMatchObject({ code: 'rules-invalid', place: { line: 2 } });
  });
});
