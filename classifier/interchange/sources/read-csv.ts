import { CsvError, parse } from 'csv-parse/sync';
import { failed, type Result } from '#classifier/core/result.ts';
import type { Sentence } from '#classifier/core/trouble.ts';
import { forEachRecord } from '../csv-records.ts';
import { COLUMN_LIMIT, RECORD_LIMIT, REJECTED_TEXT_LIMIT } from './limits.ts';
import type { RejectedRow, Rows } from './source-reading.ts';
import { overLimit } from './source-troubles.ts';
import { type TableRow, tableRows } from './table-rows.ts';
import { DELIMITERS, type Delimiter } from './text-kind.ts';

/** How a table is written. */
export interface Dialect {
  readonly delimiter: Delimiter;
  readonly quote: '"' | "'";
  /** Columns of the rows that were looked at. */
  readonly columns: number;
}

/** Lines by which the dialect is told. */
const SAMPLE_LINES = 50;
const SAMPLE_UNITS = 64 * 1024;
/** Quotes that are opened and never closed, after which reading starts again at the next line. */
const MOST_RESTARTS = 20;

const NOT_CLOSED: Sentence = { zh: '引号没有配对', en: 'a quote is opened and not closed' };
const TOO_LONG: Sentence = { zh: '这一行太长', en: 'the row is too long' };
const TOO_WIDE = { zh: `超过 ${COLUMN_LIMIT} 列`, en: `has over ${COLUMN_LIMIT} columns` };

/**
 * Tells delimiter and quote: the delimiter by which most of the first lines have the same number of columns, two at
 * least. Null where there is none.
 */
export function tellDialect(text: string): Dialect | null {
  const lines = sampleOf(text)
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '');
  const quote =
    lines.some((line) => line.includes('"')) || !lines.every((line) => /^'.*'$/.test(line)) ? '"' : "'";
  let best: (Dialect & { agreeing: number }) | null = null;
  for (const delimiter of DELIMITERS) {
    const widths = parseSample(lines.join('\n'), delimiter, quote);
    const columns = mode(widths);
    const agreeing = widths.filter((width) => width === columns).length / Math.max(1, widths.length);
    if (columns < 2 || agreeing < 0.6) continue;
    if (best === null || agreeing > best.agreeing + 0.05) best = { delimiter, quote, columns, agreeing };
  }
  return best;
}

/** The first lines, whole ones. */
function sampleOf(text: string): string {
  const head = text.slice(0, SAMPLE_UNITS);
  const lines = head.split('\n', SAMPLE_LINES + 1);
  if (lines.length > SAMPLE_LINES || head.length < text.length) lines.pop();
  return lines.length === 0 ? head : lines.join('\n');
}

function parseSample(text: string, delimiter: Delimiter, quote: string): number[] {
  try {
    const records = parse(text, {
      delimiter,
      quote,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
    });
    return records.map((cells) => cells.length);
  } catch {
    return text.split('\n').map((line) => line.split(delimiter).length);
  }
}

function mode(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** Reads comma or tab separated values. Troubles: those of {@link tableRows}. */
export function readCsv(
  text: string,
  file: string,
  dialect: Pick<Dialect, 'delimiter' | 'quote'>,
  column?: string,
): Result<Rows> {
  const parsed = parseTable(text, dialect);
  if (parsed.tooWide !== null) return failed(overLimit(file, TOO_WIDE, parsed.tooWide));
  return tableRows(parsed.table, file, column, parsed.rejected);
}

interface Parsed {
  readonly table: TableRow[];
  readonly rejected: RejectedRow[];
  /** The line of a row of too many columns. */
  readonly tooWide: number | null;
}

/** A record whose quote is never closed would swallow the rest: its first line is kept aside, reading goes on behind. */
function parseTable(text: string, dialect: Pick<Dialect, 'delimiter' | 'quote'>): Parsed {
  const table: TableRow[] = [];
  const rejected: RejectedRow[] = [];
  let offset = 0;
  let before = 0;
  for (let restart = 0; offset < text.length; restart += 1) {
    const part = offset === 0 ? text : text.slice(offset);
    const end = parsePart(part, before, dialect, table);
    if (end === null) break;
    if (end.wide) return { table, rejected, tooWide: before + end.line };
    const [start, behind] = linePlaces(part, end.line);
    const last = restart === MOST_RESTARTS ? part.length : behind;
    rejected.push({
      row: before + end.line,
      reason: end.reason,
      content: part.slice(start, Math.min(last, start + REJECTED_TEXT_LIMIT)),
    });
    offset += last;
    before += end.line;
  }
  return { table, rejected, tooWide: null };
}

/** Where a line of a text begins and where the next one does. */
function linePlaces(text: string, line: number): [number, number] {
  const ends = /\r\n|\n|\r/g;
  let start = 0;
  for (let at = 1; ; at += 1) {
    const end = ends.exec(text);
    const behind = end === null ? text.length : ends.lastIndex;
    if (at === line || end === null) return [start, behind];
    start = behind;
  }
}

/** Adds the rows up to the first that cannot be read, and tells that one; null where all could. */
function parsePart(
  text: string,
  before: number,
  { delimiter, quote }: Pick<Dialect, 'delimiter' | 'quote'>,
  table: TableRow[],
): { readonly line: number; readonly reason: Sentence; readonly wide: boolean } | null {
  let behind = 0;
  try {
    const options = { delimiter, quote, relax_quotes: true, max_record_size: RECORD_LIMIT };
    forEachRecord(text, options, (cells, { first, last }) => {
      if (cells.length > COLUMN_LIMIT) throw new TooWide();
      table.push({ row: before + first, cells });
      behind = last;
    });
    return null;
  } catch (error) {
    if (error instanceof TooWide) return { line: behind + 1, reason: TOO_LONG, wide: true };
    if (!(error instanceof CsvError)) throw error;
    const reason = error.code === 'CSV_MAX_RECORD_SIZE' ? TOO_LONG : NOT_CLOSED;
    return { line: behind + 1, reason, wide: false };
  }
}

class TooWide extends Error {}
