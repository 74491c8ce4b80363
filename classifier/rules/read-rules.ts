import { join } from 'node:path';
import type { RangeTable } from '#classifier/core/quantities/plausible-range.ts';
import { done, type Result } from '#classifier/core/result.ts';
import type { Trouble } from '#classifier/core/trouble.ts';
import type { Normaliser } from './compile-pattern.ts';
import { joinPacks } from './compile-rules.ts';
import type { ShippedRules } from './lay-rules.ts';
import { joinRanges, loadRanges, type RangeFile } from './load-ranges.ts';
import { readPacks } from './read-packs.ts';
import { readWordClasses } from './read-word-classes.ts';
import { DISK, RANGES_FOLDER } from './rule-files.ts';

/** Reads what the program ships from a folder. Fails where it cannot be listed; whatever else is broken is left out and told. */
export function readShippedRules(
  folder: string,
  normalise: Normaliser,
  files = DISK,
): Result<{ readonly shipped: ShippedRules; readonly troubles: readonly Trouble[] }> {
  const packs = readPacks(folder, normalise, files);
  if (!packs.ok) return packs;
  const classes = readWordClasses(folder, normalise, files);
  if (!classes.ok) return classes;
  const ranges = readRanges(join(folder, RANGES_FOLDER), normalise, files);
  const { rules, troubles } = joinPacks(packs.value.packs);
  return done({
    shipped: { rules, ranges: ranges.table, classes: classes.value, plan: null },
    troubles: [...packs.value.troubles, ...ranges.troubles, ...troubles],
  });
}

/** Reads every .yaml file of a folder as ranges; no folder, no ranges. */
export function readRanges(
  folder: string,
  normalise: Normaliser,
  files = DISK,
): { table: RangeTable; troubles: readonly Trouble[] } {
  const read: RangeFile[] = [];
  const unread: Trouble[] = [];
  for (const name of files.names(folder) ?? []) {
    const file = join(folder, name);
    const text = files.text(file);
    const loaded = text.ok ? loadRanges(text.value, file, normalise) : text;
    if (loaded.ok) read.push(loaded.value);
    else unread.push(loaded.trouble);
  }
  const { table, troubles } = joinRanges(read, normalise);
  return { table, troubles: [...unread, ...troubles] };
}
