import { closeSync, fsync, fsyncSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { done, failed, type Result } from '#classifier/core/result.ts';
import type { Trouble } from '#classifier/core/trouble.ts';
import { writeLabelLines } from '#classifier/interchange/label-lines.ts';
import { eventsBetween, findEvent, type LabelEvent } from '#classifier/store/label-events.ts';
import type { Workspace } from '#classifier/store/workspace.ts';
import { JOURNAL, journalFile, journalNumbers, lastEntry } from './journal-files.ts';
import { journalRecord } from './journal-record.ts';
import { journalBehind, journalKept } from './journal-troubles.ts';

/** Bytes after which a journal goes on in a new file. */
const LARGEST = 8 * 1024 * 1024;
/** Entries that are written at once. */
const AT_ONCE = 5_000;

/** Forces a file that was written to disk, and closes it. */
export type Flush = (handle: number) => void;

/** Returns when the disk has it. */
const flushNow: Flush = (handle) => {
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

/**
 * Returns at once: what the system has survives the end of any process. What the power takes before the disk has it, the next
 * opening writes again, as the log has it. `onEnd` is told why the disk does not take it, and null where it does.
 */
export function flushBehind({ file }: Workspace, onEnd: (trouble: Trouble | null) => void): Flush {
  return (handle) =>
    fsync(handle, (error) => {
      closeSync(handle);
      onEnd(error === null ? null : journalBehind(error, join(dirname(file), JOURNAL)));
    });
}

/**
 * Brings the plain-text journal of a workspace up to its label log: one line an entry, forced to disk by `flush`. The log is
 * the truth; the journal is what any editor reads, and what `jianwen label import` reads, when there is no database any more.
 * It only ever grows. Where its last line is of another log (a backup was restored, the database is a new one), the whole
 * present log follows in a new file. Answers how many lines were added.
 */
export function followLog(
  { db, file }: Workspace,
  { largest = LARGEST, flush = flushNow }: { readonly largest?: number; readonly flush?: Flush } = {},
): Result<number> {
  const folder = dirname(file);
  const bringUp = () => {
    const last = db.prepare('SELECT max(id) FROM label_event').pluck().get() as number | null;
    let { after, number, size } = placeOf(folder, (id) => findEvent(db, id));
    let written = 0;
    for (; after < (last ?? 0); after += AT_ONCE) {
      const events = eventsBetween(db, after, after + AT_ONCE).filter(({ origin }) => origin !== 'starter');
      if (events.length === 0) continue;
      if (size >= largest) {
        number += 1;
        size = 0;
      }
      size += append(journalFile(folder, number), events, flush);
      written += events.length;
    }
    return done(written);
  };
  try {
    // The lock keeps two processes from writing the same entries.
    return db.transaction(bringUp).immediate();
  } catch (error) {
    return failed(journalBehind(error, join(folder, JOURNAL)));
  }
}

/** Writes the journal anew from the log, and lets go of all that it said before. */
export function rewriteJournal(workspace: Workspace): Result<number> {
  const folder = dirname(workspace.file);
  try {
    for (const number of journalNumbers(folder)) rmSync(journalFile(folder, number), { force: true });
  } catch (error) {
    return failed(journalKept(error, join(folder, JOURNAL)));
  }
  return followLog(workspace);
}

/** Where the journal goes on: after which event, and in which file of what size. */
function placeOf(
  folder: string,
  find: (id: number) => LabelEvent | undefined,
): { readonly after: number; readonly number: number; readonly size: number } {
  const numbers = journalNumbers(folder);
  let next = (numbers.at(-1) ?? 0) + 1;
  for (const number of numbers.toReversed()) {
    const { record, size } = lastEntry(journalFile(folder, number));
    if (record === null && size === 0) {
      // A full disk leaves a file without a line, which is gone on with.
      next = number;
      continue;
    }
    const event = typeof record?.rest.event === 'number' ? find(record.rest.event) : undefined;
    const isSame = event?.digest === record?.digest && event?.labelledAt === record?.labelledAt;
    if (event !== undefined && isSame) return { after: event.id, number, size };
    break;
  }
  return { after: 0, number: next, size: 0 };
}

/** Appends entries to a file. Answers their bytes. */
function append(file: string, events: readonly LabelEvent[], flush: Flush): number {
  mkdirSync(dirname(file), { recursive: true });
  const bytes = Buffer.from(writeLabelLines(events.map(journalRecord)));
  const handle = openSync(file, 'a');
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
  } catch (error) {
    closeSync(handle);
    throw error;
  }
  flush(handle);
  return bytes.length;
}
