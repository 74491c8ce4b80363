import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CREDIBLE, type Label } from '#classifier/core/axis.ts';
import { modelState } from '#classifier/core/model.ts';
import { anyLabel } from '../../tests/helpers/headlines.ts';
import { temporaryFolder, testWorkspace } from '../../tests/helpers/workspace.ts';
import { putWork, putWorks, type WorkField, workOf } from './desk-work.ts';
import { headlineDigest } from './digest.ts';
import { type NewLabel, putBatch, putLabel } from './labelling.ts';
import { loadModel } from './model-counts.ts';
import { recount } from './open-workspace.ts';
import { redoStep, undoEvent, undoStep } from './undoing.ts';
import type { Workspace } from './workspace.ts';

const TEXTS = ['恐龙宠物', '村民发布桥', '震惊!村民发现恐龙'] as const;
const YES: Label = { sensational: true, implausible: true };
const id = (): string => crypto.randomUUID();

function given(text: string, label: Label, isRuling = false): NewLabel {
  const by = { annotator: '王', labelledAt: '2026-01-01T00:00:00.000Z', origin: 'desk' as const };
  return { digest: headlineDigest(text), text, label, note: null, extra: null, isRuling, ...by };
}

function change(text: string, field: WorkField, value: string | null) {
  return {
    field,
    value,
    digest: headlineDigest(text),
    text,
    annotator: '王',
    madeAt: '2026-01-01T00:00:00.000Z',
  };
}

/** All that decisions change: what holds of labels and desk work, and the model, stored, in memory and from the log. */
function stateOf(workspace: Workspace): unknown {
  const { db, model, reader } = workspace;
  const rows = () => [
    db.prepare('SELECT digest, event_id, holds FROM label ORDER BY digest').all(),
    db.prepare('SELECT * FROM desk_work ORDER BY digest').all(),
  ];
  const held = rows();
  const learned = modelState(model);
  expect(modelState(loadModel(db, '', model.settings))).toEqual(learned);
  recount(db, reader, 'anew');
  expect(modelState(loadModel(db, '', model.settings))).toEqual(learned);
  expect(rows()).toEqual(held);
  return { held, learned };
}

