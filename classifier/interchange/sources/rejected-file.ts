import { stringify } from 'csv-stringify/sync';
import type { Sentence } from '#classifier/core/trouble.ts';
import type { RejectedRow } from './source-reading.ts';

/** The rows of a file that could not be taken. */
export interface RejectedOf {
  readonly file: string;
  readonly rejected: readonly RejectedRow[];
}

/** The rows that could not be taken, as a table for Excel: file, row, reason, content; formula cells defanged. */
export function rejectedCsv(groups: readonly RejectedOf[], language: keyof Sentence): string {
  const head = language === 'zh' ? ['文件', '行', '原因', '内容'] : ['file', 'row', 'reason', 'content'];
  const rows = groups.flatMap(({ file, rejected }) =>
    rejected.map(({ row, reason, content }) => [file, row, reason[language], content]),
  );
  return stringify([head, ...rows], { bom: true, escape_formulas: true });
}
