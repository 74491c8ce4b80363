import { join } from 'node:path';
import { condensedText } from '#classifier/core/condense.ts';
import { done, type Result } from '#classifier/core/result.ts';
import type { Trouble } from '#classifier/core/trouble.ts';
import { layRules, type RuleSet, type ShippedRules } from './lay-rules.ts';
import type { UserRules } from './load-user-rules.ts';
import { DISK, type RuleFiles } from './rule-files.ts';

/** Name of a workspace's own rule file, in its data folder. */
export const USER_RULES_NAME = 'rules.yaml';

/**
 * Loads everything that makes up the rules: what the program ships, as the build prepared it or else from the packs of
 * a folder, and a workspace's own file where there is one. Parsers are loaded only where there is something to parse.
 * Fails only where the folder cannot be listed; whatever else is broken is left out and told.
 */
export async function loadRules(
  prepared: ShippedRules | null,
  folder: string,
  dataFolder: string,
  files = DISK,
): Promise<Result<RuleSet>> {
  const shipped =
    prepared === null ? await readShipped(folder, files) : done({ shipped: prepared, troubles: [] });
  if (!shipped.ok) return shipped;
  const user = await readUser(dataFolder, files);
  const set = layRules(shipped.value.shipped, user.rules);
  return done({ ...set, troubles: [...shipped.value.troubles, ...user.troubles, ...set.troubles] });
}

async function readShipped(
  folder: string,
  files: RuleFiles,
): Promise<Result<{ readonly shipped: ShippedRules; readonly troubles: readonly Trouble[] }>> {
  const { readShippedRules } = await import('./read-rules.ts');
  return readShippedRules(folder, condensedText, files);
}

async function readUser(
  folder: string,
  files: RuleFiles,
): Promise<{ readonly rules: UserRules | null; readonly troubles: readonly Trouble[] }> {
  if (!files.names(folder)?.includes(USER_RULES_NAME)) return { rules: null, troubles: [] };
  const { readUserRules } = await import('./read-user-rules.ts');
  const read = readUserRules(join(folder, USER_RULES_NAME), condensedText, files);
  return read.ok ? { rules: read.value, troubles: [] } : { rules: null, troubles: [read.trouble] };
}
