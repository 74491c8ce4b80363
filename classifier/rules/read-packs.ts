import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { done, failed, type Result } from '#classifier/core/result.ts';
import { type Trouble, trouble } from '#classifier/core/trouble.ts';
import type { Normaliser } from './compile-pattern.ts';
import { loadPack, type RulePack } from './load-pack.ts';

/** The largest pack file that is read, in bytes. */
export const MAX_PACK_BYTES = 1_000_000;

/** The packs of a folder in the order of their names, and the files that could not be read as packs. */
export interface PackFolder {
  readonly packs: readonly RulePack[];
  readonly troubles: readonly Trouble[];
}

/** Reads every .yaml file of a folder as a pack. Fails only where the folder itself cannot be listed. */
export function readPacks(folder: string, normalise: Normaliser): Result<PackFolder> {
  let names: readonly string[];
  try {
    names = readdirSync(folder)
      .filter((name) => /\.ya?ml$/.test(name))
      .sort();
  } catch {
    const place = { file: folder };
    return failed(trouble('file-missing', '找不到规则文件夹', 'the folder of rules cannot be read', place));
  }
  const packs: RulePack[] = [];
  const troubles: Trouble[] = [];
  for (const name of names) {
    const text = readRuleFile(join(folder, name));
    const pack = text.ok ? loadPack(text.value, join(folder, name), normalise) : text;
    if (pack.ok) packs.push(pack.value);
    else troubles.push(pack.trouble);
  }
  return done({ packs, troubles });
}

/** Reads a rule file whole: UTF-8 of at most {@link MAX_PACK_BYTES}. */
export function readRuleFile(file: string): Result<string> {
  const place = { file };
  try {
    if (statSync(file).size > MAX_PACK_BYTES) {
      return failed(
        trouble('file-too-large', '规则文件超过 1 MB', 'the rule file is larger than 1 MB', place),
      );
    }
    const bytes = readFileSync(file);
    return done(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (problem) {
    if (problem instanceof TypeError) {
      return failed(trouble('file-not-utf8', '规则文件不是 UTF-8', 'the rule file is not UTF-8', place));
    }
    return failed(trouble('file-unreadable', '规则文件读不出来', 'the rule file cannot be read', place));
  }
}
