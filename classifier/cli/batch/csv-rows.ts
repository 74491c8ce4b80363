import { stringify } from 'csv-stringify/sync';
import type { Rule } from '#classifier/core/rule.ts';
import { verdictAt } from '#classifier/desk/judged.ts';
import { createNameReader } from '../reason-words.ts';
import type { Language } from '../strings/index.ts';
import type { Rows } from './block-scorer.ts';

const COLUMNS = [
  'text',
  'sensational',
  'implausible',
  'score',
  'band',
  'reasons',
  'insufficient',
  'model',
  'why',
];

/** What parts the reasons of a cell: a word may hold blanks, but never this. */
const PARTING = '|';

/** The first line of CSV for spreadsheets: a byte order mark and the names of the columns. */
export const CSV_HEAD = `\ufeff${csvLines([COLUMNS])}`;

/** CSV for spreadsheets, formula cells defanged; the last column says the reasons in words. */
export function csvRows(rules: readonly Rule[], language: Language): Rows {
  const inWords = createNameReader(rules, language);
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
      const said = [reasons.join(PARTING), insufficient, model, inWords(reasons)];
      rows.push([raw(at), sensational, implausible, score, band, ...said]);
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
