import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CREDIBLE, type Label } from '#classifier/core/axis.ts';
import { modelState } from '#classifier/core/model.ts';
import { readingIdentity } from '#classifier/core/reading-identity.ts';
import { anyHeadline, anyLabel } from '../../tests/helpers/headlines.ts';
import { testWorkspace } from '../../tests/helpers/workspace.ts';
import { headlineDigest } from './digest.ts';
import { holdingEvents } from './label-events.ts';
import { type NewLabel, putBatch, putLabel } from './labelling.ts';
import { readModel, recount } from './open-workspace.ts';
import { undoStep } from './undoing.ts';

const given = (text: string, label: Label): NewLabel => ({
  digest: headlineDigest(text),
  text,
  label,
  origin: 'desk',
  annotator: '王',
  labelledAt: '2026-01-01T00:00:00.000Z',
  note: null,
  extra: null,
});

const TEXTS = ['村民发现恐龙', '村民又发现恐龙', '两村民发现恐龙'];
const DESK = { deskOnly: true };

it('gives a cluster its labels in one step, and one undo takes them all back with what they taught', () => {
  const workspace = testWorkspace();
  const first = modelState(workspace.model);
  putLabel(workspace, given('桥', CREDIBLE), crypto.randomUUID());
  const before = modelState(workspace.model);
  const request = crypto.randomUUID();
  const labels = TEXTS.map((text) => given(text, { sensational: true, implausible: true }));
  const events = putBatch(workspace, labels, request);
  expect(putBatch(workspace, labels, request)).toEqual(events);
  expect(holdingEvents(workspace.db, DESK).map(({ text }) => text)).toEqual(['桥', ...TEXTS]);
  expect(modelState(readModel(workspace.db).model)).toEqual(modelState(workspace.model));

  const undo = crypto.randomUUID();
  const changes = events.map((event) => ({ log: 'label', event }));
  expect(undoStep(workspace, undo)).toMatchObject({ ok: true, value: { kind: 'undo', changes } });
  expect(undoStep(workspace, undo)).toMatchObject({ ok: true, value: { kind: 'undo', changes } });
  expect(modelState(workspace.model)).toEqual(before);
  undoStep(workspace, crypto.randomUUID());
  expect(modelState(workspace.model)).toEqual(first);
  expect(undoStep(workspace, crypto.randomUUID())).toMatchObject({ ok: false });
});

it('gives back what each headline had before, an earlier label of its own included', () => {
  const workspace = testWorkspace();
  const [one, ...rest] = TEXTS as [string, ...string[]];
  putLabel(workspace, given(one, CREDIBLE), crypto.randomUUID());
  const labels = [one, ...rest].map((text) => given(text, { sensational: false, implausible: true }));
  putBatch(workspace, labels, crypto.randomUUID());
  undoStep(workspace, crypto.randomUUID());
  expect(holdingEvents(workspace.db, DESK).map(({ text, label }) => [text, label])).toEqual([
    [one, CREDIBLE],
  ]);
});

it('leaves the counts of a rebuild after any batches, labels and undos', () => {
  const batch = fc.uniqueArray(anyHeadline, { minLength: 1, maxLength: 4, selector: headlineDigest });
  const step = fc.oneof(fc.tuple(batch, anyLabel), fc.constant('undo' as const));
  const workspace = testWorkspace();
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      for (const next of steps) {
        const request = crypto.randomUUID();
        if (next === 'undo') undoStep(workspace, request);
        else
          putBatch(
            workspace,
            next[0].map((text) => given(text, next[1])),
            request,
          );
      }
      const inMemory = modelState(workspace.model);
      recount(workspace.db, workspace.reader, readingIdentity(workspace.rules));
      expect(modelState(readModel(workspace.db).model)).toEqual(inMemory);
    }),
    { numRuns: 30 },
  );
});
