import { existsSync } from 'node:fs';
import { done, failed, type Result } from '#classifier/core/result.ts';
import { noDatabase } from './backup.ts';
import { type EventRow, fromRow, type LabelEvent } from './label-events.ts';
import { type LeafRow, leafRows } from './leaf-rows.ts';
import { openPages } from './open-pages.ts';
import { storeTrouble } from './store-trouble.ts';

export interface Salvaged {
  /** Entries of the log of labels, in its order. */
  readonly events: readonly LabelEvent[];
  /** Entries that must have been there, by their numbers, and could not be read. */
  readonly lost: number;
}

/** The columns of the log in the order in which the table has them. */
const COLUMNS = [
  ...['id', 'request_id', 'kind', 'undoes', 'digest', 'text', 'sensational', 'implausible', 'origin'],
  ...['annotator', 'labelled_at', 'note', 'extra', 'seconds', 'shown_score', 'shown_band', 'shown_model'],
  ...['saw_other', 'is_ruling', 'batch'],
] as const;
const ADDED = {
  note: null,
  extra: null,
  seconds: null,
  shown_score: null,
  shown_band: null,
  shown_model: null,
};

/**
 * Reads every entry of the label log that is left in a damaged database and its write-ahead log, page by page and without
 * SQLite. Nothing is changed. Fails only where the file itself cannot be read.
 */
export function salvageLabels(file: string): Result<Salvaged> {
  if (!existsSync(file)) return failed(noDatabase(file));
  try {
    const pages = openPages(file);
    try {
      const events = new Map<number, LabelEvent>();
      for (let number = 1; number <= pages.count; number += 1) {
        for (const row of leafRows(pages, number)) {
          const event = eventFrom(row);
          if (event !== null) events.set(event.id, event);
        }
      }
      const inOrder = [...events.values()].sort((a, b) => a.id - b.id);
      return done({ events: inOrder, lost: (inOrder.at(-1)?.id ?? 0) - inOrder.length });
    } finally {
      pages.close();
    }
  } catch (error) {
    return failed(storeTrouble(error, file));
  }
}

/** A row of the log of labels; null for a row of any other table. */
function eventFrom({ rowid, cells }: LeafRow): LabelEvent | null {
  const [, , kind, undoes, digest, text, sensational, implausible, origin, annotator, labelledAt] = cells;
  const isEntry =
    (kind === 'label' || kind === 'undo') &&
    (kind === 'undo') === (typeof undoes === 'number') &&
    typeof digest === 'string' &&
    /^[0-9a-f]{32}$/.test(digest) &&
    typeof text === 'string' &&
    [sensational, implausible].every((value) => value === 0 || value === 1) &&
    (origin === 'starter' || origin === 'desk' || origin === 'import') &&
    typeof annotator === 'string' &&
    typeof labelledAt === 'string';
  if (!isEntry) return null;
  const said = Object.fromEntries(cells.map((cell, at) => [COLUMNS[at], cell]));
  return fromRow({
    saw_other: 0,
    is_ruling: 0,
    batch: null,
    ...ADDED,
    ...said,
    id: rowid,
  } as unknown as EventRow);
}
