import { done, type Result } from '#classifier/core/result.ts';
import { linesOf } from '../lines.ts';
import { readList } from '../read-list.ts';
import { REJECTED_TEXT_LIMIT } from './limits.ts';
import { webAddress } from './make-row.ts';
import { plainRows, type Rows, type SourceRow } from './source-reading.ts';
import { TEXT_TOO_LONG } from './source-troubles.ts';

/** A line that is one Markdown link and nothing else. */
const LINK = /^\[([^\]]+)\]\((https?:\/\/[^\s)]+)(?:\s+"[^"]*")?\)$/;

/** Reads a list of headlines inside a text; see readList. A line that is a Markdown link gives its text and address. */
export function readTextList(text: string, file: string): Result<Rows> {
  const list = readList(text, file);
  if (!list.ok) return list;
  const { items, summary, tooLong } = list.value;
  const rejected = tooLong.length === 0 ? [] : tooLongLines(text, new Set(tooLong));
  return done(plainRows(items.map(toRow), rejected, summary));
}

function toRow({ text, line }: { readonly text: string; readonly line: number }): SourceRow {
  const [, label, address] = LINK.exec(text) ?? [];
  const url = address === undefined ? null : webAddress(address);
  if (label === undefined || url === null) return { text, row: line, details: null };
  return {
    text: label,
    row: line,
    details: { source: null, url, publishedAt: null, id: null, metadata: null },
  };
}

function tooLongLines(text: string, lines: ReadonlySet<number>): Rows['rejected'] {
  return [...linesOf(text)]
    .filter(({ line }) => lines.has(line))
    .map(({ text: content, line }) => ({
      row: line,
      reason: TEXT_TOO_LONG,
      content: content.slice(0, REJECTED_TEXT_LIMIT),
    }));
}
