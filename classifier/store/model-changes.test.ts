import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createModel, modelState } from '#classifier/core/model.ts';
import { anyLabel, learnAll } from '../../tests/helpers/headlines.ts';
import { testTools, testWorkspace } from '../../tests/helpers/workspace.ts';
import { headlineDigest } from './digest.ts';
import { putLabel } from './labelling.ts';
import { applyCosts, restoreVersion, undoModelChange } from './model-changes.ts';
import { loadModel } from './model-counts.ts';
import { listVersions } from './model-versions.ts';
import { recount } from './open-workspace.ts';
import { undoStep } from './undoing.ts';
import { createVersion } from './versioning.ts';
import type { Workspace } from './workspace.ts';

const COSTS = { miss: 10, falseAlarm: 3, look: 1 };

function label(workspace: Workspace, text: string, implausible: boolean): void {
  put(workspace, text, { sensational: false, implausible });
}

function put(
  workspace: Workspace,
  text: string,
  given: { sensational: boolean; implausible: boolean },
): void {
  putLabel(
    workspace,
    {
      digest: headlineDigest(text),
      text,
      label: given,
      origin: 'desk',
      annotator: 'editor',
      labelledAt: workspace.now(),
      note: null,
      extra: null,
    },
    crypto.randomUUID(),
  );
}

const id = () => crypto.randomUUID();

/** The model in memory, which must be the stored one and what a rebuild from the log gives. */
function stateOf(workspace: Workspace) {
  const { db, model, reader } = workspace;
  const state = modelState(model);
  expect(modelState(loadModel(db, '', model.settings))).toEqual(state);
  recount(db, reader, 'anew');
  expect(modelState(loadModel(db, '', model.settings))).toEqual(state);
  return state;
}

describe('restoreVersion', () => {
  it('forgets what was labelled since, and learns it again when it is taken back', () => {
    const workspace = testWorkspace();
    label(workspace, '桥', false);
    const { id: early } = createVersion(workspace);
    const then = { state: stateOf(workspace), settings: workspace.model.settings };
    label(workspace, '恐龙宠物', true);
    label(workspace, '桥', true);
    createVersion(workspace);
    const late = { state: stateOf(workspace), settings: workspace.model.settings };
    const restored = restoreVersion(workspace, early, id());
    expect(restored).toMatchObject({ ok: true, value: { kind: 'restored', refersTo: early } });
    expect({ state: stateOf(workspace), settings: workspace.model.settings }).toEqual(then);
    undoModelChange(workspace, id());
    expect({ state: stateOf(workspace), settings: workspace.model.settings }).toEqual(late);
  });

  it('learns on from there, and keeps that when the restoring is taken back', () => {
    const workspace = testWorkspace();
    const { id: first } = createVersion(workspace);
    label(workspace, '恐龙宠物', true);
    restoreVersion(workspace, first, id());
    label(workspace, '桥', false);
    const start = workspace.starter.map(({ text, label: answer }) => [text, answer] as const);
    const learned = createModel('expected');
    learnAll(learned, start);
    learnAll(learned, [['桥', { sensational: false, implausible: false }]], 5);
    expect(stateOf(workspace)).toEqual(modelState(learned));
    undoModelChange(workspace, id());
    learnAll(learned, [['恐龙宠物', { sensational: false, implausible: true }]], 5);
    expect(stateOf(workspace)).toEqual(modelState(learned));
  });

  it('holds after the workspace is opened again', () => {
    const workspace = testWorkspace();
    const { id: first } = createVersion(workspace);
    label(workspace, '恐龙宠物', true);
    restoreVersion(workspace, first, id());
    const state = stateOf(workspace);
    const again = testWorkspace(workspace.file.replace(/[/\\][^/\\]+$/, ''), testTools());
    expect(stateOf(again)).toEqual(state);
    expect(again.leftOut).toEqual(workspace.leftOut);
  });

  it('keeps memory, store and log in step through any history', { timeout: 60_000 }, () => {
    const anyStep = fc.oneof(
      {
        weight: 4,
        arbitrary: fc.record({
          do: fc.constant('label' as const),
          text: fc.constantFrom('桥', '恐龙宠物', '市政府发布'),
          label: anyLabel,
        }),
      },
      fc.record({ do: fc.constantFrom('undo', 'version', 'costs', 'undo-change') }),
      fc.record({ do: fc.constant('restore' as const), version: fc.nat(3) }),
    );
    fc.assert(
      fc.property(fc.array(anyStep, { minLength: 4, maxLength: 14 }), (steps) => {
        const workspace = testWorkspace();
        workspace.db.pragma('synchronous = OFF');
        for (const step of steps) {
          if ('text' in step) put(workspace, step.text, step.label);
          else if ('version' in step) restoreVersion(workspace, step.version + 1, id());
          else if (step.do === 'undo') undoStep(workspace, id());
          else if (step.do === 'version') createVersion(workspace);
          else if (step.do === 'costs') applyCosts(workspace, COSTS, id());
          else undoModelChange(workspace, id());
        }
        stateOf(workspace);
        workspace.db.close();
      }),
      { numRuns: 40 },
    );
  });

  it('says so where there is no such version', () => {
    expect(restoreVersion(testWorkspace(), 99, id())).toMatchObject({
      ok: false,
      trouble: { code: 'not-found' },
    });
  });
});

describe('applyCosts', () => {
  it('changes the table alone, once a request, and gives the old one back', () => {
    const workspace = testWorkspace();
    const before = workspace.model.settings;
    const request = id();
    const first = applyCosts(workspace, COSTS, request);
    expect(applyCosts(workspace, COSTS, request)).toEqual(first);
    expect(workspace.model.settings).toEqual({ ...before, costs: COSTS });
    expect(listVersions(workspace.db).filter(({ kind }) => kind === 'costs')).toHaveLength(1);
    createVersion(workspace);
    expect(workspace.model.settings.costs).toEqual(COSTS);
    undoModelChange(workspace, id());
    expect(workspace.model.settings.costs).toEqual(before.costs);
    expect(undoModelChange(workspace, id())).toMatchObject({
      ok: false,
      trouble: { code: 'nothing-to-undo' },
    });
  });
});
