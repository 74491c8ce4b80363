import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { DEFAULT_SETTINGS, type Model } from '#classifier/core/model.ts';
import type { Reader } from '#classifier/core/reading.ts';
import { readingIdentity } from '#classifier/core/reading-identity.ts';
import { done, failed, type Result } from '#classifier/core/result.ts';
import { mergeChanges } from './count-changes.ts';
import { DATABASE_NAME } from './database-name.ts';
import { headlineDigest } from './digest.ts';
import { appendEvent } from './label-events.ts';
import {
  type CountedUpTo,
  clearCounts,
  countWriter,
  followCounts,
  loadCounts,
  readModelState,
  setLastEvent,
} from './model-counts.ts';
import { latestVersion } from './model-versions.ts';
import { openDatabase } from './open-database.ts';
import { settleAll } from './settling.ts';
import { storeTrouble } from './store-trouble.ts';
import { taughtEvents } from './taught-events.ts';
import { calibrated, createVersion, isVersionOutdated, keepVersion } from './versioning.ts';
import { exampleFor, LABEL_WEIGHT, modelName, type Workspace, type WorkspaceTools } from './workspace.ts';

/** Annotator of the labels that the program comes with. */
const STARTER_ANNOTATOR = 'jianwen';

/**
 * Opens the workspace in a folder; a new one starts with the starter labels, learned. Labels since the latest version call for
 * another: `versions` says whether it is made before this returns, or later by the caller.
 */
export function openWorkspace(
  folder: string,
  tools: WorkspaceTools,
  versions: 'now' | 'later' = 'now',
): Result<Workspace> {
  const opened = openDatabase(folder);
  if (!opened.ok) return opened;
  const db = opened.value;
  const file = join(folder, DATABASE_NAME);
  const rulesById = new Map(tools.rules.map((rule) => [rule.id, rule]));
  try {
    const reading = readingIdentity(tools.rules);
    const recounted = db
      .transaction(() => {
        const state = readModelState(db);
        if (state === undefined) appendStarter(db, tools);
        mergeChanges(db);
        if (state?.reading === reading) return false;
        recount(db, tools.reader, reading);
        return true;
      })
      .immediate();
    const workspace = db.transaction(() => {
      const storeVersion = versionOf(db);
      return { ...tools, db, file, rulesById, reading, ...readModel(db), storeVersion };
    })();
    if (recounted || (versions === 'now' && isVersionOutdated(workspace))) makeVersion(workspace);
    return done(workspace);
  } catch (error) {
    db.close();
    return failed(storeTrouble(error, file));
  }
}

/** Reads the model again where another process, such as `jianwen label import`, has changed the store; true then. */
export function followStore(workspace: Workspace): boolean {
  const { db } = workspace;
  if (versionOf(db) === workspace.storeVersion) return false;
  db.transaction(() => {
    workspace.storeVersion = versionOf(db);
    Object.assign(workspace, readModel(db));
  })();
  return true;
}

/** Makes a version of the labels and counts of one moment, whatever other processes write; theirs comes first. */
export function makeVersion(workspace: Workspace): void {
  const { db } = workspace;
  const made = db.transaction(() => {
    followStore(workspace);
    const lastEvent = readModelState(db)?.lastEvent ?? 0;
    return { ...calibrated(workspace, workspace.model), lastEvent, version: workspace.version };
  })();
  keepVersion(workspace, made);
}

/**
 * Goes on under other rules: labels are counted anew where they are read otherwise, and the model is calibrated as a new
 * version. Where that fails, the workspace goes on under the rules before.
 */
