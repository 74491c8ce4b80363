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

/** What a save dialog for labels offers: files with the one ending, named without its dot. */
export function labelFilters(strings: Strings, extension: string): FileFilter[] {
  return [{ name: strings.labels.replace('%e', extension), extensions: [extension] }];
}
