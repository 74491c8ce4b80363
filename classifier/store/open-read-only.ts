import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Model } from '#classifier/core/model.ts';
import { readingIdentity } from '#classifier/core/reading-identity.ts';
import { done, failed, type Result } from '#classifier/core/result.ts';
import { trouble } from '#classifier/core/trouble.ts';
import { DATABASE_NAME } from './database-name.ts';
import { LATEST_VERSION, refuseNewer, schemaVersion } from './migrations/index.ts';
import { readModel } from './open-workspace.ts';
import { storeTrouble } from './store-trouble.ts';
import type { Workspace, WorkspaceTools } from './workspace.ts';

/**
 * Opens a damaged workspace to be looked at: nothing of it is changed, and what lies in damaged pages cannot be read.
 * `fallback` is the model where its counts cannot be read. Fails where SQLite can read nothing of the file, or where its schema is an
 * earlier one.
 */
export function openReadOnly(
  folder: string,
  tools: WorkspaceTools,
  fallback: () => Model,
): Result<Workspace> {
  const file = join(folder, DATABASE_NAME);
  let db: Database.Database | undefined;
  try {
    db = new Database(file, { readonly: true, fileMustExist: true });
    const present = refuseNewer(db, file);
    if (!present.ok || schemaVersion(db) < LATEST_VERSION) {
      db.close();
      return present.ok ? failed(earlier(file)) : present;
    }
    const rulesById = new Map(tools.rules.map((rule) => [rule.id, rule]));
    const storeVersion = db.pragma('data_version', { simple: true }) as number;
    const reading = readingIdentity(tools.rules);
    return done({ ...tools, db, file, rulesById, reading, ...modelOf(db, fallback), storeVersion });
  } catch (error) {
    db?.close();
    return failed(storeTrouble(error, file));
  }
}

function modelOf(
  db: Database.Database,
  fallback: () => Model,
): Pick<Workspace, 'model' | 'version' | 'leftOut'> {
  try {
    return readModel(db);
  } catch {
    return { model: fallback(), version: 0, leftOut: [] };
  }
}

function earlier(file: string) {
  return trouble(
    'store-damaged',
    '这个已损坏的数据库来自较早的版本，无法只读打开。请恢复备份，或把标注存成文本文件。',
    'This damaged database is of an earlier version and cannot be opened for reading only. Restore a backup or save its labels as a text file.',
    { file },
  );
}
