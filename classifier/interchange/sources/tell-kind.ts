import { extname } from 'node:path';
import { parse } from 'csv-parse/sync';
import { looksLikeJsonLines } from '../headline-lines.ts';
import { isBlank, linesOf } from '../lines.ts';
import { namesHeadline } from './column-names.ts';
import { tellDialect } from './read-csv.ts';
import type { SourceKind } from './source-reading.ts';

/** What the ends of names stand for. */
const EXTENSIONS: Readonly<Record<string, SourceKind>> = {
  '.txt': 'list',
  '.text': 'list',
  '.md': 'list',
  '.markdown': 'list',
  '.csv': 'csv',
  '.tsv': 'tsv',
  '.tab': 'tsv',
  '.json': 'json',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
  '.xlsx': 'xlsx',
  '.xlsm': 'xlsx',
  '.docx': 'docx',
  '.docm': 'docx',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.rss': 'feed',
  '.atom': 'feed',
  '.rdf': 'feed',
  '.xml': 'feed',
  '.opml': 'opml',
  '.zip': 'zip',
};

/** The ends of names that are read, without dots, for dialogs. */
export const READ_EXTENSIONS: readonly string[] = [
  ...Object.keys(EXTENSIONS).map((end) => end.slice(1)),
  'gz',
];

/** The kind that a file's name promises; null where it promises none. */
export function kindByName(name: string): SourceKind | null {
  return EXTENSIONS[extname(name.toLowerCase().replace(/\.gz$/, ''))] ?? null;
}

/** What a name promises agrees with what is in the file. XML holds feeds and lists of feeds, HTML may be called anything. */
export function agree(named: SourceKind, found: SourceKind): boolean {
  if (named === found) return true;
  const alike: readonly (readonly SourceKind[])[] = [
    ['csv', 'tsv'],
    ['json', 'jsonl', 'feed'],
    ['feed', 'opml'],
    ['list', 'jsonl'],
    ['list', 'csv'],
    ['list', 'tsv'],
  ];
  return alike.some((kinds) => kinds.includes(named) && kinds.includes(found));
}

/** The first units by which markup is told. */
const HEAD = 4096;

/** Tells what a text is: by its content, and by its name only where the content may be either. */
export function tellTextKind(text: string, name: string): SourceKind {
  const named = kindByName(name);
  return markupKind(text) ?? jsonKind(text, named) ?? tableKind(text, named) ?? 'list';
}

function markupKind(text: string): SourceKind | null {
  const head = text.slice(0, HEAD).trimStart();
  if (!head.startsWith('<')) return null;
  const bare = head.replace(/<\?[^>]*\?>|<!--[\s\S]*?(?:-->|$)|<!DOCTYPE[^>]*>/gi, ' ').trimStart();
  if (/<!doctype\s+html/i.test(head)) return 'html';
  if (/^<(rss|feed|rdf:RDF|RDF|channel|[\w-]+:feed|[\w-]+:RDF)[\s>]/i.test(bare)) return 'feed';
  if (/^<opml[\s>]/i.test(bare)) return 'opml';
  if (/^<\?xml/.test(head) && !/<html[\s>]/i.test(head)) return 'feed';
  return /^<(html|head|body|div|ul|ol|table|p|h[1-6]|a|section|article|main|meta|title|link|script|style|span|nav|header|li)[\s>]/i.test(
    bare,
  )
    ? 'html'
    : null;
}

function jsonKind(text: string, named: SourceKind | null): SourceKind | null {
  const start = text.slice(0, HEAD).trimStart();
  if (start.startsWith('{')) {
    if (/"version"\s*:\s*"https?:\\?\/\\?\/jsonfeed\.org/.test(text.slice(0, HEAD * 4))) return 'feed';
    const [first, second] = firstLines(text);
    if (first === undefined || !looksLikeJsonLines(first)) return null;
    const isWhole = isJson(first);
    if (isWhole && (second !== undefined || named !== 'json')) return 'jsonl';
    if (!isWhole && second !== undefined && isJson(second) && second.trimStart().startsWith('{'))
      return 'jsonl';
    return isWhole || named !== 'jsonl' ? 'json' : 'jsonl';
  }
  if (!/^\[\s*(?:[[{"\]]|$)/.test(start)) return null;
  return named === 'json' ||
    (/^\[\s*[{"]/.test(start) && (isJson(text) || /[,[]\s*$/.test(firstLines(text)[0] ?? '')))
    ? 'json'
    : null;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function firstLines(text: string): readonly string[] {
  const found: string[] = [];
  for (const { text: line } of linesOf(text)) {
    if (!isBlank(line)) found.push(line);
    if (found.length === 2) break;
  }
  return found;
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
