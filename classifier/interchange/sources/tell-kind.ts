import { parse } from 'csv-parse/sync';
import { namesHeadline } from './column-names.ts';
import { tellDialect } from './read-csv.ts';
import type { SourceKind } from './source-reading.ts';
import { firstLines, jsonKind, kindByName, markupKind } from './text-kind.ts';

/** Tells what a text is: by its content, and by its name only where the content may be either. */
export function tellTextKind(text: string, name: string): SourceKind {
  const named = kindByName(name);
  return markupKind(text) ?? jsonKind(text, named) ?? tableKind(text, named) ?? 'list';
}

/** A table where its header names a headline, or where its name says so; commas in headlines make none. */
function tableKind(text: string, named: SourceKind | null): SourceKind | null {
  const dialect = tellDialect(text);
  if (dialect === null) return named === 'csv' || named === 'tsv' ? named : null;
  const kind = dialect.delimiter === '\t' ? 'tsv' : 'csv';
  if (named === 'csv' || named === 'tsv') return kind;
  const first = firstLines(text)[0] ?? '';
  return namesHeadline(cellsOf(first, dialect.delimiter)) ? kind : null;
}

function cellsOf(line: string, delimiter: string): readonly string[] {
  try {
    return (parse(line, { delimiter, relax_quotes: true }) as string[][])[0] ?? [];
  } catch {
    return line.split(delimiter);
  }
}
