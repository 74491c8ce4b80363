import type { FileFilter } from 'electron';
import type { Strings } from './strings.ts';

/** Ends of the names of files that are read as lists. */
const EXTENSIONS = [
  ...['txt', 'md', 'csv', 'tsv', 'json', 'jsonl', 'ndjson', 'xlsx', 'xlsm', 'docx'],
  ...['html', 'htm', 'xml', 'rss', 'atom', 'rdf', 'opml', 'zip', 'gz'],
];

/** What the open dialog offers: the kinds of file that are read as lists, and everything. */
export function openFilters(strings: Strings): FileFilter[] {
  return [
    { name: strings.lists, extensions: [...EXTENSIONS] },
    { name: strings.allFiles, extensions: ['*'] },
  ];
}
