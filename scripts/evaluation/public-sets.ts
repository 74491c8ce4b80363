import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Axis } from '#classifier/core/axis.ts';
import type { LabelledHeadline } from '#classifier/core/labelled-headline.ts';

/** Where public sets lie beside the project, for evaluation only; null where they do not. */
export function publicSetsFolder(root: string): string | null {
  const folder = join(root, '../shared/data');
  return existsSync(folder) ? folder : null;
}

/** A public set with its two labels read as one axis; column tails behind `|` are cut, since they give the label away. */
export function readPublicSet(folder: string, name: string, axis: Axis, yes: string): LabelledHeadline[] {
  return linesOf(folder, name).map(({ text, label }) => ({
    text: text.replace(/\s*[|｜][^|｜]*$/u, ''),
    label: { sensational: null, implausible: null, [axis]: label === yes },
    topic: null,
    difficulty: null,
  }));
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
