import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CREDIBLE, type Label } from '#classifier/core/axis.ts';
import { modelState } from '#classifier/core/model.ts';
import { readingIdentity } from '#classifier/core/reading-identity.ts';
import { createSignFinder } from '#classifier/core/sign-finder.ts';
import { anyHeadline, anyLabel, readerOfFewer } from '../../tests/helpers/headlines.ts';
import { giveLabel, temporaryFolder, testTools, testWorkspace } from '../../tests/helpers/workspace.ts';
import { headlineDigest } from './digest.ts';
import { holdingEvents } from './label-events.ts';
import { type FiledLabel, type NewLabel, putLabel, putLabels } from './labelling.ts';
import { readModelState } from './model-counts.ts';
import { followStore, readModel, recount } from './open-workspace.ts';
import { standingIn } from './settling.ts';
import { storeTrouble } from './store-trouble.ts';
import { undoStep } from './undoing.ts';
import type { Workspace } from './workspace.ts';

const SENSATIONAL: Label = { sensational: true, implausible: false };

function given(text: string, label: Label, second = 0): NewLabel {
  const labelledAt = new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString();
  return {
    digest: headlineDigest(text),
    text,
    label,
    origin: 'desk',
    annotator: 'editor',
    labelledAt,
    note: null,
    extra: null,
  };
}

function rebuiltState(workspace: Workspace): ReturnType<typeof modelState> {
  recount(workspace.db, workspace.reader, readingIdentity(workspace.rules));
  return modelState(readModel(workspace.db).model);
}

it('are counted anew at the next opening where another process counts by other rules', () => {
  const folder = temporaryFolder();
  const desk = testWorkspace(folder);
  const beside = testWorkspace(folder, { ...testTools(), ...readerOfFewer() });
  expect(readModelState(desk.db)?.reading).toBe(beside.reading);
  followStore(desk);
  giveLabel(desk, '市政府发现恐龙');
  const next = testWorkspace(folder, { ...testTools(), ...readerOfFewer() });
  expect(readModelState(next.db)?.reading).toBe(next.reading);
  const stored = modelState(readModel(next.db).model);
  expect(stored).toEqual(rebuiltState(next));
});

