import { lstatSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { done, failed, type Result } from '#classifier/core/result.ts';
import { type Trouble, trouble } from '#classifier/core/trouble.ts';
import { shownName } from '#classifier/interchange/decode-text.ts';
import { accessTrouble } from '#classifier/interchange/read-text-file.ts';
import { readSourceFile } from '#classifier/interchange/sources/read-source-file.ts';
import type { SourceRow } from '#classifier/interchange/sources/source-reading.ts';
import { type Found, MOST_ITEMS, type Source } from './found.ts';

/** Most files of a folder that are looked at. */
const MOST_FILES = 5000;

/**
 * Reads the files of a folder that are new or have changed since the last look. Folders inside, links and hidden files
 * are left alone.
 */
export async function lookAtFolder({ address, seen }: Pick<Source, 'address' | 'seen'>): Promise<Found> {
  try {
    const names = await fileNames(address);
    return await lookAtFiles(address, names.slice(0, MOST_FILES), seen);
  } catch (error) {
    return { kind: 'failed', trouble: accessTrouble(error, address), retryAfter: null };
  }
}

/**
 * Reads those files of a folder that are not as they were seen. A file that cannot be read is told once; one that is
 * being written is read the next time.
 */
export async function lookAtFiles(
  folder: string,
  names: readonly string[],
  seen: Source['seen'],
): Promise<Found> {
  const rows: SourceRow[] = [];
  const troubles: Trouble[] = [];
  const present: [string, string][] = [];
  const states = JSON.parse(seen) as Readonly<Record<string, string>>;
  let isChanged = names.length !== Object.keys(states).length;
  for (const name of names) {
    const path = join(folder, name);
    const state = stateOf(path);
    if (state === null) continue;
    const isKnown = Object.hasOwn(states, name) && states[name] === state;
    const read = isKnown ? null : await readRows(path);
    if (read !== null) isChanged = true;
    if (read?.ok) rows.push(...read.value);
    else if (read !== null) troubles.push(read.trouble);
    if (read === null || read.ok || read.trouble.code !== 'file-changed') present.push([name, state]);
  }
  return isChanged
    ? { kind: 'read', rows, seen: JSON.stringify(Object.fromEntries(present)), troubles }
    : { kind: 'unchanged' };
}

async function readRows(path: string): Promise<Result<readonly SourceRow[]>> {
  const read = await readSourceFile(path);
  if (!read.ok) return read;
  const { rows } = read.value;
  return rows.length > MOST_ITEMS ? failed(tooLong(path)) : done(rows);
}

async function fileNames(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && !entry.name.endsWith('.partial'))
    .map(({ name }) => name)
    .sort();
}

/** Tells one state of a file from another; null where it is no file any more. Not awaited: of thousands that took twenty times as long. */
function stateOf(path: string): string | null {
  try {
    const found = lstatSync(path);
    return found.isFile() ? `${found.size} ${found.mtimeMs}` : null;
  } catch {
    return null;
  }
}

function tooLong(file: string): Trouble {
  const name = shownName(file);
  return trouble(
    'file-too-large',
    `“${name}”有一万条以上标题，不作为订阅读入。请在窗口里作为清单打开。`,
    `“${name}” holds over ten thousand headlines and is not taken from a watched folder. Open it as a list.`,
    { file },
  );
}
