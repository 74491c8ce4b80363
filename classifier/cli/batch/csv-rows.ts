import { stringify } from 'csv-stringify/sync';
import { verdictAt } from '#classifier/desk/judged.ts';
import type { Rows } from './block-scorer.ts';

const COLUMNS = ['text', 'sensational', 'implausible', 'score', 'band', 'reasons', 'insufficient', 'model'];

/** The first line of CSV for spreadsheets: a byte order mark and the names of the columns. */
export const CSV_HEAD = `\ufeff${csvLines([COLUMNS])}`;

/** CSV for spreadsheets, formula cells defanged. */
export function csvRows(): Rows {
  let rows: unknown[][] = [];
  return {
    add({ verdicts, raw }, at) {
      const {
        sensational,
        implausible,
        score,
        band,
        reasons,
        insufficient = false,
        model,
      } = verdictAt(verdicts, at);
      rows.push([raw(at), sensational, implausible, score, band, reasons.join(' '), insufficient, model]);
    },
    take() {
      const taken = new TextEncoder().encode(csvLines(rows));
      rows = [];
      return taken;
    },
  };
}

function csvLines(rows: unknown[][]): string {
  return rows.length === 0 ? '' : stringify(rows, { escape_formulas: true });
}
