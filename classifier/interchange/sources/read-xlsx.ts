import { done, failed, type Result } from '#classifier/core/result.ts';
import type { Sentence } from '#classifier/core/trouble.ts';
import { isBlank } from '../lines.ts';
import { CELL_LIMIT } from './limits.ts';
import { holdsEntities } from './markup.ts';
import type { Rows, SourceChoices } from './source-reading.ts';
import { damaged, noSuchColumn, nothingFound, overLimit, unsupported } from './source-troubles.ts';
import { type TableRow, tableRows } from './table-rows.ts';
import { type Entries, repack } from './unpack.ts';

/** Excel's own limits. */
const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;

const TOO_MANY_CELLS = {
  zh: `的一张表超过 ${CELL_LIMIT / 1_000_000} 百万格`,
  en: `has a sheet of over ${CELL_LIMIT / 1_000_000} million cells`,
};
const ENTITIES: Sentence = {
  zh: '里有实体声明，工作簿里不该有，没有打开。',
  en: 'declares entities, which no workbook does; it was not opened.',
};

/** The parts that are unpacked. */
const WANTED = /^(xl\/.*\.(xml|rels)|_rels\/.*|\[Content_Types\]\.xml)$/;

/** Whether an archive holds a workbook. */
export function isWorkbook(entries: Entries): boolean {
  return entries.has('xl/workbook.xml');
}

/**
 * Reads a sheet of a workbook as a table: the one asked for, or the first that is not empty. Of formulas the values
 * that they had when the file was saved count; macros, pictures and links to other files are not even unpacked.
 * Troubles: those of tableRows; file-damaged; file-too-large before anything is made of a sheet that is too large.
 */
export async function readXlsx(
  entries: Entries,
  file: string,
  choices: SourceChoices,
): Promise<Result<Rows>> {
  const read = await sheetsOf(entries, file);
  if (!read.ok) return read;
  const sheets = read.value;
  const names = sheets.map(({ sheet }) => sheet);
  const { sheet: asked } = choices;
  const chosen = sheets.find(({ sheet, data }) => (asked === undefined ? data.length > 0 : sheet === asked));
  if (chosen === undefined)
    return failed(asked === undefined ? nothingFound(file) : noSuchColumn(file, asked, names));
  const rows = tableRows(toTable(chosen.data), file, choices.column);
  return rows.ok ? done({ ...rows.value, sheets: names, sheet: chosen.sheet }) : rows;
}

/** The cells of the first sheet that is not empty, as text. Troubles: file-damaged, file-too-large. */
export async function sheetCells(
  entries: Entries,
  file: string,
): Promise<Result<readonly (readonly string[])[]>> {
  const sheets = await sheetsOf(entries, file);
  if (!sheets.ok) return sheets;
  const filled = sheets.value.find(({ data }) => data.length > 0);
  return done(toTable(filled?.data ?? []).map(({ cells }) => cells));
}

interface Sheet {
  readonly sheet: string;
  readonly data: readonly (readonly unknown[])[];
}

async function sheetsOf(entries: Entries, file: string): Promise<Result<readonly Sheet[]>> {
  const parts = new Map([...entries].filter(([name]) => WANTED.test(name)));
  for (const [name, part] of parts) {
    if (holdsEntities(part)) return failed(unsupported(file, ENTITIES));
    if (name.startsWith('xl/worksheets/') && cellsOf(part) > CELL_LIMIT)
      return failed(overLimit(file, TOO_MANY_CELLS));
  }
  const { default: readWorkbook } = await import('read-excel-file/node');
  try {
    const options = { trim: false, parseNumber: (digits: string) => digits };
    return done(await readWorkbook(Buffer.from(repack(parts)), options));
  } catch {
    return failed(damaged(file));
  }
}

function toTable(data: readonly (readonly unknown[])[]): TableRow[] {
  const table = data.map((cells, at) => ({ row: at + 1, cells: trimEnd(cells.map(cellText)) }));
  while (table.length > 0 && table.at(-1)?.cells.length === 0) table.pop();
  return table;
}

function trimEnd(cells: string[]): string[] {
  const last = cells.findLastIndex((cell) => !isBlank(cell));
  return cells.slice(0, last + 1);
}

/** Times of a workbook have no zone; the library gives them as if they were UTC. */
function cellText(value: unknown): string {
  if (!(value instanceof Date)) return value === null || value === undefined ? '' : String(value);
  if (Number.isNaN(value.getTime())) return '';
  const written = value.toISOString().slice(0, 19);
  return written.endsWith('T00:00:00') ? written.slice(0, 10) : written;
}

/** Cells of the rectangle that a sheet spans, which are all made when it is read. */
function cellsOf(part: Uint8Array): number {
  const xml = Buffer.from(part.buffer, part.byteOffset, part.byteLength).toString('latin1');
  let rows = 0;
  let columns = 0;
  for (const [, row = ''] of xml.matchAll(/<row\b[^>]{0,1000}?\sr="(\d{1,12})"/g))
    rows = Math.max(rows, Number(row));
  for (const [, letters = '', row = ''] of xml.matchAll(/<c\b[^>]{0,1000}?\sr="([A-Z]{1,10})(\d{1,12})"/g)) {
    rows = Math.max(rows, Number(row));
    columns = Math.max(columns, columnNumber(letters));
  }
  return rows > LAST_ROW || columns > LAST_COLUMN ? Number.POSITIVE_INFINITY : rows * columns;
}

function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}