describe('undo and redo', () => {
  it('take back the latest step of either log, say what it was, and give it again as it was', () => {
    const workspace = testWorkspace();
    const states = [stateOf(workspace)];
    const steps: (() => unknown)[] = [
      () => putLabel(workspace, given('恐龙宠物', YES), id()),
      () => putWork(workspace.db, change('恐龙宠物', 'note', '问县里'), id()),
      () =>
        putBatch(
          workspace,
          TEXTS.map((text) => given(text, CREDIBLE)),
          id(),
        ),
      () => putLabel(workspace, given('恐龙宠物', YES, true), id()),
      () =>
        putWorks(
          workspace.db,
          TEXTS.map((text) => change(text, 'skip', '1')),
          id(),
        ),
    ];
    for (const step of steps) {
      step();
      states.push(stateOf(workspace));
    }
    const undone = states
      .slice(0, -1)
      .toReversed()
      .map((state) => {
        const outcome = undoStep(workspace, id());
        expect(stateOf(workspace)).toEqual(state);
        return outcome.ok ? outcome.value.changes.length : 0;
      });
    expect(undone).toEqual([3, 1, 3, 1, 1]);
    expect(undoStep(workspace, id())).toMatchObject({ trouble: { code: 'nothing-to-undo' } });
    for (const state of states.slice(1)) {
      expect(redoStep(workspace, id())).toMatchObject({ ok: true, value: { kind: 'redo' } });
      expect(stateOf(workspace)).toEqual(state);
    }
    expect(redoStep(workspace, id())).toMatchObject({ trouble: { code: 'nothing-to-redo' } });
  });

  it('go on after a restart, and redo ends with the next decision', () => {
    const folder = temporaryFolder();
    const first = testWorkspace(folder);
    const empty = stateOf(first);
    putLabel(first, given('恐龙宠物', YES), id());
    const labelled = stateOf(first);
    undoStep(first, id());
    first.db.close();
    const second = testWorkspace(folder);
    expect(stateOf(second)).toEqual(empty);
    expect(redoStep(second, id()).ok).toBe(true);
    expect(stateOf(second)).toEqual(labelled);
    undoStep(second, id());
    putWork(second.db, change('村民发布桥', 'flag', '1'), id());
    expect(redoStep(second, id())).toMatchObject({ trouble: { code: 'nothing-to-redo' } });
    undoStep(second, id());
    expect(workOf(second.db, headlineDigest('村民发布桥')).flag).toBeNull();
    expect(redoStep(second, id())).toMatchObject({ value: { changes: [{ log: 'work' }] } });
  });

  it('carry out a request once', () => {
    const workspace = testWorkspace();
    putLabel(workspace, given('恐龙宠物', YES), id());
    putLabel(workspace, given('村民发布桥', YES), id());
    const request = id();
    const outcome = undoStep(workspace, request);
    expect(undoStep(workspace, request)).toMatchObject({
      ok: true,
      value: { changes: outcome.ok && outcome.value.changes },
    });
    expect(undoStep(workspace, id())).toMatchObject({
      value: { changes: [{ event: { text: '恐龙宠物' } }] },
    });
  });

  it('of one label among several leave the others to their own step', () => {
    const workspace = testWorkspace();
    const [one] = putBatch(
      workspace,
      TEXTS.map((text) => given(text, YES)),
      id(),
    );
    expect(undoEvent(workspace, { log: 'label', id: one?.id ?? 0 }, id())).toMatchObject({ ok: true });
    expect(undoStep(workspace, id())).toMatchObject({ value: { changes: { length: 2 } } });
    expect(redoStep(workspace, id())).toMatchObject({ value: { changes: { length: 2 } } });
    expect(redoStep(workspace, id())).toMatchObject({ value: { changes: [{ event: one }] } });
  });

  it('keep everything equal to a rebuild through any history, and lead back to its beginning', {
    timeout: 60_000,
  }, () => {
    const anyText = fc.constantFrom(...TEXTS);
    const texts = fc.uniqueArray(anyText, { minLength: 1 });
    const anyStep = fc.oneof(
      fc.record({ do: fc.constant('label' as const), texts, label: anyLabel, isRuling: fc.boolean() }),
      fc.record({
        do: fc.constant('work' as const),
        texts,
        field: fc.constantFrom<WorkField>('note', 'flag', 'skip'),
        value: fc.constantFrom(null, '1'),
      }),
      { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const) }) },
      fc.record({
        do: fc.constant('undo-one' as const),
        log: fc.constantFrom('label', 'work'),
        id: fc.nat(9),
      }),
    );
    fc.assert(
      fc.property(fc.array(anyStep, { minLength: 3, maxLength: 14 }), (steps) => {
        const workspace = testWorkspace();
        const { db } = workspace;
        db.pragma('synchronous = OFF');
        const first = stateOf(workspace);
        for (const step of steps) {
          if (step.do === 'label')
            putBatch(
              workspace,
              step.texts.map((text) => given(text, step.label, step.isRuling)),
              id(),
            );
          else if (step.do === 'work')
            putWorks(
              db,
              step.texts.map((text) => change(text, step.field, step.value)),
              id(),
            );
          else if (step.do === 'undo-one') undoEvent(workspace, { log: step.log, id: step.id }, id());
          else if (step.do === 'redo') redoStep(workspace, id());
          else {
            const before = stateOf(workspace);
            if (!undoStep(workspace, id()).ok) continue;
            redoStep(workspace, id());
            expect(stateOf(workspace)).toEqual(before);
            undoStep(workspace, id());
          }
        }
        const last = stateOf(workspace);
        let undone = 0;
        while (undoStep(workspace, id()).ok) undone += 1;
        expect(stateOf(workspace)).toEqual(first);
        for (let step = 0; step < undone; step += 1) redoStep(workspace, id());
        expect(stateOf(workspace)).toEqual(last);
        db.close();
      }),
      { numRuns: 60 },
    );
  });
});
