import type { FileFilter } from 'electron';
import type { Strings } from './strings.ts';

/** What the open dialog offers: the kinds of file that are read as lists, and everything. */
export function openFilters(strings: Strings): FileFilter[] {
  return [
    { name: strings.lists, extensions: ['txt', 'md', 'jsonl', 'ndjson'] },
    { name: strings.allFiles, extensions: ['*'] },
  ];
}