describe('labels', () => {
  it('leave the counts of a rebuild, in memory and on disk, after any sequence of labels, relabels and undos', () => {
    const step = fc.oneof(
      { weight: 3, arbitrary: fc.tuple(anyHeadline, anyLabel) },
      { weight: 1, arbitrary: fc.constant('undo' as const) },
    );
    const workspace = testWorkspace();
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        for (const next of steps) {
          if (next === 'undo') undoStep(workspace, crypto.randomUUID());
          else putLabel(workspace, given(...next), crypto.randomUUID());
        }
        const inMemory = modelState(workspace.model);
        expect(modelState(readModel(workspace.db).model)).toEqual(inMemory);
        expect(rebuiltState(workspace)).toEqual(inMemory);
        expect(workspace.model.name).toBe(readModel(workspace.db).model.name);
      }),
      { numRuns: 40 },
    );
  });

  it('are undone one by one back to the first state', () => {
    const workspace = testWorkspace();
    const first = modelState(workspace.model);
    for (let at = 0; at < 30; at += 1)
      putLabel(workspace, given(`村民${at % 7}发布恐龙`, SENSATIONAL, at), null);
    for (let at = 0; at < 30; at += 1) expect(undoStep(workspace, crypto.randomUUID()).ok).toBe(true);
    expect(modelState(workspace.model)).toEqual(first);
    expect(holdingEvents(workspace.db, { deskOnly: true })).toEqual([]);
    expect(undoStep(workspace, crypto.randomUUID())).toMatchObject({
      ok: false,
      trouble: { code: 'nothing-to-undo' },
    });
  });

  it('take the place of the starter’s label, and give it back when undone', () => {
    const workspace = testWorkspace();
    putLabel(workspace, given('震惊!村民发现恐龙', { sensational: false, implausible: false }), null);
    const holding = (): string[] =>
      holdingEvents(workspace.db, { deskOnly: false }).map((event) => event.origin);
    expect(holding()).toEqual(['starter', 'desk']);
    undoStep(workspace, crypto.randomUUID());
    expect(holding()).toEqual(['starter', 'starter']);
  });

  it('are saved once for one request', () => {
    const workspace = testWorkspace();
    const request = crypto.randomUUID();
    const event = putLabel(workspace, given('桥', SENSATIONAL), request);
    const state = modelState(workspace.model);
    expect(putLabel(workspace, given('桥', SENSATIONAL), request).id).toBe(event.id);
    expect(modelState(workspace.model)).toEqual(state);
  });

  it('are there again after closing', () => {
    const folder = temporaryFolder();
    const first = testWorkspace(folder);
    putLabel(first, given('桥', SENSATIONAL), null);
    first.db.close();
    const second = testWorkspace(folder);
    expect(holdingEvents(second.db, { deskOnly: true }).map(({ text, label }) => [text, label])).toEqual([
      ['桥', SENSATIONAL],
    ]);
    expect(modelState(second.model)).toEqual(modelState(first.model));
  });

  it('cannot be changed in the log', () => {
    const { db } = testWorkspace();
    expect(() => db.exec(`UPDATE label_event SET annotator = 'x'`)).toThrow('never changed');
    expect(() => db.exec('DELETE FROM label; DELETE FROM label_event;')).toThrow('never deleted');
  });

  it('of a file are added once, however often the file is read and whatever stands in it twice', () => {
    const workspace = testWorkspace();
    const filed = (text: string, label: Label, second: number, annotator: string): FiledLabel => ({
      ...given(text, label, second),
      origin: 'import',
      annotator,
      dated: true,
    });
    const labels = [
      filed('桥', CREDIBLE, 9, '张'),
      filed('桥', SENSATIONAL, 2, '李'),
      { ...filed('路', SENSATIONAL, 5, '王'), dated: false },
    ];
    expect(putLabels(workspace, labels)).toEqual({ added: 3, known: 0, older: 0 });
    const state = modelState(workspace.model);
    const later = labels.map((label) =>
      label.dated ? label : { ...label, labelledAt: '2026-06-01T00:00:00.000Z' },
    );
    expect(putLabels(workspace, later)).toEqual({ added: 0, known: 3, older: 0 });
    expect(modelState(workspace.model)).toEqual(state);
    expect(holdingEvents(workspace.db, { deskOnly: true }).map(({ text, label }) => [text, label])).toEqual([
      ['路', SENSATIONAL],
    ]);
    expect(standingIn(workspace.db, headlineDigest('桥'))).toMatchObject({
      isContested: true,
      opinions: [{ annotator: '李' }, { annotator: '张' }],
    });
  });

  it('of a file do not replace what an editor has decided since', () => {
    const workspace = testWorkspace();
    putLabel(workspace, given('桥', CREDIBLE, 30), null);
    const old: FiledLabel = { ...given('桥', SENSATIONAL, 10), origin: 'import', dated: true };
    expect(putLabels(workspace, [old])).toEqual({ added: 0, known: 0, older: 1 });
    expect(holdingEvents(workspace.db, { deskOnly: true })[0]?.label).toEqual(CREDIBLE);
  });

  it('hold in the order in which they were given, also when the clock was set back in between', () => {
    const workspace = testWorkspace();
    putLabel(workspace, given('桥', CREDIBLE, 30), null);
    putLabel(workspace, given('桥', SENSATIONAL, 10), null);
    expect(holdingEvents(workspace.db, { deskOnly: true }).map(({ label }) => label)).toEqual([SENSATIONAL]);
    expect(rebuiltState(workspace)).toEqual(modelState(workspace.model));
  });

  it('learn nothing where the disk is full, and go on once there is room', () => {
    const workspace = testWorkspace();
    const state = modelState(workspace.model);
    const { db } = workspace;
    const pages = db.pragma('page_count', { simple: true }) as number;
    db.pragma(`max_page_count = ${pages}`);
    const put = () => putLabel(workspace, given(`${'很长的标题'.repeat(800)}`, SENSATIONAL), null);
    try {
      put();
      expect.unreachable('the label found room');
    } catch (error) {
      expect(storeTrouble(error, workspace.file)).toMatchObject({ code: 'store-full' });
    }
    expect(modelState(workspace.model)).toEqual(state);
    expect(modelState(readModel(db).model)).toEqual(state);
    expect(holdingEvents(db, { deskOnly: true })).toEqual([]);
    db.pragma(`max_page_count = ${pages * 10}`);
    put();
    expect(holdingEvents(db, { deskOnly: true })).toHaveLength(1);
    expect(rebuiltState(workspace)).toEqual(modelState(workspace.model));
  });

  it('learn nothing where the transaction fails', () => {
    const workspace = testWorkspace();
    const state = modelState(workspace.model);
    workspace.db.exec(
      `CREATE TRIGGER broken BEFORE UPDATE ON model_state BEGIN SELECT RAISE(ABORT, 'disk full'); END;`,
    );
    expect(() => putLabel(workspace, given('桥', SENSATIONAL), null)).toThrow('disk full');
    expect(modelState(workspace.model)).toEqual(state);
    expect(holdingEvents(workspace.db, { deskOnly: true })).toEqual([]);
  });
});

describe('a workspace', () => {
  it('is counted anew when rules change', () => {
    const folder = temporaryFolder();
    testWorkspace(folder).db.close();
    const tools = testTools();
    const rules = tools.rules.map((rule) => ({ ...rule, version: 2 }));
    const renamed = { ...tools.reader, signs: createSignFinder({ rules: [] }) };
    const reopened = testWorkspace(folder, { ...tools, rules, reader: renamed });
    expect(modelState(reopened.model).rules).toEqual([]);
  });
});
