import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { RangeTable } from '#classifier/core/quantities/plausible-range.ts';
import { done, type Result } from '#classifier/core/result.ts';
import type { Trouble } from '#classifier/core/trouble.ts';
import type { Normaliser } from './compile-pattern.ts';
import { compileRules, type RuleSet } from './compile-rules.ts';
import { joinRanges, loadRanges, type RangeFile } from './load-ranges.ts';
import { loadUserRules, type UserRules } from './load-user-rules.ts';
import { readPacks, readRuleFile } from './read-packs.ts';
import { readWordClasses } from './read-word-classes.ts';

/** Folder of the ranges, in the folder of the packs. */
const RANGES = 'quantities';

/** Name of a workspace's own rule file, in its data folder. */
export const USER_RULES_NAME = 'rules.yaml';

/**
 * Reads everything that makes up the rules: the shipped packs and ranges of a folder, and a workspace's own file where
 * there is one. Fails only where the folder cannot be listed; whatever else is broken is left out and told.
 */
export function readRules(folder: string, dataFolder: string, normalise: Normaliser): Result<RuleSet> {
  const packs = readPacks(folder, normalise);
  if (!packs.ok) return packs;
  const ranges = readRanges(join(folder, RANGES), normalise);
  const user = readUserRules(join(dataFolder, USER_RULES_NAME), normalise);
  const classes = readWordClasses(folder, normalise);
  if (!classes.ok) return classes;
  const layers = { ranges: ranges.table, user: user.rules, classes: classes.value };
  const set = compileRules(packs.value.packs, layers);
  const troubles = [...packs.value.troubles, ...ranges.troubles, ...user.troubles, ...set.troubles];
  return done({ ...set, troubles });
}

/** Reads every .yaml file of a folder as ranges; no folder, no ranges. */
export function readRanges(
  folder: string,
  normalise: Normaliser,
): { table: RangeTable; troubles: readonly Trouble[] } {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.yaml')) : [];
  const files: RangeFile[] = [];
  const unread: Trouble[] = [];
  for (const name of names.sort()) {
    const file = join(folder, name);
    const text = readRuleFile(file);
    const loaded = text.ok ? loadRanges(text.value, file, normalise) : text;
    if (loaded.ok) files.push(loaded.value);
    else unread.push(loaded.trouble);
  }
  const { table, troubles } = joinRanges(files, normalise);
  return { table, troubles: [...unread, ...troubles] };
}

function readUserRules(
  file: string,
  normalise: Normaliser,
): { rules: UserRules | null; troubles: readonly Trouble[] } {
  if (!existsSync(file)) return { rules: null, troubles: [] };
  const text = readRuleFile(file);
  const loaded = text.ok ? loadUserRules(text.value, file, normalise) : text;
  return loaded.ok ? { rules: loaded.value, troubles: [] } : { rules: null, troubles: [loaded.trouble] };
}
