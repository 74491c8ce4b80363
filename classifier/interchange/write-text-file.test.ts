import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../tests/helpers/workspace.ts';
import { writeTextFile } from './write-text-file.ts';

describe('writeTextFile', () => {
  it('replaces a file as a whole and leaves nothing beside it', async () => {
    const folder = temporaryFolder();
    const path = join(folder, '标注.jsonl');
    writeFileSync(path, 'old');
    expect(await writeTextFile(path, '新\n')).toEqual({ ok: true, value: undefined });
    expect(readFileSync(path, 'utf8')).toBe('新\n');
    expect(readdirSync(folder)).toEqual(['标注.jsonl']);
  });

  it('refuses a folder, and a place that is not there, by name', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'labels'));
    expect(await writeTextFile(join(folder, 'labels'), '')).toMatchObject({
      ok: false,
      trouble: { code: 'file-is-folder' },
    });
    const nowhere = join(folder, 'missing', 'labels.jsonl');
    expect(await writeTextFile(nowhere, '')).toMatchObject({
      ok: false,
      trouble: { code: 'file-unwritable', place: { file: nowhere } },
    });
    expect(readdirSync(folder)).toEqual(['labels']);
  });
});
