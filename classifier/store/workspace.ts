import type Database from 'better-sqlite3';
import type { Label } from '#classifier/core/axis.ts';
import type { Example, Model } from '#classifier/core/model.ts';
import { exampleOf, type Reader, read } from '#classifier/core/reading.ts';
import type { Rule } from '#classifier/core/rule.ts';
import type { LabelOrigin } from './label-events.ts';
import type { LeftOutEvents } from './left-out-events.ts';

/** What a workspace needs from outside: how headlines are read, the labels it starts with, and the time. */
export interface WorkspaceTools {
  readonly reader: Reader;
  readonly rules: readonly Rule[];
  readonly starter: readonly StarterLabel[];
  /** The present time, ISO 8601, UTC. */
  readonly now: () => string;
}

export interface StarterLabel {
  readonly text: string;
  readonly label: Label;
  readonly note: string | null;
  readonly topic: string | null;
  readonly difficulty: string | null;
}

/** An open workspace: the database and the model in memory, which always equals the stored counts. */
export interface Workspace extends WorkspaceTools {
  readonly db: Database.Database;
  readonly file: string;
  readonly rulesById: ReadonlyMap<string, Rule>;
  /** Names how it reads headlines, and so what it counts. */
  readonly reading: string;
  model: Model;
  /** Number of the version whose settings the model has; 0 before the first. */
  version: number;
  /** Labels that the model has not learned, because an older version was restored. */
  leftOut: LeftOutEvents;
  /** SQLite's data_version when the model was read; another process has written when it differs. */
  storeVersion: number;
}

/** A label of the desk counts as much as five that the program came with (docs/experiments/desk-weight.md). */
export const LABEL_WEIGHT: Readonly<Record<LabelOrigin, number>> = { starter: 1, desk: 5, import: 5 };

/** Closes the database; the workspace must not be used afterwards. */
export function closeWorkspace(workspace: Workspace): void {
  workspace.db.close();
}

/** `workspace@N.V`: the model that has learned everything up to label event N, calibrated as version V. */
export function modelName(lastEvent: number, version: number): string {
  return `workspace@${lastEvent}.${version}`;
}

/** What a headline teaches, by the workspace's reader. */
export function exampleFor(reader: Reader, text: string): Example {
  return exampleOf(read(reader, text));
}
