import type { HeadlineDetails } from '#classifier/core/headline-details.ts';
import type { Sentence } from '#classifier/core/trouble.ts';
import { isTooLong } from '../headline-limit.ts';
import { isBlank } from '../lines.ts';
import { type Field, fieldsOf } from './column-names.ts';
import { REJECTED_TEXT_LIMIT } from './limits.ts';
import { publishedTime } from './published-at.ts';
import type { RejectedRow, SourceRow } from './source-reading.ts';
import { NO_TEXT, TEXT_TOO_LONG } from './source-troubles.ts';

/** Collects the rows of a source, good and rejected. */
export interface RowCollector {
  readonly rows: SourceRow[];
  readonly rejected: RejectedRow[];
  /** Takes a headline, or keeps the row aside: blank, too long. `content` is asked for only then. */
  take(row: number, text: string, details: () => HeadlineDetails | null, content: () => string): void;
  reject(row: number, reason: Sentence, content: string): void;
}

export function createCollector(): RowCollector {
  const rows: SourceRow[] = [];
  const rejected: RejectedRow[] = [];
  const reject = (row: number, reason: Sentence, content: string) => {
    rejected.push({ row, reason, content: content.slice(0, REJECTED_TEXT_LIMIT) });
  };
  return {
    rows,
    rejected,
    reject,
    take(row, text, details, content) {
      if (isBlank(text)) reject(row, NO_TEXT, content());
      else if (isTooLong(text)) reject(row, TEXT_TOO_LONG, content());
      else rows.push({ text, row, details: details() });
    },
  };
}

/** What a record says besides its headline, which stands at `textAt`: known fields by their names, the rest as metadata. */
export type DetailsMaker = (values: readonly unknown[]) => HeadlineDetails | null;

/** A maker of details for records whose values have these names, which must differ. */
export function detailsMaker(names: readonly string[], textAt: number): DetailsMaker {
  const { text: _, ...others } = fieldsOf(names.map((name, at) => (at === textAt ? '' : name)));
  const places = new Map(Object.entries(others).map(([field, at]) => [at as number, field as Field]));
  return (values) => {
    const known: Partial<Record<Field, string>> = {};
    const rest: [string, unknown][] = [];
    values.forEach((value, at) => {
      if (at === textAt || value === null || value === undefined || value === '') return;
      const field = places.get(at);
      const kept = field === undefined ? null : fieldValue(field, value);
      if (field !== undefined && kept !== null) known[field] = kept;
      else rest.push([names[at] ?? `#${at + 1}`, value]);
    });
    if (rest.length === 0 && Object.keys(known).length === 0) return null;
    return {
      source: known.source ?? null,
      url: known.url ?? null,
      publishedAt: known.publishedAt ?? null,
      id: known.id ?? null,
      metadata: rest.length === 0 ? null : JSON.stringify(Object.fromEntries(rest)),
    };
  };
}

/** The value of a field, or null where the value is not of its kind: it is kept as metadata then. */
function fieldValue(field: Field, value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const text = String(value).trim();
  if (text === '' || text.length > 4096) return null;
  if (field === 'url') return webAddress(text);
  return field === 'publishedAt' ? publishedTime(text) : text;
}

/** The address where it is absolute and of the web; null for others, javascript: among them. */
export function webAddress(text: string, base?: string): string | null {
  if (!URL.canParse(text, base)) return null;
  const { protocol, href } = new URL(text, base);
  return protocol === 'http:' || protocol === 'https:' ? href : null;
}
