import type Database from 'better-sqlite3';
import { z } from 'zod';
import type { ModelSettings } from '#classifier/core/model.ts';
import type { Quality } from '#classifier/core/quality.ts';
import type { LeftOutEvents } from './left-out-events.ts';

/**
 * A numbered state of the model: everything that the log held up to an event, without what is left out, and how counts
 * become probabilities.
 */
export interface ModelVersion {
  readonly id: number;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly lastEvent: number;
  readonly settings: ModelSettings;
  readonly quality: Quality;
  /** What made the version: learning, a cost table, a restored version, or the undo of one of these two. */
  readonly kind: 'learned' | 'costs' | 'restored' | 'undone';
  /** The version that was restored, or whose change was taken back. */
  readonly refersTo: number | null;
  readonly requestId: string | null;
  readonly leftOut: LeftOutEvents;
}

const byAxis = <T extends z.ZodType>(value: T) => z.object({ sensational: value, implausible: value });

/** The shape of settings wherever they are read from. */
export const SETTINGS = z.object({
  smoothing: z.object({ alpha: z.number(), share: z.enum(['equal', 'proportional']) }),
  ruleStrength: z.number(),
  calibration: byAxis(z.object({ scale: z.number(), shift: z.number() })),
  baseRate: byAxis(z.number()),
  costs: z.object({ miss: z.number(), falseAlarm: z.number(), look: z.number() }),
}) satisfies z.ZodType<ModelSettings>;

const QUALITY = byAxis(
  z.object({ labels: z.number(), accuracy: z.number(), brier: z.number() }),
) satisfies z.ZodType<Quality>;

const LEFT_OUT = z.array(
  z.object({ after: z.number(), upTo: z.number() }),
) satisfies z.ZodType<LeftOutEvents>;

interface VersionRow {
  readonly id: number;
  readonly created_at: string;
  readonly last_event: number;
  readonly settings: string;
  readonly quality: string;
  readonly kind: ModelVersion['kind'];
  readonly refers_to: number | null;
  readonly request_id: string | null;
  readonly left_out: string;
}

/** Adds a version and returns its number. */
export function insertVersion(db: Database.Database, version: Omit<ModelVersion, 'id'>): number {
  const inserted = db
    .prepare(
      `INSERT INTO model_version (created_at, last_event, settings, quality, kind, refers_to, request_id, left_out)
       VALUES (@createdAt, @lastEvent, @settings, @quality, @kind, @refersTo, @requestId, @leftOut)`,
    )
    .run({
      ...version,
      // What is no number would be null in the file, and the workspace could not be opened any more.
      settings: JSON.stringify(SETTINGS.parse(version.settings)),
      quality: JSON.stringify(version.quality),
      leftOut: JSON.stringify(version.leftOut),
    });
  return Number(inserted.lastInsertRowid);
}

/** The version with the highest number; undefined in a workspace that is being made. */
export function latestVersion(db: Database.Database): ModelVersion | undefined {
  return oneVersion(db.prepare<[], VersionRow>('SELECT * FROM model_version ORDER BY id DESC LIMIT 1').get());
}

/** All versions, the newest first. */
export function listVersions(db: Database.Database): ModelVersion[] {
  return db.prepare<[], VersionRow>('SELECT * FROM model_version ORDER BY id DESC').all().map(fromRow);
}

/** A version by its number. */
export function findVersion(db: Database.Database, id: number): ModelVersion | undefined {
  return oneVersion(db.prepare<[number], VersionRow>('SELECT * FROM model_version WHERE id = ?').get(id));
}

/** The version that stood before another. */
export function versionBefore(db: Database.Database, id: number): ModelVersion | undefined {
  const before = 'SELECT * FROM model_version WHERE id < ? ORDER BY id DESC LIMIT 1';
  return oneVersion(db.prepare<[number], VersionRow>(before).get(id));
}

/** The version that a request caused; undefined where the request is new. */
export function findVersionByRequest(db: Database.Database, requestId: string): ModelVersion | undefined {
  const byRequest = 'SELECT * FROM model_version WHERE request_id = ?';
  return oneVersion(db.prepare<[string], VersionRow>(byRequest).get(requestId));
}

/** The latest cost table or restored version that is not taken back. */
export function changeToUndo(db: Database.Database): ModelVersion | undefined {
  return oneVersion(
    db
      .prepare<[], VersionRow>(
        `SELECT * FROM model_version WHERE kind IN ('costs', 'restored')
           AND NOT EXISTS (SELECT 1 FROM model_version AS undo WHERE undo.kind = 'undone' AND undo.refers_to = model_version.id)
         ORDER BY id DESC LIMIT 1`,
      )
      .get(),
  );
}

function oneVersion(row: VersionRow | undefined): ModelVersion | undefined {
  return row && fromRow(row);
}

function fromRow(row: VersionRow): ModelVersion {
  return {
    id: row.id,
    createdAt: row.created_at,
    lastEvent: row.last_event,
    settings: SETTINGS.parse(JSON.parse(row.settings)),
    quality: QUALITY.parse(JSON.parse(row.quality)),
    kind: row.kind,
    refersTo: row.refers_to,
    requestId: row.request_id,
    leftOut: LEFT_OUT.parse(JSON.parse(row.left_out)),
  };
}
