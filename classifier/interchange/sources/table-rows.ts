import { stringify } from 'csv-stringify/sync';
import { done, failed, type Result } from '#classifier/core/result.ts';
import type { Sentence } from '#classifier/core/trouble.ts';
import { columnAsked, distinctHeaders, fieldsOf, namesHeadline } from './column-names.ts';
import { COLUMN_LIMIT, ROW_LIMIT } from './limits.ts';
import { createCollector, detailsMaker } from './make-row.ts';
import { type LeftOut, plainRows, type RejectedRow, type Rows } from './source-reading.ts';
import { noSuchColumn, nothingFound, overLimit } from './source-troubles.ts';

/** A row of a table with its place: a line of a text or a row of a sheet. */
export interface TableRow {
  readonly row: number;
  readonly cells: readonly string[];
}

const HEADER: Sentence = { zh: '表头', en: 'names of the columns' };
const BLANK: Sentence = { zh: '空行', en: 'blank line' };
const TOO_MANY_COLUMNS = { zh: `超过 ${COLUMN_LIMIT} 列`, en: `has over ${COLUMN_LIMIT} columns` };
const TOO_MANY_ROWS = { zh: `超过 ${ROW_LIMIT} 行`, en: `has over ${ROW_LIMIT} rows` };
/** Rows by which a table without known headers is judged. */
const SAMPLE = 200;

/**
 * Takes the headlines out of a table: from the column asked for, or the one that its header names, or the one with the
 * longest texts. A first row is taken for a header where a cell names a headline or where it is much shorter than what
 * stands below. Rows without a headline are kept aside. Troubles: column-missing, no-headlines, file-too-large.
 */
export function tableRows(
  table: readonly TableRow[],
  file: string,
  asked?: string,
  rejected: readonly RejectedRow[] = [],
): Result<Rows> {
  const filled = table.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const wide = filled.find(({ cells }) => cells.length > COLUMN_LIMIT);
  if (wide !== undefined) return failed(overLimit(file, TOO_MANY_COLUMNS, wide.row));
  if (filled.length > ROW_LIMIT) return failed(overLimit(file, TOO_MANY_ROWS));
  const [first] = filled;
  if (first === undefined) return failed(nothingFound(file, rejected[0]?.row, rejected[0]?.reason));
  const hasHeader = namesHeadline(first.cells) || namesColumn(first.cells, asked) || isShortest(filled);
  const width = filled.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const given = Array.from({ length: width }, (_, at) => (hasHeader ? (first.cells[at] ?? '') : ''));
  const columns = distinctHeaders(given);
  const body = hasHeader ? filled.slice(1) : filled;
  const at = asked === undefined ? bestColumn(given, body) : columnAsked(columns, asked);
  if (at < 0) return failed(noSuchColumn(file, asked ?? '', columns));
  const collector = createCollector();
  const details = detailsMaker(columns, at);
  for (const { row, cells } of body) {
    collector.take(
      row,
      (cells[at] ?? '').trim(),
      () => details(cells),
      () => stringify([cells], { eof: false }),
    );
  }
  const leftOut: LeftOut[] = [
    ...counted(HEADER, hasHeader ? 1 : 0),
    ...counted(BLANK, table.length - filled.length),
  ];
  const aside = [...rejected, ...collector.rejected].sort((a, b) => a.row - b.row);
  if (collector.rows.length === 0) return failed(nothingFound(file, aside[0]?.row, aside[0]?.reason));
  return done({ ...plainRows(collector.rows, aside, leftOut), columns, column: columns[at] as string });
}

export function counted(reason: Sentence, lines: number): LeftOut[] {
  return lines === 0 ? [] : [{ reason, lines }];
}

function namesColumn(cells: readonly string[], asked: string | undefined): boolean {
  return asked !== undefined && !/^\d+$/.test(asked) && columnAsked(cells, asked) >= 0;
}

/** A first row of short names over a column of long texts. */
function isShortest(rows: readonly TableRow[]): boolean {
  const [first, ...rest] = rows.slice(0, SAMPLE);
  if (first === undefined || rest.length < 2) return false;
  const at = bestColumn([], rest);
  const name = first.cells[at] ?? '';
  const usual = meanLength(rest, at);
  return (
    name.trim() !== '' &&
    name.length <= 10 &&
    name.length * 3 <= usual &&
    !first.cells.some((cell) => /\d/.test(cell))
  );
}

/** The column of the headline: by its name, else the one with the longest texts that are no addresses. */
function bestColumn(headers: readonly string[], body: readonly TableRow[]): number {
  const named = fieldsOf(headers).text;
  if (named !== undefined) return named;
  const sample = body.slice(0, SAMPLE);
  const width = sample.reduce((most, { cells }) => Math.max(most, cells.length), 1);
  let best = 0;
  for (let at = 1; at < width; at += 1) if (meanLength(sample, at) > meanLength(sample, best)) best = at;
  return best;
}

function meanLength(rows: readonly TableRow[], at: number): number {
  const texts = rows.map(({ cells }) => cells[at] ?? '').filter((text) => !/^\w+:\/\//.test(text));
  return texts.reduce((sum, text) => sum + text.length, 0) / Math.max(1, rows.length);
}
