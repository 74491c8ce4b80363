import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Model } from '#classifier/core/model.ts';
import { done, failed, type Result } from '#classifier/core/result.ts';
import { trouble } from '#classifier/core/trouble.ts';
import { type Assembly, starterModel } from '#classifier/desk/assemble.ts';
import { DATABASE_NAME } from '#classifier/store/open-database.ts';
import { openWorkspace } from '#classifier/store/open-workspace.ts';
import { closeWorkspace } from '#classifier/store/workspace.ts';
import { en } from './strings/en.ts';
import { fill } from './strings/index.ts';
import { zh } from './strings/zh.ts';

/** Values of --model. */
export const MODELS = ['starter', 'workspace'] as const;

export type ModelChoice = (typeof MODELS)[number];

/** The model asked for; with no wish the workspace's where there is one, else the starter. */
export function chooseModel(
  choice: ModelChoice | undefined,
  folder: string,
  assembly: Assembly,
): Result<Model> {
  const hasWorkspace = existsSync(join(folder, DATABASE_NAME));
  if (choice === 'starter' || (choice === undefined && !hasWorkspace)) return done(starterModel(assembly));
  if (!hasWorkspace) {
    return failed(trouble('not-found', fill(zh.noWorkspace, folder), fill(en.noWorkspace, folder)));
  }
  const opened = openWorkspace(folder, { ...assembly, now: () => new Date().toISOString() });
  if (!opened.ok) return opened;
  closeWorkspace(opened.value);
  return done(opened.value.model);
}
