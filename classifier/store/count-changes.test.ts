import fc from 'fast-check';
import { expect, it } from 'vitest';
import { modelState } from '#classifier/core/model.ts';
import { giveLabel, temporaryFolder, testWorkspace } from '../../tests/helpers/workspace.ts';
import { countChanges, mergeChanges, mergeSteps } from './count-changes.ts';
import { headlineDigest } from './digest.ts';
import { putLabels } from './labelling.ts';
import { openReader } from './open-database.ts';
import { type FollowedModel, followModel, readModel } from './open-workspace.ts';
import { undoStep } from './undoing.ts';
import type { Workspace } from './workspace.ts';

const TEXTS = ['桥塌了', '恐龙宠物开售', '百岁老太长出新牙', '市教育局通知'];

const DEEDS = ['label', 'undo', 'file', 'merge', 'some', 'follow'] as const;
interface Deed {
  readonly what: (typeof DEEDS)[number];
  readonly text: string;
  readonly sensational: boolean;
}

const deed: fc.Arbitrary<Deed> = fc.record({
  what: fc.constantFrom(...DEEDS),
  text: fc.constantFrom(...TEXTS),
  sensational: fc.boolean(),
});

function carryOut(workspace: Workspace, { what, text, sensational }: Deed): void {
  const { db, now } = workspace;
  const label = { sensational, implausible: !sensational };
  const said = {
    text,
    digest: headlineDigest(text),
    annotator: '',
    note: null,
    extra: null,
    labelledAt: now(),
  };
  if (what === 'label') giveLabel(workspace, text, { label, annotator: '' });
  else if (what === 'undo') undoStep(workspace, crypto.randomUUID());
  else if (what === 'file') putLabels(workspace, [{ ...said, label, origin: 'import', dated: false }]);
  else if (what === 'merge') mergeChanges(db);
  else if (what === 'some') mergeSteps(db).next();
}

it('keeps the counts that are followed, read whole and in memory alike through any history', () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 25 }), (deeds) => {
      const folder = temporaryFolder();
      const workspace = testWorkspace(folder);
      const reader = openReader(folder);
      let followed: FollowedModel | undefined;
      for (const one of deeds) {
        carryOut(workspace, one);
        if (one.what === 'follow') followed = followModel(reader, followed);
      }
      followed = followModel(reader, followed);
      const { model } = workspace;
      expect(followed.model.name).toBe(model.name);
      expect(modelState(followed.model)).toEqual(modelState(model));
      expect(modelState(readModel(reader).model)).toEqual(modelState(model));
      mergeChanges(workspace.db);
      expect(countChanges(workspace.db)).toBe(0);
      expect(modelState(readModel(reader).model)).toEqual(modelState(model));
      reader.close();
      workspace.db.close();
    }),
    { numRuns: 40 },
  );
});

it('writes one row a label, and takes over the counts of a model that is followed', () => {
  const folder = temporaryFolder();
  const workspace = testWorkspace(folder);
  const reader = openReader(folder);
  const before = followModel(reader, undefined);
  giveLabel(workspace, '桥塌了');
  expect(countChanges(workspace.db)).toBe(1);
  const after = followModel(reader, before);
  expect(after.model.grams).toBe(before.model.grams);
  mergeChanges(workspace.db);
  giveLabel(workspace, '恐龙宠物开售');
  mergeChanges(workspace.db);
  expect(followModel(reader, after).model.grams).not.toBe(before.model.grams);
  reader.close();
  workspace.db.close();
});

it('merges many labels in several steps, and keeps the counts right after each', () => {
  const folder = temporaryFolder();
  const workspace = testWorkspace(folder);
  const { db, model } = workspace;
  const reader = openReader(folder);
  for (let at = 0; at < 100; at += 1)
    giveLabel(workspace, `第${at}座桥塌了`, {
      label: { sensational: at % 3 === 0, implausible: at % 2 === 0 },
    });
  const left = [countChanges(db)];
  for (const _ of mergeSteps(db)) {
    left.push(countChanges(db));
    expect(modelState(readModel(reader).model)).toEqual(modelState(model));
  }
  expect(left.length).toBeGreaterThan(3);
  expect(left).toEqual([...left].sort((a, b) => b - a));
  expect(left.at(-1)).toBe(0);
  reader.close();
  db.close();
});
