import { join } from 'node:path';
import { done, failed, type Result } from '#classifier/core/result.ts';
import { type Trouble, trouble } from '#classifier/core/trouble.ts';
import type { Normaliser } from './compile-pattern.ts';
import { loadPack, type RulePack } from './load-pack.ts';
import { DISK } from './rule-files.ts';

/** The packs of a folder in the order of their names, and the files that could not be read as packs. */
export interface PackFolder {
  readonly packs: readonly RulePack[];
  readonly troubles: readonly Trouble[];
}

/** Reads every .yaml file of a folder as a pack. Fails only where the folder itself cannot be listed. */
export function readPacks(folder: string, normalise: Normaliser, files = DISK): Result<PackFolder> {
  const names = files.names(folder);
  if (names === null) {
    const place = { file: folder };
    return failed(trouble('file-missing', '找不到规则文件夹', 'the folder of rules cannot be read', place));
  }
  const packs: RulePack[] = [];
  const troubles: Trouble[] = [];
  for (const name of names) {
    const text = files.text(join(folder, name));
    const pack = text.ok ? loadPack(text.value, join(folder, name), normalise) : text;
    if (pack.ok) packs.push(pack.value);
    else troubles.push(pack.trouble);
  }
  return done({ packs, troubles });
}
