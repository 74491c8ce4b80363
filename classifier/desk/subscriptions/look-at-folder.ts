import { hash } from 'node:crypto';
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

/** What one look reads of a folder; the next look goes on with the rest. */
export interface FolderLimits {
  /** Files, in the order of their names. */
  readonly files: number;
  /** Headlines after which no further file is read. */
  readonly rows: number;
}

const FOLDER_LIMITS: FolderLimits = { files: 5000, rows: 10 * MOST_ITEMS };

/**
 * Reads the files of a folder that are new or have changed since the last look. Folders inside, links and hidden files
 * are left alone.
 */
export async function lookAtFolder(
  { address, seen }: Pick<Source, 'address' | 'seen'>,
  limits: FolderLimits = FOLDER_LIMITS,
): Promise<Found> {
  try {
    return await lookAtFiles(address, await fileNames(address), seen, limits);
  } catch (error) {
    return { kind: 'failed', trouble: accessTrouble(error, address), retryAfter: null };
  }
}

/**
 * Reads those files of a folder that are not as they were seen, as many as one look may. A file that cannot be read is
 * told once; one that is being written is read the next time.
 */
export async function lookAtFiles(
  folder: string,
  names: readonly string[],
  seen: Source['seen'],
  limits: FolderLimits = FOLDER_LIMITS,
): Promise<Found> {
  const known = marksIn(seen);
  const present = presentFiles(folder, names);
  const fresh = present.filter(({ mark }) => !known.has(mark));
  if (fresh.length === 0 && present.length === known.size) return { kind: 'unchanged' };
  const { rows, troubles, marks, hasMore } = await readFiles(fresh, limits);
  const kept = present.filter(({ mark }) => known.has(mark)).map(({ mark }) => mark);
  return { kind: 'read', rows, seen: JSON.stringify([...kept, ...marks].join('')), troubles, hasMore };
}

/** A file as it is now. */
interface PresentFile {
  readonly path: string;
  readonly mark: string;
}

function presentFiles(folder: string, names: readonly string[]): PresentFile[] {
  return names.flatMap((name) => {
    const path = join(folder, name);
    const state = stateOf(path);
    return state === null ? [] : [{ path, mark: markOf(name, state) }];
  });
}

/** Reads files up to the limits; the marks are those of the files that need not be read again. */
async function readFiles(files: readonly PresentFile[], limits: FolderLimits) {
  const rows: SourceRow[] = [];
  const troubles: Trouble[] = [];
  const marks: string[] = [];
  let taken = 0;
  for (const { path, mark } of files) {
    if (taken >= limits.files || rows.length >= limits.rows) break;
    taken += 1;
    const isGone = stateOf(path) === null;
    if (isGone) continue;
    const read = await readRows(path);
    if (read.ok) for (const row of read.value) rows.push(row);
    else troubles.push(read.trouble);
    if (read.ok || read.trouble.code !== 'file-changed') marks.push(mark);
  }
  return { rows, troubles, marks, hasMore: taken < files.length };
}

/** Characters of a mark: 66 bits. */
const MARK = 11;

/** Names a file in one state. What was seen of a folder is the marks of its files, one after the other: thousands stay short. */
function markOf(name: string, state: string): string {
  return hash('sha256', `${state} ${name}`, 'base64url').slice(0, MARK);
}

/** The marks of what was seen; earlier workspaces hold the state of each file by its name. */
function marksIn(seen: Source['seen']): ReadonlySet<string> {
  const said = JSON.parse(seen) as string | Readonly<Record<string, string>>;
  if (typeof said !== 'string')
    return new Set(Object.entries(said).map(([name, state]) => markOf(name, state)));
  const marks = new Set<string>();
  for (let at = 0; at < said.length; at += MARK) marks.add(said.slice(at, at + MARK));
  return marks;
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
