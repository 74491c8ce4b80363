import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { condensedText } from '#classifier/core/condense.ts';
import { compileRules } from './compile-rules.ts';
import { readPacks } from './read-packs.ts';
import { MAX_PACK_BYTES } from './rule-files.ts';

function packText(pack: string, id: string, word: string): string {
  return `pack: ${pack}
title: { zh: 包, en: Pack }
rules:
  - { id: ${id}, version: 1, axis: sensational, points: 1, zh: 说明, en: why, words: [${word}],
      ok: [一${word}, 二${word}], fail: [甲, 乙] }
`;
}

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'packs-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, content: string | Uint8Array): void {
  writeFileSync(join(folder, name), content);
}

function read() {
  const result = readPacks(folder, condensedText);
  if (!result.ok) throw new Error(result.trouble.sentence.en);
  return result.value;
}

describe('readPacks and compileRules', () => {
  it('join the packs of a folder in the order of their names', () => {
    write('b.yaml', packText('b', 'b-one', '震惊'));
    write('a.yaml', packText('a', 'a-one', '惊呆'));
    write('notes.txt', 'not a pack');
    const rules = compileRules(read().packs);
    expect(rules.troubles).toEqual([]);
    expect(rules.match('震惊又惊呆').map(({ rule }) => rule.id)).toEqual(['a-one', 'b-one']);
  });

  it('switch the later of two rules with one id off and name its file and line', () => {
    write('a.yaml', packText('a', 'same', '惊呆'));
    write('b.yaml', packText('b', 'same', '震惊'));
    const rules = compileRules(read().packs);
    expect(rules.rules.filter(({ id }) => id === 'same').map(({ pack }) => pack)).toEqual(['a']);
    expect(rules.match('震惊')).toEqual([]);
    expect(rules.troubles).toMatchObject([{ place: { file: join(folder, 'b.yaml'), line: 4 } }]);
  });

  it('leave out files that cannot be read and keep the others', () => {
    write('a.yaml', packText('a', 'a-one', '惊呆'));
    write('broken.yaml', 'pack: [');
    write('bytes.yaml', new Uint8Array([0xff, 0xfe, 0x41]));
    write('huge.yaml', '#'.repeat(MAX_PACK_BYTES + 1));
    mkdirSync(join(folder, 'sub.yaml'));
    const { packs, troubles } = read();
    expect(packs.map(({ id }) => id)).toEqual(['a']);
    expect(troubles.map(({ code }) => code)).toEqual([
      'rules-invalid',
      'file-not-utf8',
      'file-too-large',
      'file-unreadable',
    ]);
  });

  it('say so when the folder is missing', () => {
    const result = readPacks(join(folder, 'nowhere'), condensedText);
    expect(result).toMatchObject({ ok: false, trouble: { code: 'file-missing' } });
  });
});
