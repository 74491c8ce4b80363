import { type Options, parse } from 'csv-parse/sync';

/** Where a record stands in its text, in lines from 1; it takes several where a cell holds line ends. */
export interface RecordLines {
  readonly first: number;
  readonly last: number;
}

const LINE_ENDS = ['\r\n', '\n', '\r'];

/**
 * Tells the records of a table one by one. Lines may end in any way, and not all in the same. Throws what csv-parse and
 * `take` throw.
 */
export function forEachRecord(
  text: string,
  options: Pick<Options, 'bom' | 'delimiter' | 'quote' | 'relax_quotes' | 'max_record_size'>,
  take: (cells: readonly string[], lines: RecordLines) => void,
): void {
  let before = 0;
  let countedTwice = 0;
  parse(text, {
    ...options,
    relax_column_count: true,
    record_delimiter: LINE_ENDS,
    on_record: (cells: string[], { lines }) => {
      // csv-parse takes a CRLF within a cell for two line ends.
      for (const cell of cells) countedTwice += cell.split('\r\n').length - 1;
      const last = lines - countedTwice;
      take(cells, { first: before + 1, last });
      before = last;
      return null;
    },
  });
}
