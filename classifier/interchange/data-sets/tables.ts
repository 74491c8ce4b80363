import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { parquetWriteBuffer } from 'hyparquet-writer';
import writeWorkbook from 'write-excel-file/node';
import type { JsonRecord } from '../json-line.ts';
import type { LabelRecord } from '../label-lines.ts';
import { COLUMNS, cellOf, recordOf } from './columns.ts';
import { defanged, fanged, spaced } from './defanged.ts';

const yesNo = (value: unknown) => (value === true ? '是' : value === false ? '否' : value);

/** A table for people in Excel: a byte order mark, Chinese headers, 是 and 否, formula cells defanged. */
export function writeCsv(records: readonly LabelRecord[]): string {
  const rows = records.map((record) => COLUMNS.map((column) => defanged(yesNo(cellOf(record, column)))));
  return stringify([COLUMNS.map(({ zh }) => zh), ...rows], { bom: true });
}

/** The rows of a CSV with a header; a quote before a formula sign, as writeCsv puts it, is taken away. */
export function csvRecords(text: string): JsonRecord[] {
  const [headers = [], ...rows] = parse(text, { bom: true, relax_column_count: true }) as string[][];
  return rows.map((cells) => recordOf(headers, cells.map(fanged)));
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
