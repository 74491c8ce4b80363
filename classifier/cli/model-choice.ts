import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CostTable } from '#classifier/core/bands.ts';
import { type CompiledModel, compileModel } from '#classifier/core/compiled-model.ts';
import type { Model } from '#classifier/core/model.ts';
import { done, failed, type Result } from '#classifier/core/result.ts';
import { trouble } from '#classifier/core/trouble.ts';
import { type Assembly, compiledStarter, type Resources, starterModel } from '#classifier/desk/assemble.ts';
import type { RuleTexts } from '#classifier/rules/rule-files.ts';
import { DATABASE_NAME } from '#classifier/store/database-name.ts';
import { en } from './strings/en.ts';
import { fill } from './strings/index.ts';
import { zh } from './strings/zh.ts';

/** A model ready to score, and whole for those who ask: the counts of the starter are not read for scoring. */
export interface ChosenModel {
  readonly compiled: CompiledModel;
  readonly whole: () => Model;
  /** What headlines are read with: that of the program and workspace, or what a model file carries. */
  readonly assembly: Assembly;
  /** The rules that a model file carries; null for others. */
  readonly carried: RuleTexts | null;
}

/** Where models are looked for. */
export interface ModelPlaces {
  readonly folder: string;
  readonly resources: Resources;
  readonly assembly: Assembly;
}

/**
 * The model asked for, cutting the bands by `costs` if given: `starter`, `workspace`, a model file, or the name of an
 * imported one; with no wish the workspace's where there is one, else the starter.
 */
export async function chooseModel(
  choice: string | undefined,
  places: ModelPlaces,
  costs?: CostTable,
  key?: string,
): Promise<Result<ChosenModel>> {
  const { folder, assembly } = places;
  const isFile = choice !== undefined && choice !== 'starter' && choice !== 'workspace';
  if (isFile) return fromFile(choice, places, costs, key);
  if (key !== undefined) return failed(notSigned());
  const hasWorkspace = existsSync(join(folder, DATABASE_NAME));
  if (choice === 'starter' || (choice === undefined && !hasWorkspace)) {
    const compiled = compiledStarter(assembly);
    return done({
      compiled: withCosts(compiled, costs),
      whole: () => costed(starterModel(assembly), costs),
      assembly,
      carried: null,
    });
  }
  if (!hasWorkspace) {
    return failed(trouble('not-found', fill(zh.noWorkspace, folder), fill(en.noWorkspace, folder)));
  }
  const { readWorkspaceModel } = await import('./workspace-model.ts');
  const model = await readWorkspaceModel(folder, assembly);
  if (!model.ok) return model;
  const whole = costed(model.value, costs);
  return done({ compiled: compileModel(whole), whole: () => whole, assembly, carried: null });
}

async function fromFile(
  choice: string,
  { folder, resources }: ModelPlaces,
  costs: CostTable | undefined,
  key: string | undefined,
): Promise<Result<ChosenModel>> {
  const { importedFile, loadModelFile } = await import('#classifier/desk/model-exchange.ts');
  const imported = importedFile(folder, choice);
  const loaded = await loadModelFile(existsSync(choice) ? choice : imported, resources, key);
  if (!loaded.ok) {
    const isNowhere = loaded.trouble.code === 'file-missing';
    return isNowhere ? failed(noModel(choice)) : loaded;
  }
  const { assembly, rules } = loaded.value;
  const whole = costed(loaded.value.model, costs);
  return done({ compiled: compileModel(whole), whole: () => whole, assembly, carried: rules });
}

function notSigned() {
  return trouble(
    'request-invalid',
    '--model-key 要求模型文件有这把钥匙的签名；starter 和 workspace 不是模型文件。请用 --model 给出文件或导入过的名字，或去掉 --model-key。',
    '--model-key asks for a model file signed by that key; starter and workspace are none. Name a file or an imported model with --model, or leave --model-key out.',
  );
}

function noModel(choice: string) {
  return trouble('not-found', fill(zh.noModel, choice), fill(en.noModel, choice));
}

function withCosts(model: CompiledModel, costs: CostTable = model.costs): CompiledModel {
  return { ...model, costs };
}

function costed(model: Model, costs: CostTable = model.settings.costs): Model {
  return { ...model, settings: { ...model.settings, costs } };
}
