import type Database from 'better-sqlite3';
import { lookInto } from './look-into.ts';

/** Tables in whose last row one sees that something was added. */
const LOGS = ['label_event', 'desk_event', 'model_version', 'feed'] as const;

/** Where the logs of a workspace end: the same as long as nothing was decided, made or imported. */
export function logEnds(db: Database.Database): string {
  return JSON.stringify(
    LOGS.map((table) => db.prepare(`SELECT max(rowid), count(*) FROM ${table}`).raw().get()),
  );
}

/** The same of a file; null where it cannot be read or lacks a log. */
export function logEndsIn(file: string): string | null {
  return lookInto(file, logEnds);
}
