import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { modelState } from '#classifier/core/model.ts';
import { readingIdentity } from '#classifier/core/reading-identity.ts';
import { anyHeadline, anyLabel } from '../../tests/helpers/headlines.ts';
import { giveLabel, temporaryFolder, testWorkspace } from '../../tests/helpers/workspace.ts';
import { faultsOf } from './backup.ts';
import { putWork, workOf } from './desk-work.ts';
import { headlineDigest } from './digest.ts';
import { eraseTraces } from './erase-traces.ts';
import { countDoomed, forget, isThere } from './forgetting.ts';
import { readModel, recount } from './open-workspace.ts';
import { pendingForgetting } from './pending-forgetting.ts';
import { putView, savedViews } from './saved-views.ts';
import { editorStandings } from './settling.ts';
import { redoStep, undoStep } from './undoing.ts';
import type { Workspace } from './workspace.ts';

const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      text: anyHeadline,
      label: anyLabel,
      annotator: fc.constantFrom('甲', '乙', ''),
      isRuling: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.constantFrom('undo' as const, 'redo' as const) },
);

function run(workspace: Workspace, next: typeof step extends fc.Arbitrary<infer S> ? S : never): void {
  if (next === 'undo') undoStep(workspace, crypto.randomUUID());
  else if (next === 'redo') redoStep(workspace, crypto.randomUUID());
  else giveLabel(workspace, next.text, next);
}

const opinionsIn = (workspace: Workspace) =>
  editorStandings(workspace.db).map(({ digest, standing: { opinions, ruling } }) => [
    digest,
    ...[...opinions, ruling].map((event) => [event?.annotator, event?.label]),
  ]);

it('leaves the counts of a rebuild, nothing of the editor, and nothing for undo or redo to bring back', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), fc.array(step, { maxLength: 8 }), (steps, after) => {
      const workspace = testWorkspace();
      const { db, reader, rules } = workspace;
      for (const next of steps) run(workspace, next);
      const told = countDoomed(workspace, { kind: 'annotator', annotator: '甲' });
      expect(forget(workspace, { kind: 'annotator', annotator: '甲' })).toEqual(told);
      const gone = () => db.prepare("SELECT count(*) FROM label_event WHERE annotator = '甲'").pluck().get();
      const isExact = () => {
        const kept = modelState(readModel(db).model);
        expect(modelState(workspace.model)).toEqual(kept);
        recount(db, reader, readingIdentity(rules));
        expect(modelState(readModel(db).model)).toEqual(kept);
      };
      expect([gone(), faultsOf(db)]).toEqual([0, []]);
      isExact();
      for (let at = 0; at < 30; at += 1) undoStep(workspace, crypto.randomUUID());
      for (let at = 0; at < 30; at += 1) redoStep(workspace, crypto.randomUUID());
      expect(gone()).toBe(0);
      for (const next of after) if (typeof next === 'string' || next.annotator !== '甲') run(workspace, next);
      expect([gone(), faultsOf(db)]).toEqual([0, []]);
      isExact();
      db.close();
    }),
    { numRuns: 60 },
  );
}, 60_000);

it('leaves others’ labels as they would be had the editor never been there, also those that the editor took back', () => {
  const workspace = testWorkspace();
  giveLabel(workspace, '甲地通车', { annotator: '乙' });
  giveLabel(workspace, '乙地开学', { annotator: '乙' });
  workspace.db.prepare("INSERT INTO desk_setting VALUES ('annotator', '甲')").run();
  undoStep(workspace, crypto.randomUUID());
  giveLabel(workspace, '甲地通车', { annotator: '甲', label: { sensational: false, implausible: true } });
  const digest = headlineDigest('甲地通车');
  for (const annotator of ['甲', '乙']) {
    const change = {
      field: 'note',
      digest,
      text: '甲地通车',
      value: `${annotator}的备注`,
      annotator,
    } as const;
    putWork(workspace.db, { ...change, madeAt: workspace.now() }, crypto.randomUUID());
  }
  expect(countDoomed(workspace, { kind: 'annotator', annotator: '甲' })).toEqual({
    headlines: 0,
    labels: 1,
    work: 1,
    views: 0,
  });
  forget(workspace, { kind: 'annotator', annotator: '甲' });
  expect(opinionsIn(workspace)).toEqual([
    [digest, ['乙', { sensational: true, implausible: false }], [undefined, undefined]],
  ]);
  expect(workOf(workspace.db, digest).note).toBe('乙的备注');
});

