import { readFile } from 'node:fs/promises';
import { done, type Result } from '#classifier/core/result.ts';
import type { Sentence } from '#classifier/core/trouble.ts';
import { REJECTED_LIMIT } from '#classifier/interchange/sources/limits.ts';
import type { RejectedOf } from '#classifier/interchange/sources/rejected-file.ts';
import type { RejectedRow } from '#classifier/interchange/sources/source-reading.ts';
import { writeTextFile } from '#classifier/interchange/write-text-file.ts';

/** Rows and lines that could not be read, for the table that was named for them. */
export interface Aside {
  add(file: string, rejected: readonly RejectedRow[]): void;
  /** Writes the table if there is more for it than there was. */
  save(): Promise<Result<void>>;
  /** Rows in the table, and those that it had no room for. */
  counts(): { readonly kept: number; readonly more: number };
}

/** Where nobody asked for the rows. */
export const NO_ASIDE: Aside = {
  add: () => undefined,
  save: async () => done(undefined),
  counts: () => ({ kept: 0, more: 0 }),
};

/** Begins a table, or goes on with that of a run that was stopped; rows that it holds are not added again. */
export async function openAside(path: string, goesOn: boolean, language: keyof Sentence): Promise<Aside> {
  const { readRejectedCsv, rejectedCsv } = await import('#classifier/interchange/sources/rejected-file.ts');
  const groups: RejectedOf[] = [];
  const known = new Set<string>();
  let more = 0;
  let isSaved = true;
  const add: Aside['add'] = (file, rejected) => {
    const fresh = keyed(file, rejected).filter(({ key }) => !known.has(key));
    const taken = fresh.slice(0, REJECTED_LIMIT - known.size);
    more += fresh.length - taken.length;
    if (taken.length === 0) return;
    for (const { key } of taken) known.add(key);
    groups.push({ file, rejected: taken.map(({ row }) => row) });
    isSaved = false;
  };
  const earlier = goesOn ? await readFile(path, 'utf8').catch(() => '') : '';
  for (const [file, ofFile] of Map.groupBy(readRejectedCsv(earlier), (kept) => kept.file))
    add(
      file,
      ofFile.flatMap(({ rejected }) => rejected),
    );
  return {
    add,
    async save() {
      if (isSaved) return done(undefined);
      const written = await writeTextFile(path, rejectedCsv(groups, language));
      isSaved = written.ok;
      return written;
    },
    counts: () => ({ kept: known.size, more }),
  };
}

/** Rows with what they are known by. Files of an archive number theirs alike, but always come in the same order. */
function keyed(file: string, rejected: readonly RejectedRow[]): { key: string; row: RejectedRow }[] {
  const met = new Map<number, number>();
  return rejected.map((row) => {
    const nth = met.get(row.row) ?? 0;
    met.set(row.row, nth + 1);
    return { key: `${row.row} ${nth} ${file}`, row };
  });
}
