import { stringify } from 'csv-stringify/sync';
import { parquetWriteBuffer } from 'hyparquet-writer';
import writeWorkbook from 'write-excel-file/node';
import { forEachRecord } from '../csv-records.ts';
import type { JsonRecord } from '../json-line.ts';
import type { LabelRecord } from '../label-lines.ts';
import { isBlank } from '../lines.ts';
import { COLUMNS, cellOf, recordOf } from './columns.ts';
import { defanged, fanged, spaced } from './defanged.ts';

const yesNo = (value: unknown) => (value === true ? '是' : value === false ? '否' : value);

/** A table for people in Excel: a byte order mark, Chinese headers, 是 and 否, formula cells defanged. */
export function writeCsv(records: readonly LabelRecord[]): string {
  const rows = records.map((record) => COLUMNS.map((column) => defanged(yesNo(cellOf(record, column)))));
  return stringify([COLUMNS.map(({ zh }) => zh), ...rows], { bom: true });
}

/** A row of a table of labels, and the line at which it begins. */
export interface TableRecord {
  readonly line: number;
  readonly record: JsonRecord;
}

/**
 * The rows of a CSV with a header but the blank ones; a quote before a formula sign, as writeCsv puts it, is taken away.
 */
export function csvRecords(text: string): TableRecord[] {
  const records: TableRecord[] = [];
  let headers: readonly string[] | null = null;
  forEachRecord(text, { bom: true }, (cells, { first: line }) => {
    if (cells.every(isBlank)) return;
    if (headers === null) headers = cells;
    else records.push({ line, record: recordOf(headers, cells.map(fanged)) });
  });
  return records;
}

/** A workbook for people. Texts are cells of type text: none is a formula, whatever it begins with. */
export async function writeXlsx(records: readonly LabelRecord[]): Promise<Uint8Array> {
  const head = COLUMNS.map(({ zh }) => ({ value: zh, fontWeight: 'bold' as const }));
  const rows = records.map((record) =>
    COLUMNS.map((column) => {
      const value = yesNo(cellOf(record, column));
      if (value === null || value === '') return null;
      return typeof value === 'number'
        ? { value, type: Number }
        : { value: spaced(String(value)), type: String };
    }),
  );
  const columns = COLUMNS.map(({ key }) => ({ width: key === 'text' ? 48 : 14 }));
  return writeWorkbook([head, ...rows], { columns, stickyRowsCount: 1 }).toBuffer();
}

/** The same columns as Parquet, by their English names. */
export function writeParquet(records: readonly LabelRecord[]): Uint8Array {
  const types = { text: 'STRING', number: 'DOUBLE', boolean: 'BOOLEAN' } as const;
  const columnData = COLUMNS.map((column) => ({
    name: column.key,
    type: types[column.kind],
    data: records.map((record) => cellOf(record, column)),
    nullable: true,
  }));
  return new Uint8Array(parquetWriteBuffer({ columnData }));
}
