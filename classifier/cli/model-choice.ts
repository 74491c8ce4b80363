import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CostTable } from '#classifier/core/bands.ts';
import { type CompiledModel, compileModel } from '#classifier/core/compiled-model.ts';
import type { Model } from '#classifier/core/model.ts';
import { done, failed, type Result } from '#classifier/core/result.ts';
import { trouble } from '#classifier/core/trouble.ts';
import { type Assembly, compiledStarter, starterModel } from '#classifier/desk/assemble.ts';
import { DATABASE_NAME } from '#classifier/store/database-name.ts';
import { en } from './strings/en.ts';
import { fill } from './strings/index.ts';
import { zh } from './strings/zh.ts';

/** Values of --model. */
export const MODELS = ['starter', 'workspace'] as const;

export type ModelChoice = (typeof MODELS)[number];

/** A model ready to score, and whole for those who ask: the counts of the starter are not read for scoring. */
export interface ChosenModel {
  readonly compiled: CompiledModel;
  readonly whole: () => Model;
}

/**
 * The model asked for, cutting the bands by `costs` if given; with no wish the workspace's where there is one, else
 * the starter.
 */
export async function chooseModel(
  choice: ModelChoice | undefined,
  folder: string,
  assembly: Assembly,
  costs?: CostTable,
): Promise<Result<ChosenModel>> {
  const hasWorkspace = existsSync(join(folder, DATABASE_NAME));
  if (choice === 'starter' || (choice === undefined && !hasWorkspace)) {
    const compiled = compiledStarter(assembly);
    return done({ compiled: withCosts(compiled, costs), whole: () => costed(starterModel(assembly), costs) });
  }
  if (!hasWorkspace) {
    return failed(trouble('not-found', fill(zh.noWorkspace, folder), fill(en.noWorkspace, folder)));
  }
  const { readWorkspaceModel } = await import('./workspace-model.ts');
  const model = readWorkspaceModel(folder, assembly);
  if (!model.ok) return model;
  const whole = costed(model.value, costs);
  return done({ compiled: compileModel(whole), whole: () => whole });
}

function withCosts(model: CompiledModel, costs: CostTable = model.costs): CompiledModel {
  return { ...model, costs };
}

function costed(model: Model, costs: CostTable = model.settings.costs): Model {
  return { ...model, settings: { ...model.settings, costs } };
}
