import {
  appendFileSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { modelState } from '#classifier/core/model.ts';
import { HEADLINE_LIMIT } from '#classifier/interchange/headline-limit.ts';
import { DATABASE_NAME } from '#classifier/store/database-name.ts';
import { editorStandings } from '#classifier/store/settling.ts';
import { redoStep, undoStep } from '#classifier/store/undoing.ts';
import type { Workspace } from '#classifier/store/workspace.ts';
import { anyHeadline, anyLabel } from '../../tests/helpers/headlines.ts';
import { giveLabel, temporaryFolder, testTools, testWorkspace } from '../../tests/helpers/workspace.ts';
import { flushBehind, followLog, rewriteJournal } from './journal/journal.ts';
import { JOURNAL } from './journal/journal-files.ts';
import { importLabels } from './label-files.ts';

/** What every editor thinks of every headline, and what the model has learned of it. */
function stateOf(workspace: Workspace): unknown {
  const standings = editorStandings(workspace.db).map(({ digest, standing: { opinions, ruling } }) => [
    digest,
    ...[...opinions, ruling].map((event) => [event?.annotator, event?.label, event?.labelledAt, event?.note]),
  ]);
  return { standings, model: modelState(workspace.model) };
}

const linesIn = (folder: string): string[] =>
  readdirSync(join(folder, JOURNAL))
    .sort()
    .flatMap((name) =>
      readFileSync(join(folder, JOURNAL, name), 'utf8')
        .trimEnd()
        .split('\n'),
    );

function deleteDatabase(folder: string, workspace: Workspace): void {
  workspace.db.close();
  for (const end of ['', '-wal', '-shm']) rmSync(join(folder, DATABASE_NAME + end), { force: true });
}

const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      text: anyHeadline,
      label: anyLabel,
      annotator: fc.constantFrom('甲', '乙', ''),
      isRuling: fc.boolean(),
      // The clock is set back now and then.
      labelledAt: fc
        .integer({ min: 0, max: 50 })
        .map((day) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString()),
      note: fc.option(fc.constantFrom('备注', '两行\n备注')),
    }),
  },
  { weight: 1, arbitrary: fc.constantFrom('undo' as const, 'redo' as const) },
);

it('gives every label back after the database was deleted, whatever was labelled, ruled, undone and redone, on any clock', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const folder = temporaryFolder();
      const workspace = testWorkspace(folder);
      for (const next of steps) {
        if (next === 'undo') undoStep(workspace, crypto.randomUUID());
        else if (next === 'redo') redoStep(workspace, crypto.randomUUID());
        else giveLabel(workspace, next.text, next);
        expect(followLog(workspace).ok).toBe(true);
      }
      const before = stateOf(workspace);
      deleteDatabase(folder, workspace);
      const again = testWorkspace(folder);
      if (steps.some((next) => typeof next !== 'string'))
        expect(await importLabels(again, join(folder, JOURNAL))).toMatchObject({ value: { troubles: [] } });
      expect(stateOf(again)).toEqual(before);
      again.db.close();
    }),
    { numRuns: 40 },
  );
}, 60_000);

it('adds each entry once, cuts off half a line, and goes on in a new file when one is full', () => {
  const folder = temporaryFolder();
  const workspace = testWorkspace(folder);
  for (let at = 0; at < 5; at += 1) {
    giveLabel(workspace, `第${at}号：老井喷出牛奶`);
    followLog(workspace, { largest: 600 });
    followLog(workspace, { largest: 600 });
  }
  const lines = linesIn(folder);
  expect(lines.map((line) => JSON.parse(line).text)).toEqual(
    [0, 1, 2, 3, 4].map((at) => `第${at}号：老井喷出牛奶`),
  );
  const names = readdirSync(join(folder, JOURNAL)).sort();
  expect(names.length).toBeGreaterThan(1);
  appendFileSync(join(folder, JOURNAL, names.at(-1) ?? ''), '{"text":"断');
  giveLabel(workspace, '断电之后');
  followLog(workspace, { largest: 600 });
  expect(linesIn(folder).map((line) => JSON.parse(line).text)).toHaveLength(6);
});