export function changeRules(workspace: Workspace, tools: Pick<WorkspaceTools, 'reader' | 'rules'>): void {
  const { db, reader, rules, rulesById, reading, model, version, leftOut } = workspace;
  const before = { reader, rules, rulesById, reading, model, version, leftOut };
  try {
    db.transaction(() => {
      const next = readingIdentity(tools.rules);
      if (readModelState(db)?.reading !== next) recount(db, tools.reader, next);
      const present = new Map(tools.rules.map((rule) => [rule.id, rule]));
      Object.assign(
        workspace,
        { reader: tools.reader, rules: tools.rules, rulesById: present, reading: next },
        readModel(db),
      );
      createVersion(workspace);
    }).immediate();
  } catch (error) {
    Object.assign(workspace, before);
    throw error;
  }
}

/** Counts all labels anew, whatever the counts were, and calibrates the model as a new version. */
export function countAnew(workspace: Workspace): void {
  const { db, reader, reading } = workspace;
  db.transaction(() => {
    recount(db, reader, reading);
    Object.assign(workspace, readModel(db));
    createVersion(workspace);
  }).immediate();
}

/** The name of the model as it is stored, without reading it. */
export function readModelName(db: Database.Database): string {
  return modelName(readModelState(db)?.lastEvent ?? 0, latestVersion(db)?.id ?? 0);
}

function versionOf(db: Database.Database): number {
  return db.pragma('data_version', { simple: true }) as number;
}

type StoredModel = Pick<Workspace, 'model' | 'version' | 'leftOut'>;

/** The model as it is stored at one moment, under the settings of the latest version. */
export function readModel(db: Database.Database): StoredModel {
  const { model, version, leftOut } = db.transaction(() => readFollowed(db))();
  return { model, version, leftOut };
}

/** A model that a reader beside the writer keeps. */
export interface FollowedModel extends StoredModel {
  readonly upTo: CountedUpTo;
}

/**
 * The model as it is stored, by what has changed since the one `before` was, whose counts it takes over; or else read as a
 * whole. For a connection that only reads, of one moment of the store.
 */
export function followModel(db: Database.Database, before: FollowedModel | undefined): FollowedModel {
  return db.transaction(() => {
    const upTo = before && followCounts(db, before.model, before.upTo);
    if (!before || !upTo) return readFollowed(db);
    const { name, settings, ...latest } = latestSettings(db);
    return { ...latest, model: { ...before.model, name, settings }, upTo };
  })();
}

function readFollowed(db: Database.Database): FollowedModel {
  const { name, settings, ...latest } = latestSettings(db);
  return { ...latest, ...loadCounts(db, name, settings) };
}

function latestSettings(
  db: Database.Database,
): Pick<Model, 'name' | 'settings'> & Omit<StoredModel, 'model'> {
  const latest = latestVersion(db);
  const version = latest?.id ?? 0;
  const name = modelName(readModelState(db)?.lastEvent ?? 0, version);
  return { name, settings: latest?.settings ?? DEFAULT_SETTINGS, version, leftOut: latest?.leftOut ?? [] };
}

/** Only appends to the log: {@link recount} settles all of it. */
function appendStarter(db: Database.Database, tools: WorkspaceTools): void {
  const labelledAt = tools.now();
  for (const { text, label, note } of tools.starter) {
    const given = {
      digest: headlineDigest(text),
      text,
      label,
      note,
      origin: 'starter',
      annotator: STARTER_ANNOTATOR,
      labelledAt,
      extra: null,
    } as const;
    appendEvent(db, given, null, null);
  }
}

/** Counts anew all labels that the model learns from: the state of the log, whatever was counted before. */
export function recount(db: Database.Database, reader: Reader, reading: string): void {
  db.transaction(() => {
    settleAll(db);
    clearCounts(db, reading);
    const count = countWriter(db);
    for (const event of taughtEvents(db, latestVersion(db)?.leftOut ?? [])) {
      count(exampleFor(reader, event.text), event.label, LABEL_WEIGHT[event.origin]);
    }
    const last = db.prepare<[], { id: number | null }>('SELECT max(id) AS id FROM label_event').get();
    setLastEvent(db, last?.id ?? 0, reading);
  })();
}
