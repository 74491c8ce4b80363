import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { modelState } from '#classifier/core/model.ts';
import { testWorkspace } from '../../tests/helpers/workspace.ts';
import {
  assignedTo,
  dueOn,
  putWork,
  settleWork,
  type WorkField,
  workBetween,
  workEventsOf,
  workOf,
} from './desk-work.ts';
import { undoEvent } from './undoing.ts';
import type { Workspace } from './workspace.ts';

const BY = { annotator: '王', madeAt: '2026-01-02T03:04:05.000Z' };
const id = (): string => crypto.randomUUID();
const undoWork = (workspace: Workspace, event: number, request = id()) =>
  undoEvent(workspace, { log: 'work', id: event }, request);

function change(field: WorkField, value: string | null, digest = 'aa') {
  return { ...BY, field, value, digest, text: `标题${digest}` };
}

describe('desk work', () => {
  it('is apart from the label, and each step can be taken back', () => {
    const workspace = testWorkspace();
    const { db, model } = workspace;
    const before = modelState(model);
    putWork(db, change('disposition', 'todo'), id());
    putWork(db, change('note', '问县里'), id());
    putWork(db, change('disposition', 'checking'), id());
    expect(workOf(db, 'aa')).toEqual({
      disposition: 'checking',
      note: '问县里',
      assignee: null,
      recheck: null,
      flag: null,
      skip: null,
    });
    const [last] = workEventsOf(db, 'aa');
    const request = id();
    expect(undoWork(workspace, last?.id ?? 0, request)).toMatchObject({
      value: { changes: [{ event: last }] },
    });
    expect(undoWork(workspace, last?.id ?? 0, request).ok).toBe(true);
    expect(undoWork(workspace, last?.id ?? 0)).toMatchObject({ trouble: { code: 'nothing-to-undo' } });
    expect(workOf(db, 'aa').disposition).toBe('todo');
    expect(modelState(model)).toEqual(before);
  });

  it('is saved once for one request, and not at all where nothing changes', () => {
    const { db } = testWorkspace();
    const request = id();
    putWork(db, change('assignee', '李'), request);
    putWork(db, change('assignee', null), id());
    putWork(db, change('assignee', '李'), request);
    putWork(db, change('note', null), id());
    expect(workOf(db, 'aa').assignee).toBe(null);
    expect(workEventsOf(db, 'aa')).toHaveLength(2);
  });

  it('cannot be changed in the log', () => {
    const { db } = testWorkspace();
    putWork(db, change('note', '一'), id());
    expect(() => db.exec(`UPDATE desk_event SET value = 'x'`)).toThrow('never changed');
    expect(() => db.exec('DELETE FROM desk_event')).toThrow('never deleted');
  });

  it('lists what is due, what a colleague has, and what was done when', () => {
    const workspace = testWorkspace();
    const { db } = workspace;
    putWork(db, change('recheck', '2026-02-01', 'aa'), id());
    putWork(db, change('recheck', '2026-01-15', 'bb'), id());
    putWork(db, change('recheck', '2026-03-01', 'cc'), id());
    putWork(db, change('assignee', '李', 'aa'), id());
    putWork(db, change('assignee', '李', 'bb'), id());
    putWork(db, change('disposition', 'usable', 'bb'), id());
    expect(dueOn(db, '2026-02-01', 9).map(({ digest }) => digest)).toEqual(['bb', 'aa']);
    expect(assignedTo(db, '李', 9).map(({ digest }) => digest)).toEqual(['aa']);
    const [newest] = workEventsOf(db, 'bb');
    undoWork(workspace, newest?.id ?? 0);
    const past = workBetween(db, '2026-01-02T00:00:00.000Z', '2026-01-03T00:00:00.000Z', 99);
    expect(past.map(({ field, isUndone }) => [field, isUndone])[0]).toEqual(['disposition', true]);
    expect(past).toHaveLength(6);
    expect(workBetween(db, '2026-01-03T00:00:00.000Z', '2026-01-04T00:00:00.000Z', 99)).toEqual([]);
  });

  it('is what the log says after any changes and undos', () => {
    const anyField = fc.constantFrom<WorkField>('disposition', 'note', 'assignee', 'recheck');
    const anyStep = fc.oneof(
      {
        weight: 3,
        arbitrary: fc.tuple(anyField, fc.constantFrom(null, '一', '二'), fc.constantFrom('aa', 'bb')),
      },
      { weight: 1, arbitrary: fc.nat(12) },
    );
    const workspace = testWorkspace();
    const { db } = workspace;
    db.pragma('synchronous = OFF');
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 20 }), (steps) => {
        for (const step of steps) {
          if (typeof step === 'number') undoWork(workspace, step);
          else putWork(db, change(...step), id());
        }
        for (const digest of ['aa', 'bb']) {
          const held = workOf(db, digest);
          const latest = (field: WorkField) =>
            workEventsOf(db, digest).find((event) => event.field === field);
          for (const field of ['disposition', 'note', 'assignee', 'recheck'] as const)
            expect(held[field]).toBe(latest(field)?.value ?? null);
          expect(settleWork(db, digest, '标题')).toEqual(held);
        }
      }),
      { numRuns: 40 },
    );
  });
});
