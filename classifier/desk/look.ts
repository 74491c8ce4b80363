import type { SourceReading, SourceRow } from '#classifier/interchange/sources/source-reading.ts';
import { foundIn, leftOutOf } from './found.ts';
import { uniqueHeadlines } from './list/unique-headlines.ts';

/** What is told of a source before it is stored. */
export interface Look extends Omit<SourceReading, 'rows' | 'rejected'> {
  /** The digest of its list, by which a list is known that is there already. */
  readonly digest: string;
  /** Headlines that would be stored. */
  readonly headlines: number;
  /** The first rows. */
  readonly rows: readonly SourceRow[];
  /** Rows that cannot be read; `leftOut` tells of them too. */
  readonly rejected: number;
}

/** Rows that are shown of a source. */
const SHOWN = 8;

/** Looks at a source that was read. */
export function lookAt(reading: SourceReading): Look {
  const { texts, leftOut, rejected } = foundIn(reading);
  const unique = uniqueHeadlines(texts);
  return {
    ...reading,
    digest: unique.digest,
    headlines: unique.texts.length,
    rows: reading.rows.slice(0, SHOWN),
    rejected: rejected.length,
    leftOut: leftOutOf(leftOut, texts.length, unique.texts.length),
  };
}