it('keeps the log append-only before and after, and leaves no trace of the text in the file', async () => {
  const folder = temporaryFolder();
  const workspace = testWorkspace(folder);
  giveLabel(workspace, '绝密标题绝密标题', { annotator: '甲' });
  giveLabel(workspace, '别的标题', { annotator: '乙' });
  forget(workspace, { kind: 'annotator', annotator: '甲' });
  expect((await eraseTraces(folder)).ok).toBe(true);
  expect(() => workspace.db.exec('DELETE FROM label_event')).toThrow('never deleted');
  expect(() => workspace.db.exec("UPDATE label_event SET text = ''")).toThrow('never changed');
  const { file } = workspace;
  for (const end of ['', '-wal']) expect(readFileSync(file + end).includes('绝密标题绝密标题')).toBe(false);
  expect(readFileSync(file).includes('别的标题')).toBe(true);
});

it('leaves no feature of a headline whose label was taken back, neither in the counts nor in what waits for them', () => {
  const workspace = testWorkspace();
  const { db } = workspace;
  const features = () => db.prepare('SELECT * FROM gram_count ORDER BY key').all();
  const before = features();
  giveLabel(workspace, '绝密标题', { annotator: '甲' });
  undoStep(workspace, crypto.randomUUID());
  forget(workspace, { kind: 'annotator', annotator: '甲' });
  expect(db.prepare('SELECT count(*) FROM count_change').pluck().get()).toBe(0);
  expect(features()).toEqual(before);
});

it('takes the name from assignments by others and from views, and finds it where it stands nowhere else', () => {
  const workspace = testWorkspace();
  const { db } = workspace;
  const digest = headlineDigest('甲地通车');
  const assigned = {
    field: 'assignee',
    digest,
    text: '甲地通车',
    annotator: '乙',
    madeAt: workspace.now(),
  } as const;
  putWork(db, { ...assigned, value: '丙' }, crypto.randomUUID());
  putWork(db, { ...assigned, value: '甲' }, crypto.randomUUID());
  for (const annotator of ['甲', '乙'])
    putView(db, { id: annotator, name: '看', choice: JSON.stringify({ annotator }) });
  const doomed = { kind: 'annotator', annotator: '甲' } as const;
  expect(isThere(workspace, doomed)).toBe(true);
  expect(forget(workspace, doomed)).toEqual({ headlines: 0, labels: 0, work: 1, views: 1 });
  expect(workOf(db, digest).assignee).toBe('丙');
  expect(savedViews(db).map(({ id }) => id)).toEqual(['乙']);
  expect(isThere(workspace, doomed)).toBe(false);
  const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
  const rows = tables.map((table) => JSON.stringify(db.prepare(`SELECT * FROM "${table}"`).all()));
  expect(rows.filter((row) => row.includes('"甲"'))).toEqual([]);
});

it('sets a mark in the transaction that deletes, and none where there is nothing to delete', () => {
  const workspace = testWorkspace();
  giveLabel(workspace, '甲地通车', { annotator: '甲' });
  forget(workspace, { kind: 'feed', feedId: 9, withLabels: true });
  forget(workspace, { kind: 'annotator', annotator: '乙' });
  expect(pendingForgetting(workspace.db)).toBeNull();
  forget(workspace, { kind: 'annotator', annotator: '甲' });
  expect(pendingForgetting(workspace.db)).toMatchObject({ feeds: [] });
});
