import type { CostTable } from '#classifier/core/bands.ts';
import { learn, unlearn } from '#classifier/core/model.ts';
import { done, failed, type Result } from '#classifier/core/result.ts';
import { type Trouble, trouble } from '#classifier/core/trouble.ts';
import { type Lesson, lessonOf } from './labelling.ts';
import { leaveOutAlso } from './left-out-events.ts';
import { countWriter, readModelState, setLastEvent } from './model-counts.ts';
import {
  changeToUndo,
  findVersion,
  findVersionByRequest,
  insertVersion,
  latestVersion,
  type ModelVersion,
  versionBefore,
} from './model-versions.ts';
import { digestsIn, taughtEvent } from './taught-events.ts';
import { modelName, type Workspace } from './workspace.ts';

/** What an editor did to the model as a whole. */
export type ModelChange = Pick<ModelVersion, 'kind' | 'refersTo' | 'settings' | 'quality' | 'leftOut'>;

/** Gives the model another cost table, as a version of its own. The same request twice changes nothing. */
export function applyCosts(workspace: Workspace, costs: CostTable, requestId: string): Result<ModelVersion> {
  return change(workspace, requestId, (present) =>
    done({ ...present, kind: 'costs', refersTo: null, settings: { ...present.settings, costs } }),
  );
}

/**
 * Makes the model what it was at an earlier version, as a version of its own: what was labelled since stays labelled,
 * but the model has not learned it. Its cost table comes back with it.
 */
export function restoreVersion(
  workspace: Workspace,
  versionId: number,
  requestId: string,
): Result<ModelVersion> {
  return change(workspace, requestId, (_present, lastEvent) => {
    const wanted = findVersion(workspace.db, versionId);
    if (!wanted) return failed(noVersion());
    const leftOut = leaveOutAlso(wanted.leftOut, { after: wanted.lastEvent, upTo: lastEvent });
    return done({ ...wanted, kind: 'restored', refersTo: versionId, leftOut });
  });
}

/** Takes back the latest cost table or restored version that is not taken back; labels given since are learned. */
export function undoModelChange(workspace: Workspace, requestId: string): Result<ModelVersion> {
  return change(workspace, requestId, (present) => {
    const undone = changeToUndo(workspace.db);
    const before = undone && versionBefore(workspace.db, undone.id);
    if (!undone || !before) return failed(nothingToUndo());
    const taken = { kind: 'undone', refersTo: undone.id } as const;
    return done(
      undone.kind === 'costs'
        ? { ...present, ...taken, settings: { ...present.settings, costs: before.settings.costs } }
        : { ...before, ...taken },
    );
  });
}

interface Relearned {
  readonly before: Lesson | undefined;
  readonly after: Lesson | undefined;
}

/** Saves a change and moves the stored counts in one transaction; the model in memory follows after the commit. */
function change(
  workspace: Workspace,
  requestId: string,
  decide: (present: ModelVersion, lastEvent: number) => Result<ModelChange>,
): Result<ModelVersion> {
  const { db } = workspace;
  const outcome = db
    .transaction((): Result<{ version: ModelVersion; relearned: readonly Relearned[] | null }> => {
      const repeated = findVersionByRequest(db, requestId);
      if (repeated) return done({ version: repeated, relearned: null });
      const present = latestVersion(db);
      if (!present) return failed(noVersion());
      const lastEvent = readModelState(db)?.lastEvent ?? 0;
      const decided = decide(present, lastEvent);
      if (!decided.ok) return decided;
      const { kind, refersTo, settings, quality, leftOut } = decided.value;
      const relearned = relearn(workspace, leftOut);
      const made = {
        createdAt: workspace.now(),
        lastEvent,
        settings,
        quality,
        kind,
        refersTo,
        leftOut,
        requestId,
      };
      return done({ version: { id: insertVersion(db, made), ...made }, relearned });
    })
    .immediate();
  if (!outcome.ok) return outcome;
  const { version, relearned } = outcome.value;
  if (relearned !== null) follow(workspace, version, relearned);
  return done(version);
}

/** Moves the stored counts from what the model has learned to what it learns with these stretches left out. */
function relearn(workspace: Workspace, leftOut: ModelVersion['leftOut']): Relearned[] {
  const { db } = workspace;
  const count = countWriter(db);
  const touched = new Set([...digestsIn(db, workspace.leftOut), ...digestsIn(db, leftOut)]);
  setLastEvent(db, readModelState(db)?.lastEvent ?? 0, workspace.reading);
  return [...touched].flatMap((digest) => {
    const was = taughtEvent(db, digest, workspace.leftOut);
    const is = taughtEvent(db, digest, leftOut);
    if (was?.id === is?.id) return [];
    const [before, after] = [lessonOf(workspace, was), lessonOf(workspace, is)];
    if (before) count(before.example, before.label, -before.weight);
    if (after) count(after.example, after.label, after.weight);
    return [{ before, after }];
  });
}

function follow(workspace: Workspace, version: ModelVersion, relearned: readonly Relearned[]): void {
  const { model } = workspace;
  for (const { before, after } of relearned) {
    if (before) unlearn(model, before.example, before.label, before.weight);
    if (after) learn(model, after.example, after.label, after.weight);
  }
  workspace.version = version.id;
  workspace.leftOut = version.leftOut;
  workspace.model = {
    ...model,
    name: modelName(version.lastEvent, version.id),
    settings: version.settings,
  };
}

function noVersion(): Trouble {
  return trouble(
    'not-found',
    '没有这个版本，模型没有变。',
    'There is no such version. The model is as it was.',
  );
}

function nothingToUndo(): Trouble {
  return trouble('nothing-to-undo', '模型没有可以撤销的改动。', 'There is no change of the model to undo.');
}
