import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import type { Sentence } from '#classifier/core/trouble.ts';
import type { RejectedRow } from './source-reading.ts';

/** The rows of a file that could not be taken. */
export interface RejectedOf {
  readonly file: string;
  readonly rejected: readonly RejectedRow[];
}

const HEADS = {
  zh: ['文件', '行', '原因', '内容'],
  en: ['file', 'row', 'reason', 'content'],
} as const satisfies Record<keyof Sentence, readonly string[]>;

/** The rows that could not be taken, as a table for Excel: file, row, reason, content; formula cells defanged. */
export function rejectedCsv(groups: readonly RejectedOf[], language: keyof Sentence): string {
  const head = HEADS[language];
  const rows = groups.flatMap(({ file, rejected }) =>
    rejected.map(({ row, reason, content }) => [file, row, reason[language], content]),
  );
  return stringify([head, ...rows], { bom: true, escape_formulas: true });
}

/** The rows of a table that {@link rejectedCsv} wrote, in either language; none of any other text. */
export function readRejectedCsv(text: string): readonly RejectedOf[] {
  const isOurs = Object.values(HEADS).some((head) => text.startsWith(`\ufeff${head.join()}\n`));
  if (!isOurs) return [];
  const [, ...rows]: string[][] = parse(text, { bom: true });
  return rows.map((cells) => {
    const [file = '', row = '', reason = '', content = ''] = cells.map(armed);
    return { file, rejected: [{ row: Number(row), reason: { zh: reason, en: reason }, content }] };
  });
}

/** A cell as it was before it was defanged. */
function armed(cell: string): string {
  return /^'[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(cell) ? cell.slice(1) : cell;
}
