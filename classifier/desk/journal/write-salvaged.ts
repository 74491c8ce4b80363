import { done, type Result } from '#classifier/core/result.ts';
import { writeLabelLines } from '#classifier/interchange/label-lines.ts';
import { writeTextFile } from '#classifier/interchange/write-text-file.ts';
import { salvageLabels } from '#classifier/store/salvage-labels.ts';
import { journalRecord } from './journal-record.ts';

/** What was read out of a damaged workspace, as label lines, which `jianwen label import` reads. */
export interface SalvagedLines {
  readonly text: string;
  readonly entries: number;
  /** Entries that must have been there and could not be read. */
  readonly lost: number;
}

/** What was read out of a damaged workspace, and where it is now. */
export interface SalvageOutcome extends Omit<SalvagedLines, 'text'> {
  readonly path: string;
}

/** What is left of a database's label log, without what the program came with. The database stays as it is. */
export function salvagedLines(file: string): Result<SalvagedLines> {
  const salvaged = salvageLabels(file);
  if (!salvaged.ok) return salvaged;
  const { events, lost } = salvaged.value;
  const ofDesk = events.filter(({ origin }) => origin !== 'starter');
  return done({ text: writeLabelLines(ofDesk.map(journalRecord)), entries: ofDesk.length, lost });
}

/** Writes what is left of a database's label log into a file. The database stays as it is. */
export async function writeSalvaged(file: string, path: string): Promise<Result<SalvageOutcome>> {
  const salvaged = salvagedLines(file);
  if (!salvaged.ok) return salvaged;
  const { text, entries, lost } = salvaged.value;
  const written = await writeTextFile(path, text);
  return written.ok ? done({ path, entries, lost }) : written;
}
