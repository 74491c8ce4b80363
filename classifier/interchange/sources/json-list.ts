import { isRecord, type JsonRecord } from '../json-line.ts';
import { isBlank } from '../lines.ts';
import { fieldsOf, isSureName } from './column-names.ts';

/** What lists of headlines, and what is around them, are called beside the title of a document. */
const LIST_KEYS = [
  'items',
  'data',
  'list',
  'result',
  'results',
  'articles',
  'entries',
  'news',
  'rows',
  'records',
  'stories',
  'headlines',
];

/**
 * The longest list of texts or records in a document, level by level; null where there is none. In a document that has a
 * headline itself only a list of records counts whose headlines have as sure a name: authors and tags are no headlines.
 * Where that headline's own name is sure, the list must also be called one: related articles do not make a record a list.
 */
export function headlineList(root: object): readonly unknown[] | null {
  const name = isRecord(root) ? headlineKey(root) : '';
  const counts = name === '' ? isTextOrRecord : outranks(name);
  const partsOf: (value: object) => unknown[] = isSureName(name) ? calledLists : Object.values;
  let best: readonly unknown[] | null = null;
  for (let level: object[] = [root]; level.length > 0 && best === null; ) {
    for (const value of level) {
      if (Array.isArray(value) && value.length > (best?.length ?? 0) && value.some(counts)) best = value;
    }
    level = level.flatMap((value) =>
      partsOf(value).filter((part): part is object => typeof part === 'object' && part !== null),
    );
  }
  return best;
}

/** Whether a document is no headline, but holds a list of records that have one. */
export function holdsHeadlines(root: object): boolean {
  return headlineList(root)?.some((item) => isRecord(item) && hasHeadline(item)) ?? false;
}

/** The first of the usual names under which the record holds text. */
export function headlineAt(keys: readonly string[], record: JsonRecord): number {
  const texts = keys.map((key) =>
    typeof record[key] === 'string' && !isBlank(record[key] as string) ? key : '',
  );
  return fieldsOf(texts).text ?? -1;
}

function calledLists(value: object): unknown[] {
  return Object.entries(value).flatMap(([key, part]) =>
    LIST_KEYS.includes(key.toLowerCase()) ? [part] : [],
  );
}

/**
 * Tells records that are rather headlines than the record around them, whose headline has this name. What is called a
 * text names no list.
 */
function outranks(name: string): (item: unknown) => boolean {
  if (name === 'text') return () => false;
  return (item) =>
    isRecord(item) && hasHeadline(item) && (isSureName(headlineKey(item)) || !isSureName(name));
}

function isTextOrRecord(item: unknown): boolean {
  return typeof item === 'string' || isRecord(item);
}

function hasHeadline(record: JsonRecord): boolean {
  return headlineKey(record) !== '';
}

function headlineKey(record: JsonRecord): string {
  const keys = Object.keys(record);
  return keys[headlineAt(keys, record)] ?? '';
}
