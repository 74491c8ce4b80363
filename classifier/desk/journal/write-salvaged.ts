import { done, type Result } from '#classifier/core/result.ts';
import { writeLabelLines } from '#classifier/interchange/label-lines.ts';
import { writeTextFile } from '#classifier/interchange/write-text-file.ts';
import { salvageLabels } from '#classifier/store/salvage-labels.ts';
import { journalRecord } from './journal-record.ts';

/** What was read out of a damaged workspace, and where it is now. */
export interface SalvageOutcome {
  readonly path: string;
  readonly entries: number;
  readonly lost: number;
}

/** Writes what is left of a database's label log as label lines, which `jianwen label import` reads. The database stays as it is. */
export async function writeSalvaged(file: string, path: string): Promise<Result<SalvageOutcome>> {
  const salvaged = salvageLabels(file);
  if (!salvaged.ok) return salvaged;
  const { events, lost } = salvaged.value;
  const ofDesk = events.filter(({ origin }) => origin !== 'starter');
  const written = await writeTextFile(path, writeLabelLines(ofDesk.map(journalRecord)));
  return written.ok ? done({ path, entries: ofDesk.length, lost }) : written;
}
