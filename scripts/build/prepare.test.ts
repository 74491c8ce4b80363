import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { compileModel } from '#classifier/core/compiled-model.ts';
import { modelState } from '#classifier/core/model.ts';
import { readingIdentity } from '#classifier/core/reading-identity.ts';
import { assemble, starterModel } from '#classifier/desk/assemble.ts';
import { PREPARED, preparedIn } from '#classifier/desk/prepared.ts';
import { prepare } from './prepare.ts';

const ROOT = join(import.meta.dirname, '../..');

describe('prepare', () => {
  it('keeps what the program would otherwise make when it starts', { timeout: 60_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'jianwen-prepared-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    await prepare(ROOT, folder);
    const prepared = preparedIn(folder);
    const resources = { labels: join(ROOT, 'labels'), rules: join(ROOT, 'classifier/rules/packs') };
    const assembled = await assemble(resources, folder);
    if (!assembled.ok) throw new Error(assembled.trouble.sentence.en);
    const { rules, starter, reader, lexicon } = assembled.value;
    const reading = readingIdentity(rules);

    expect(prepared.starterLabels()?.()).toEqual(starter);
    const made = starterModel(assembled.value);
    const kept = prepared.starterModel(reading);
    if (kept === null) throw new Error('no model');
    expect({ ...kept, ...modelState(kept) }).toMatchObject({
      name: made.name,
      settings: made.settings,
      ...modelState(made),
    });
    expect(prepared.starterCompiled(reading)?.weights).toEqual(compileModel(made).weights);
    expect(prepared.lexicon()?.weights).toEqual(lexicon().weights);
    expect(reader.cutWords('恐龙宠物').size).toBe(2);

    expect(prepared.starterModel(`${reading} own-rule@1`)).toBeNull();
    expect(prepared.starterCompiled(`${reading} own-rule@1`)).toBeNull();
    writeFileSync(join(folder, PREPARED.starterModel), 'damaged');
    expect(prepared.starterModel(reading)).toBeNull();
  });

  it('is not needed', () => {
    const prepared = preparedIn('/nonexistent/prepared');
    expect(prepared.lexicon()).toBeNull();
    expect(prepared.starterLabels()).toBeNull();
    expect(prepared.starterCompiled('')).toBeNull();
  });
});
