import { extname } from 'node:path';
import { looksLikeJsonLines } from '../headline-lines.ts';
import { JSON_LINE_LIMIT } from '../json-line.ts';
import { isBlank, linesOf } from '../lines.ts';
import { namesHeadline } from './column-names.ts';
import { holdsHeadlines } from './json-list.ts';
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

/** The kind of a text that is markup: HTML, a feed or a list of feeds; null for others. */
export function markupKind(text: string): SourceKind | null {
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

/** A list of records or of texts, as JSON writes it. */
const LIST_START = /^\[\s*(?:\{\s*(?:\}|"(?:[^"\\]|\\.)*"\s*:)|"(?:[^"\\]|\\.)*"\s*[,\]])/;

/** The kind of a text that is JSON; null for others. */
export function jsonKind(text: string, named: SourceKind | null): SourceKind | null {
  const start = text.slice(0, HEAD).trimStart();
  if (start.startsWith('{')) {
    if (/"version"\s*:\s*"https?:\\?\/\\?\/jsonfeed\.org/.test(text.slice(0, HEAD * 4))) return 'feed';
    const [first, second] = firstLines(text);
    if (first === undefined || !looksLikeJsonLines(first)) return null;
    const isWhole = isJson(first);
    if (isWhole) return second === undefined && isDocument(first, named) ? 'json' : 'jsonl';
    if (second !== undefined && isJson(second) && second.trimStart().startsWith('{')) return 'jsonl';
    return named === 'jsonl' ? 'jsonl' : 'json';
  }
  return LIST_START.test(start) || (named === 'json' && start.startsWith('[')) ? 'json' : null;
}

/** Whether the one line of a text, which is JSON, is rather a document than a record of JSON Lines. */
function isDocument(line: string, named: SourceKind | null): boolean {
  if (named === 'json' || line.length > JSON_LINE_LIMIT) return true;
  return named !== 'jsonl' && holdsHeadlines(JSON.parse(line));
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The first two lines that are not blank. */
export function firstLines(text: string): readonly string[] {
  const found: string[] = [];
  for (const { text: line } of linesOf(text)) {
    if (!isBlank(line)) found.push(line);
    if (found.length === 2) break;
  }
  return found;
}

/** What stands between the cells of tables. */
export const DELIMITERS = [',', '\t', ';', '|', '，'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** Whether a text without a name that promises more is a list of headlines, as far as that is plain at its first lines. */
export function isPlainList(text: string, name: string): boolean {
  const named = kindByName(name);
  if ((named !== null && named !== 'list') || markupKind(text) !== null || jsonKind(text, named) !== null)
    return false;
  const [first = ''] = firstLines(text);
  return !DELIMITERS.some((delimiter) => first.includes(delimiter) && namesHeadline(first.split(delimiter)));
}