it('goes on after a line, and after half a line, of any length', () => {
  const folder = temporaryFolder();
  const workspace = testWorkspace(folder);
  const texts = [10, 700, 2_000, HEADLINE_LIMIT].map((length) => '长'.repeat(length));
  for (const text of texts) {
    giveLabel(workspace, text);
    followLog(workspace);
    appendFileSync(join(folder, JOURNAL, 'labels-0001.jsonl'), `{"text":"${text}`);
  }
  giveLabel(workspace, '断电之后');
  followLog(workspace);
  expect(linesIn(folder).map((line) => JSON.parse(line).text)).toEqual([...texts, '断电之后']);
});

// What is written to no address of a process's memory fails as a broken disk does.
it.runIf(process.platform === 'linux')(
  'says that the disk failed it, and has what it lacks once it is written again',
  () => {
    const folder = temporaryFolder();
    const workspace = testWorkspace(folder);
    giveLabel(workspace, '甲地通车');
    mkdirSync(join(folder, JOURNAL));
    const file = join(folder, JOURNAL, 'labels-0001.jsonl');
    symlinkSync('/proc/self/mem', file);
    expect(followLog(workspace)).toMatchObject({
      trouble: { sentence: { en: expect.stringContaining('(EIO)') } },
    });
    giveLabel(workspace, '乙地开学');
    rmSync(file);
    expect(followLog(workspace)).toMatchObject({ ok: true });
    expect(linesIn(folder).map((line) => JSON.parse(line).text)).toEqual(['甲地通车', '乙地开学']);
  },
);

it('has a line before the disk does, and tells when that has it', async () => {
  const folder = temporaryFolder();
  const workspace = testWorkspace(folder);
  giveLabel(workspace, '甲地通车');
  const ended = Promise.withResolvers<unknown>();
  expect(followLog(workspace, { flush: flushBehind(workspace, ended.resolve) })).toMatchObject({ value: 1 });
  expect(linesIn(folder)).toHaveLength(1);
  expect(await ended.promise).toBeNull();
});

it.runIf(process.platform === 'linux')('tells of a disk that does not take a line', async () => {
  const workspace = testWorkspace(temporaryFolder());
  const refused = Promise.withResolvers<unknown>();
  flushBehind(workspace, refused.resolve)(openSync('/dev/null', 'w'));
  expect(await refused.promise).toMatchObject({ sentence: { en: expect.stringContaining('(EINVAL)') } });
});

it('writes the whole log into a new file where the database is another one, and leaves the old one', async () => {
  const folder = temporaryFolder();
  const first = testWorkspace(folder);
  for (const text of ['甲地通车', '乙地开学']) giveLabel(first, text);
  followLog(first);
  deleteDatabase(folder, first);
  const second = testWorkspace(folder, { ...testTools(), now: () => '2026-05-05T00:00:00.000Z' });
  for (const text of ['丙地丰收', '丁地涨水', '戊地通航']) giveLabel(second, text);
  followLog(second);
  expect(linesIn(folder).map((line) => JSON.parse(line).text)).toEqual([
    '甲地通车',
    '乙地开学',
    '丙地丰收',
    '丁地涨水',
    '戊地通航',
  ]);
  expect(await importLabels(second, join(folder, JOURNAL))).toMatchObject({ value: { added: 2, known: 3 } });
});

it('forgets what it said when it is written anew, and says why it cannot be written', () => {
  const folder = temporaryFolder();
  const workspace = testWorkspace(folder);
  giveLabel(workspace, '甲地通车');
  followLog(workspace);
  appendFileSync(
    join(folder, JOURNAL, 'labels-0001.jsonl'),
    '{"text":"别人的","sensational":true,"implausible":true}\n',
  );
  rewriteJournal(workspace);
  expect(linesIn(folder)).toHaveLength(1);
  rmSync(join(folder, JOURNAL), { recursive: true });
  writeFileSync(join(folder, JOURNAL), '');
  expect(rewriteJournal(workspace)).toMatchObject({
    trouble: { sentence: { zh: expect.stringContaining('里面可能还有') } },
  });
  expect(followLog(workspace)).toMatchObject({
    ok: false,
    trouble: { place: { file: join(folder, JOURNAL) } },
  });
});
