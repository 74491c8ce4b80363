import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openAside } from './aside.ts';

const reason = { zh: '标题一栏是空的', en: 'the headline is empty' };

it('keeps rows of an archive’s files that share a number, once, in a run that goes on', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jianwen-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'rejected.csv');
  const ofArchive = [
    { row: 3, reason, content: 'a.csv:3: ,=1' },
    { row: 3, reason, content: 'b.csv:3: ,乙' },
  ];
  const first = await openAside(path, false, 'zh');
  first.add('包.zip', ofArchive);
  expect(first.counts()).toEqual({ kept: 2, more: 0 });
  await first.save();
  const written = readFileSync(path, 'utf8');
  const second = await openAside(path, true, 'zh');
  second.add('包.zip', ofArchive);
  second.add('尾.jsonl', [{ row: 3, reason, content: '{' }]);
  expect(second.counts()).toEqual({ kept: 3, more: 0 });
  await second.save();
  expect(readFileSync(path, 'utf8')).toBe(`${written}尾.jsonl,3,标题一栏是空的,{\n`);
});
