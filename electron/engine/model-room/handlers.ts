import { done, type Result } from '#classifier/core/result.ts';
import { applyCosts, restoreVersion, undoModelChange } from '#classifier/store/model-changes.ts';
import type { ModelVersion } from '#classifier/store/model-versions.ts';
import type { Workspace } from '#classifier/store/workspace.ts';
import type { Arguments, EngineAnswers } from '#contract/channels.ts';
import type { JobView, VersionsView } from '#contract/model-views.ts';
import type { ModelRequest } from '#contract/names.ts';
import { changesSteps } from './changes.ts';
import { curveSteps } from './curve.ts';
import type { Jobs } from './jobs.ts';
import { type Quality, qualitySteps } from './quality.ts';
import { versionsView } from './versions.ts';
import { wordsSteps } from './words.ts';
import { workloadView } from './workload.ts';

/** What the model room works on. */
interface ModelRoom {
  readonly workspace: Workspace;
  readonly jobs: Jobs;
}

/** Answers the requests of the model room. A handler may throw only what SQLite throws. */
export const MODEL_HANDLERS: {
  readonly [C in ModelRequest]: (room: ModelRoom, args: Arguments<C>) => Result<EngineAnswers[C]>;
} = {
  'model.quality': (room) => {
    const { value, ...job } = askQuality(room);
    return done({ ...job, value: value?.view ?? null });
  },
  'model.curve': ({ workspace, jobs }) =>
    done(jobs.ask('curve', workspace.model.name, () => curveSteps(workspace))),
  'model.workload': (room, { costs }) =>
    done(workloadView(room.workspace.model.settings, askQuality(room), costs)),
  'model.words': ({ workspace, jobs }) =>
    done(jobs.ask('words', workspace.model.name, () => wordsSteps(workspace))),
  'model.versions': ({ workspace }) => done(versionsView(workspace)),
  'model.changes': ({ workspace, jobs }, { versionId }) =>
    done(jobs.ask('changes', `version ${versionId}`, () => changesSteps(workspace, versionId))),
  'model.stop': ({ jobs }, { isStopped }) => {
    jobs.stop(isStopped);
    return done(null);
  },
  'model.costs': ({ workspace }, { requestId, costs }) =>
    changed(workspace, applyCosts(workspace, costs, requestId)),
  'model.restore': ({ workspace }, { requestId, versionId }) =>
    changed(workspace, restoreVersion(workspace, versionId, requestId)),
  'model.undo': ({ workspace }, { requestId }) => changed(workspace, undoModelChange(workspace, requestId)),
};

function askQuality({ workspace, jobs }: ModelRoom): JobView<Quality> {
  return jobs.ask('quality', workspace.model.name, () => qualitySteps(workspace));
}

function changed(workspace: Workspace, change: Result<ModelVersion>): Result<VersionsView> {
  return change.ok ? done(versionsView(workspace)) : change;
}
