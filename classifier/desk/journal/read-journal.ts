import { statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { done, type Result } from '#classifier/core/result.ts';
import { readLabelFile } from '#classifier/interchange/data-sets/read-label-file.ts';
import type { LabelReading } from '#classifier/interchange/label-lines.ts';
import { JOURNAL, journalFile, journalNumbers } from './journal-files.ts';

/** Reads a label file of any tool, or a journal: its folder, whose files follow each other. */
export async function readLabels(path: string): Promise<Result<LabelReading>> {
  const isJournal =
    basename(path) === JOURNAL && statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  if (!isJournal) return readLabelFile(path);
  const all: LabelReading[] = [];
  for (const number of journalNumbers(dirname(path))) {
    const read = await readLabelFile(journalFile(dirname(path), number));
    if (!read.ok) return read;
    all.push(read.value);
  }
  return done({
    records: all.flatMap(({ records }) => records),
    troubles: all.flatMap(({ troubles }) => troubles),
  });
}
