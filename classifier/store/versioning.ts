import { calibrateModel } from '#classifier/core/calibrate-model.ts';
import type { Learned } from '#classifier/core/leave-one-out.ts';
import type { Model } from '#classifier/core/model.ts';
import { nearCopyGroups } from '#classifier/core/near-copy-groups.ts';
import type { LabelEvent } from './label-events.ts';
import { readModelState } from './model-counts.ts';
import { insertVersion, latestVersion, type ModelVersion } from './model-versions.ts';
import { taughtEvents } from './taught-events.ts';
import { exampleFor, LABEL_WEIGHT, modelName, type Workspace } from './workspace.ts';

/** A new version is due when the log has grown by so many events. */
const EVENTS_A_VERSION = 25;

/** What a calibration gave, and of which state of the model. */
export interface Calibrated extends ReturnType<typeof calibrateModel> {
  readonly lastEvent: number;
  /** The version that stood when the labels were read. */
  readonly version: number;
}

/**
 * Calibrates the workspace's model by exact leave-one-out and keeps the result as a numbered version with its quality.
 * The model in memory goes on under the new settings.
 */
export function createVersion(workspace: Workspace): ModelVersion {
  const { db, model, version } = workspace;
  const lastEvent = readModelState(db)?.lastEvent ?? 0;
  return insert(workspace, { ...calibrated(workspace, model), lastEvent, version });
}

/**
 * Keeps what was calibrated beside the desk as a version: of the labels that it knows, while the model has gone on
 * learning. Null, and nothing changes, where another version came in between.
 */
export function keepVersion(workspace: Workspace, made: Calibrated): ModelVersion | null {
  const { db } = workspace;
  return db
    .transaction(() => ((latestVersion(db)?.id ?? 0) === made.version ? insert(workspace, made) : null))
    .immediate();
}

function insert(workspace: Workspace, { settings, quality, lastEvent }: Calibrated): ModelVersion {
  const { db, model, leftOut } = workspace;
  const made = { kind: 'learned', refersTo: null, requestId: null } as const;
  const version = { createdAt: workspace.now(), lastEvent, settings, quality, leftOut, ...made };
  const id = insertVersion(db, version);
  workspace.version = id;
  workspace.model = { ...model, name: modelName(readModelState(db)?.lastEvent ?? 0, id), settings };
  return { id, ...version };
}

/** The settings of a model that has learned the labels of a workspace as `reader` reads them. */
export function calibrated(
  { db, leftOut, reader, rulesById }: Pick<Workspace, 'db' | 'leftOut' | 'reader' | 'rulesById'>,
  model: Model,
): ReturnType<typeof calibrateModel> {
  const events = byDigest(taughtEvents(db, leftOut));
  const groups = nearCopyGroups(events.map(({ text }) => text));
  const learned: Learned[] = events.map((event, at) => ({
    example: exampleFor(reader, event.text),
    label: event.label,
    weight: LABEL_WEIGHT[event.origin],
    group: groups[at] as number,
  }));
  return calibrateModel(model, learned, rulesById);
}

/** In an order that does not depend on history: the same labels calibrate to the same settings, to the last bit. */
function byDigest(events: readonly LabelEvent[]): LabelEvent[] {
  return [...events].sort((a, b) => (a.digest < b.digest ? -1 : 1));
}

/** Whether anything has been learned, or is read otherwise, since the latest version. */
export function isVersionOutdated({ db }: Workspace): boolean {
  return latestVersion(db)?.lastEvent !== readModelState(db)?.lastEvent;
}

/** Whether enough has been learned since the latest version for a new one. */
export function isVersionDue({ db }: Workspace): boolean {
  const since = latestVersion(db)?.lastEvent ?? 0;
  return (readModelState(db)?.lastEvent ?? 0) - since >= EVENTS_A_VERSION;
}
