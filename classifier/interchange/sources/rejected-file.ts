import { stringify } from 'csv-stringify/sync';
import type { Sentence } from '#classifier/core/trouble.ts';
import type { RejectedRow } from './source-reading.ts';

/** The rows that could not be taken, as a table for Excel: row, reason, content; formula cells defanged. */
export function rejectedCsv(rejected: readonly RejectedRow[], language: keyof Sentence): string {
  const head = language === 'zh' ? ['行', '原因', '内容'] : ['row', 'reason', 'content'];
  const rows = rejected.map(({ row, reason, content }) => [row, reason[language], content]);
  return stringify([head, ...rows], { bom: true, escape_formulas: true });
}
