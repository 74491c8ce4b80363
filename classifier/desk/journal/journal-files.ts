import { closeSync, existsSync, fstatSync, ftruncateSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { type LabelRecord, readLabelLine } from '#classifier/interchange/label-lines.ts';

/** Folder of the journal, in the data folder. */
export const JOURNAL = 'journal';

const NAME = /^labels-(\d{4,})\.jsonl$/;
/** Bytes at the end of a file in which its last line mostly begins; where it does not, eight times as many are read. */
const TAIL = 4 * 1024;
const LONGER = 8;

/** The file of a journal with this number. */
export function journalFile(folder: string, number: number): string {
  return join(folder, JOURNAL, `labels-${String(number).padStart(4, '0')}.jsonl`);
}

/** The numbers of the files that are there, in their order. */
export function journalNumbers(folder: string): number[] {
  const journal = join(folder, JOURNAL);
  if (!existsSync(journal)) return [];
  return readdirSync(journal)
    .flatMap((name) => (NAME.exec(name)?.[1] ?? []) as string)
    .map(Number)
    .sort((a, b) => a - b);
}

/** The last whole line of a file and the bytes up to its end; cuts off what a power cut left of a line behind it. */
export function lastEntry(file: string): { readonly record: LabelRecord | null; readonly size: number } {
  const handle = openSync(file, 'r+');
  try {
    const { size } = fstatSync(handle);
    const { tail, from, start, end } = lastLine(handle, size);
    if (from + end < size) ftruncateSync(handle, from + end);
    const read = end === 0 ? null : readLabelLine(tail.toString('utf8', start, end), { file, line: 0 });
    return { record: read?.ok ? read.value : null, size: from + end };
  } finally {
    closeSync(handle);
  }
}

interface Tail {
  readonly tail: Buffer;
  /** Where in the file it begins. */
  readonly from: number;
  /** Where in it the last whole line begins, and where that ends. */
  readonly start: number;
  readonly end: number;
}

function lastLine(handle: number, size: number): Tail {
  for (let length = TAIL; ; length *= LONGER) {
    const from = Math.max(0, size - length);
    const tail = Buffer.alloc(size - from);
    readSync(handle, tail, 0, tail.length, from);
    const end = tail.lastIndexOf('\n') + 1;
    const start = end < 2 ? 0 : tail.lastIndexOf('\n', end - 2) + 1;
    if (start > 0 || from === 0) return { tail, from, start, end };
  }
}
