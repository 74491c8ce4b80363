import { done, failed, type Result } from '#classifier/core/result.ts';
import type { Trouble } from '#classifier/core/trouble.ts';
import { type LabelReading, type LabelRecord, labelFromRecord } from '../label-lines.ts';
import { decodeBytes } from '../sources/decode-bytes.ts';
import { isZip } from '../sources/packed.ts';
import { readSourceBytes } from '../sources/read-source-file.ts';
import { sheetCells } from '../sources/read-xlsx.ts';
import { damaged } from '../sources/source-troubles.ts';
import { unzip } from '../sources/unpack.ts';
import { recordOf } from './columns.ts';
import { unspaced } from './defanged.ts';
import { readLabelStudio, readLabelText, readRecord } from './read-labels.ts';
import { csvRecords } from './tables.ts';

/**
 * Reads a label file of any tool that {@link LABEL_FORMATS} names but Parquet; which one its content tells. Troubles:
 * those of reading a file; every row that holds no label that is known is one trouble of the reading.
 */
export async function readLabelFile(path: string): Promise<Result<LabelReading>> {
  const bytes = await readSourceBytes(path);
  if (!bytes.ok) return bytes;
  if (isZip(bytes.value)) return readWorkbookLabels(bytes.value, path);
  const decoded = decodeBytes(bytes.value, path);
  if (!decoded.ok) return decoded;
  const { text } = decoded.value;
  const start = text.trimStart();
  if (start.startsWith('[')) return readTasks(text, path);
  if (start.startsWith('{') || start.startsWith('__label__')) return done(readLabelText(text, path));
  return readCsvLabels(text, path);
}

function readTasks(text: string, path: string): Result<LabelReading> {
  try {
    const tasks: unknown = JSON.parse(text);
    return Array.isArray(tasks) ? done(readLabelStudio(tasks, path)) : failed(damaged(path));
  } catch {
    return failed(damaged(path));
  }
}

function readCsvLabels(text: string, path: string): Result<LabelReading> {
  try {
    const read = csvRecords(text).map(({ line, record }) => ({
      line,
      all: readRecord(record, { file: path, line }),
    }));
    return done(gathered(read));
  } catch {
    return failed(damaged(path));
  }
}

async function readWorkbookLabels(bytes: Uint8Array, path: string): Promise<Result<LabelReading>> {
  const entries = unzip(bytes, path);
  if (!entries.ok) return entries;
  const table = await sheetCells(entries.value, path);
  if (!table.ok) return table;
  const [headers = [], ...rows] = table.value;
  const read = rows
    .map((cells, at) => ({ line: at + 2, record: recordOf(headers, cells.map(unspaced)) }))
    .filter(({ record }) => Object.keys(record).length > 0)
    .map(({ line, record }) => ({ line, all: [labelFromRecord(record, { file: path, line })] }));
  return done(gathered(read));
}

function gathered(
  read: readonly { readonly line: number; readonly all: readonly Result<LabelRecord>[] }[],
): LabelReading {
  const records: { record: LabelRecord; line: number }[] = [];
  const troubles: Trouble[] = [];
  for (const { line, all } of read) {
    for (const one of all) {
      if (one.ok) records.push({ record: one.value, line });
      else troubles.push(one.trouble);
    }
  }
  return { records, troubles };
}
