import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Axis } from '#classifier/core/axis.ts';
import type { LabelledHeadline } from '#classifier/core/labelled-headline.ts';

/**
 * Where public sets lie, for evaluation only: the folder that was named, else one beside the project; null where that is not there.
 * @throws Error where the folder that was named is missing.
 */
export function publicSetsFolder(root: string, named?: string): string | null {
  const folder = named ?? join(root, '../shared/data');
  if (existsSync(folder)) return folder;
  if (named !== undefined) throw new Error(`There is no folder ${named}.`);
  return null;
}

/** A public set with its two labels read as one axis. */
export function readPublicSet(folder: string, name: string, axis: Axis, yes: string): LabelledHeadline[] {
  return linesOf(folder, name).map(({ text, label }) => ({
    text,
    label: { sensational: null, implausible: null, [axis]: label === yes },
    topic: null,
    difficulty: null,
  }));
}

/** Without column tails after `|`, which give the label away in the clickbait sets. */
export function withoutTails(headlines: readonly LabelledHeadline[]): LabelledHeadline[] {
  return headlines.map((headline) => ({ ...headline, text: headline.text.replace(/\s*[|｜][^|｜]*$/u, '') }));
}

/** The headlines of a set whose labels say nothing of either axis. */
export function readOrdinarySet(folder: string, name: string): string[] {
  return linesOf(folder, name).map(({ text }) => text);
}

function linesOf(folder: string, name: string): { text: string; label: string }[] {
  return readFileSync(join(folder, `${name}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}
