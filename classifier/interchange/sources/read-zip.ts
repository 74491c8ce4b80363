import { done, failed, type Result } from '#classifier/core/result.ts';
import type { Sentence } from '#classifier/core/trouble.ts';
import {
  plainRows,
  type RejectedRow,
  type Rows,
  type SourceReading,
  type SourceRow,
} from './source-reading.ts';
import { nothingFound } from './source-troubles.ts';
import { counted } from './table-rows.ts';
import type { Entries } from './unpack.ts';

const NOT_SHOWN: Sentence = { zh: '压缩包里的隐藏文件', en: 'hidden file of the archive' };

/**
 * Reads every file of an archive as a source of its own; the rows of all come after each other, numbered anew, each
 * with the file's name as its source unless it names one. A file that cannot be read is kept aside with the reason.
 */
export async function readZip(
  entries: Entries,
  file: string,
  readEntry: (bytes: Uint8Array, name: string) => Promise<Result<SourceReading>>,
): Promise<Result<Rows>> {
  const rows: SourceRow[] = [];
  const rejected: RejectedRow[] = [];
  const leftOut: Rows['leftOut'][number][] = [];
  let hidden = 0;
  for (const [name, bytes] of entries) {
    if (/(^|\/)(\.|__MACOSX\/|Thumbs\.db$)/.test(name)) {
      hidden += 1;
      continue;
    }
    const read = await readEntry(bytes, name);
    if (!read.ok) {
      rejected.push({ row: rows.length + rejected.length + 1, reason: read.trouble.sentence, content: name });
      continue;
    }
    const before = rows.length;
    for (const row of read.value.rows)
      rows.push({ ...row, row: before + row.row, details: withSource(row, name) });
    for (const bad of read.value.rejected)
      rejected.push({ ...bad, content: `${name}:${bad.row}: ${bad.content}` });
    leftOut.push(...read.value.leftOut);
  }
  if (rows.length === 0) return failed(nothingFound(file, rejected[0]?.row, rejected[0]?.reason));
  return done(plainRows(rows, rejected, [...leftOut, ...counted(NOT_SHOWN, hidden)]));
}

function withSource({ details }: SourceRow, name: string): SourceRow['details'] {
  if (details === null) return { source: name, url: null, publishedAt: null, id: null, metadata: null };
  return details.source === null ? { ...details, source: name } : details;
}
