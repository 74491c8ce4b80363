import type { HeadlineDetails } from '#classifier/core/headline-details.ts';
import type { Sentence } from '#classifier/core/trouble.ts';
import { sayReasonOfLines } from '#classifier/interchange/named-lines.ts';
import type { LeftOut, RejectedRow, SourceReading } from '#classifier/interchange/sources/source-reading.ts';

/** The headlines of a source as they came, ready to be stored. */
export interface Found {
  readonly texts: readonly string[];
  /** What the source says of each; null where it says nothing of any. */
  readonly details: readonly (HeadlineDetails | null)[] | null;
  /** What was left out on purpose, then the rows that could not be read, by reason. */
  readonly leftOut: readonly LeftOut[];
  readonly rejected: readonly RejectedRow[];
  readonly notes: readonly Sentence[];
}

/** What is stored of a source that was read. */
export function foundIn({ rows, rejected, leftOut, notes }: SourceReading): Found {
  return {
    texts: rows.map(({ text }) => text),
    details: rows.some(({ details }) => details !== null) ? rows.map(({ details }) => details) : null,
    leftOut: [...leftOut, ...byReason(rejected)],
    rejected,
    notes,
  };
}

/** The rejected rows by reason, named by their numbers. */
function byReason(rejected: readonly RejectedRow[]): LeftOut[] {
  const groups = new Map<string, { readonly reason: Sentence; readonly rows: number[] }>();
  for (const { row, reason } of rejected) {
    const group = groups.get(reason.en);
    if (group === undefined) groups.set(reason.en, { reason, rows: [row] });
    else group.rows.push(row);
  }
  return [...groups.values()].map(({ reason, rows }) => ({
    reason: sayReasonOfLines(rows, reason),
    lines: rows.length,
  }));
}

const REPEATED: Sentence = {
  zh: '与前面的标题相同（不计全半角、大小写、繁简）',
  en: 'the same headline again, but for width, case or script',
};

/** What was left out of `listed` headlines of which `kept` were stored. */
export function leftOutOf(leftOut: readonly LeftOut[], listed: number, kept: number): readonly LeftOut[] {
  return listed === kept ? leftOut : [...leftOut, { reason: REPEATED, lines: listed - kept }];
}
