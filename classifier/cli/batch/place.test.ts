import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { findPlace, inputIdentity, type Place, placeName, type RunIdentity, savePlace } from './place.ts';

const PLACE: Place = {
  feed: 0,
  offset: 100,
  lines: 7,
  written: 5,
  bands: [5, 1, 0],
  insufficient: 2,
  troubles: 1,
  leftOut: [{ reason: '空行', lines: 2 }],
};

let input: string;
let output: string;
let identity: RunIdentity;

beforeEach(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jianwen-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  [input, output] = [join(folder, 'feed.jsonl'), join(folder, 'out.jsonl')];
  writeFileSync(input, '{"text":"桥"}\n');
  writeFileSync(`${output}.partial`, 'a\nb\nc\n');
  identity = { model: 'starter@1.a', options: '[]', inputs: [await inputIdentity(input)] };
});

async function refusalOf(now: RunIdentity): Promise<string | null> {
  const found = await findPlace(output, now);
  return found.ok ? null : found.trouble.sentence.en;
}

it('finds the place that was kept, and none where none was', async () => {
  expect(await findPlace(output, identity)).toEqual({ ok: true, value: null });
  await savePlace(output, identity, PLACE);
  expect(await findPlace(output, identity)).toEqual({ ok: true, value: PLACE });
});

it('refuses by name where something has changed', async () => {
  await savePlace(output, identity, PLACE);
  expect(await refusalOf({ ...identity, model: 'workspace@12' })).toContain('workspace@12');
  expect(await refusalOf({ ...identity, options: '[1]' })).toContain('options');
  expect(await refusalOf({ ...identity, inputs: [] })).toContain('feed.jsonl');
  expect(await refusalOf({ ...identity, inputs: [...identity.inputs, '["/tmp/b.jsonl"]'] })).toContain(
    'b.jsonl',
  );
  appendFileSync(input, '{"text":"路"}\n');
  expect(await refusalOf({ ...identity, inputs: [await inputIdentity(input)] })).toContain('feed.jsonl');
  rmSync(input);
  expect(await refusalOf({ ...identity, inputs: [await inputIdentity(input)] })).toContain('feed.jsonl');
  expect(await refusalOf(identity)).toBeNull();
});

it('refuses where what the run left is damaged or gone', async () => {
  await savePlace(output, identity, PLACE);
  const kept = readFileSync(placeName(output), 'utf8');
  for (const text of [
    '',
    '{',
    'null',
    '{}',
    kept.slice(0, -10),
    kept.replace('"offset":100', '"offset":-0.5'),
  ]) {
    writeFileSync(placeName(output), text);
    expect(await refusalOf(identity)).toContain('damaged');
  }
  writeFileSync(placeName(output), kept);
  writeFileSync(`${output}.partial`, 'a\n');
  expect(await refusalOf(identity)).toContain('damaged');
  rmSync(`${output}.partial`);
  expect(await refusalOf(identity)).toContain('missing');
});
