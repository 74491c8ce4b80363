import { stringify } from 'csv-stringify/sync';
import type { Model } from '#classifier/core/model.ts';
import { type Judged, verdictOf } from './judged.ts';
import { tableOf } from './table.ts';
import type { Terminal } from './terminal.ts';

/** Values of --format. */
export const FORMATS = ['table', 'jsonl', 'csv'] as const;

export type Format = (typeof FORMATS)[number];

/** Turns judged headlines into text: some at once, some only when all are there. */
export interface Formatter {
  readonly head: string;
  row(judged: Judged): string;
  tail(): string;
}

/** JSON Lines in input order: the input object, or `{"text"}`, with the verdict under `jianwen`. */
export function jsonlFormat(model: Model): Formatter {
  return {
    head: '',
    row: (judged) => {
      const { record, text } = judged.headline;
      return `${JSON.stringify({ ...(record ?? { text }), jianwen: verdictOf(judged, model) })}\n`;
    },
    tail: () => '',
  };
}

const CSV_COLUMNS = [
  'text',
  'sensational',
  'implausible',
  'score',
  'band',
  'reasons',
  'insufficient',
  'model',
] as const;

/** CSV for spreadsheets: UTF-8 with byte order mark, formula cells defanged. */
export function csvFormat(model: Model): Formatter {
  const line = (cells: readonly unknown[]): string =>
    stringify([cells as unknown[]], { escape_formulas: true });
  return {
    head: `\ufeff${line(CSV_COLUMNS)}`,
    row: (judged) => {
      const verdict = verdictOf(judged, model);
      const cells = {
        ...verdict,
        text: judged.headline.text,
        reasons: verdict.reasons.join(' '),
        insufficient: verdict.insufficient ?? false,
      };
      return line(CSV_COLUMNS.map((column) => cells[column]));
    },
    tail: () => '',
  };
}

/** A table for people, by falling score; it is known only when all headlines are. */
export function tableFormat(terminal: Terminal, explained: boolean): Formatter {
  const rows: Judged[] = [];
  return {
    head: '',
    row: (judged) => {
      rows.push(judged);
      return '';
    },
    tail: () => tableOf(rows, terminal, explained),
  };
}
