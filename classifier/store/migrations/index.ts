import type Database from 'better-sqlite3';
import { done, failed, type Result } from '#classifier/core/result.ts';
import { trouble } from '#classifier/core/trouble.ts';
import { headlines } from './0010-headlines.ts';
import { labels } from './0020-labels.ts';
import { model } from './0030-model.ts';
import { search } from './0040-search.ts';
import { provenance } from './0050-provenance.ts';
import { blocks } from './0060-blocks.ts';
import { modelChanges } from './0070-model-changes.ts';
import { editors } from './0080-editors.ts';
import { deskWork } from './0081-desk-work.ts';
import { labelBatches } from './0100-label-batches.ts';
import { steps } from './0101-steps.ts';
import { savedViews } from './0102-saved-views.ts';
import { headlineDetails } from './0110-headline-details.ts';
import { subscriptions } from './0120-subscriptions.ts';
import { countChanges } from './0130-count-changes.ts';
import { stories } from './0140-stories.ts';

/** One numbered step of the schema. A released step is never edited: a change is a new step. */
export interface Migration {
  /** The `user_version` after the step. */
  readonly version: number;
  readonly sql: string;
}

/** All steps of the schema in their order. */
export const MIGRATIONS: readonly Migration[] = [
  { version: 10, sql: headlines },
  { version: 20, sql: labels },
  { version: 30, sql: model },
  { version: 40, sql: search },
  { version: 50, sql: provenance },
  { version: 60, sql: blocks },
  { version: 70, sql: modelChanges },
  { version: 80, sql: editors },
  { version: 81, sql: deskWork },
  { version: 100, sql: labelBatches },
  { version: 101, sql: steps },
  { version: 102, sql: savedViews },
  { version: 110, sql: headlineDetails },
  { version: 120, sql: subscriptions },
  { version: 130, sql: countChanges },
  { version: 140, sql: stories },
];

/** The `user_version` that this program reads and writes. */
export const LATEST_VERSION = 140;

/** The schema's version of an open database; 0 for a new one. */
export function schemaVersion(db: Database.Database): number {
  return db.pragma('user_version', { simple: true }) as number;
}

/** Refuses a database that is newer than this program with `store-newer`; reads only. */
export function refuseNewer(db: Database.Database, file: string): Result<void> {
  const present = schemaVersion(db);
  return present > LATEST_VERSION ? failed(newerStore(file, present)) : done(undefined);
}

/** Brings a database to `target` in one transaction a step. A step that fails rolls back and throws SQLite's error. */
export function migrate(db: Database.Database, target: number = LATEST_VERSION): void {
  for (const { version, sql } of MIGRATIONS.filter((step) => step.version <= target)) {
    if (schemaVersion(db) >= version) continue;
    db.transaction(() => {
      // Another process may have taken the step while this one waited for the lock.
      if (schemaVersion(db) >= version) return;
      db.exec(sql);
      db.pragma(`user_version = ${version}`);
    }).immediate();
  }
}

function newerStore(file: string, version: number): ReturnType<typeof trouble> {
  return trouble(
    'store-newer',
    `这个工作区由更新版本的鉴闻建立（结构 ${version}，本程序到 ${LATEST_VERSION}）。没有改动任何内容；请升级鉴闻后再打开。`,
    `This workspace was made by a newer Jianwen (schema ${version}, this program knows ${LATEST_VERSION}). Nothing was changed; update Jianwen to open it.`,
    { file },
  );
}
