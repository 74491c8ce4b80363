import type Database from 'better-sqlite3';
import { z } from 'zod';
import type { ModelSettings } from '#classifier/core/model.ts';
import type { Quality } from '#classifier/core/quality.ts';

/** A numbered state of the model: everything that the log held up to an event, and how counts become probabilities. */
export interface ModelVersion {
  readonly id: number;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly lastEvent: number;
  readonly settings: ModelSettings;
  readonly quality: Quality;
}

const byAxis = <T extends z.ZodType>(value: T) => z.object({ sensational: value, implausible: value });

const SETTINGS = z.object({
  smoothing: z.object({ alpha: z.number(), share: z.enum(['equal', 'proportional']) }),
  ruleStrength: z.number(),
  calibration: byAxis(z.object({ scale: z.number(), shift: z.number() })),
  baseRate: byAxis(z.number()),
  costs: z.object({ miss: z.number(), falseAlarm: z.number(), look: z.number() }),
}) satisfies z.ZodType<ModelSettings>;

const QUALITY = byAxis(
  z.object({ labels: z.number(), accuracy: z.number(), brier: z.number() }),
) satisfies z.ZodType<Quality>;

/** Adds a version and returns its number. */
export function insertVersion(db: Database.Database, version: Omit<ModelVersion, 'id'>): number {
  const inserted = db
    .prepare('INSERT INTO model_version (created_at, last_event, settings, quality) VALUES (?, ?, ?, ?)')
    .run(
      version.createdAt,
      version.lastEvent,
      JSON.stringify(version.settings),
      JSON.stringify(version.quality),
    );
  return Number(inserted.lastInsertRowid);
}

/** The version with the highest number; undefined in a workspace that is being made. */
export function latestVersion(db: Database.Database): ModelVersion | undefined {
  const row = db
    .prepare<[], { id: number; created_at: string; last_event: number; settings: string; quality: string }>(
      'SELECT * FROM model_version ORDER BY id DESC LIMIT 1',
    )
    .get();
  return (
    row && {
      id: row.id,
      createdAt: row.created_at,
      lastEvent: row.last_event,
      settings: SETTINGS.parse(JSON.parse(row.settings)),
      quality: QUALITY.parse(JSON.parse(row.quality)),
    }
  );
}
