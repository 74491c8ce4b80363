import type { HeadlineDetails } from '#classifier/core/headline-details.ts';
import type { Sentence } from '#classifier/core/trouble.ts';

/** Kinds of source. `feed` is RSS, Atom, RDF and JSON Feed. */
export const SOURCE_KINDS = [
  'list',
  'csv',
  'tsv',
  'json',
  'jsonl',
  'xlsx',
  'docx',
  'html',
  'feed',
  'opml',
  'zip',
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** Encodings that are read, by the names of the Encoding Standard. */
export const ENCODINGS = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'] as const;
export type EncodingName = (typeof ENCODINGS)[number];

/** What the editor has chosen instead of what was found. */
export interface SourceChoices {
  readonly kind?: SourceKind;
  readonly encoding?: EncodingName;
  /** The column or key that holds the headline: its name, or its number from 1. */
  readonly column?: string;
  readonly sheet?: string;
}

/** One headline of a source. */
export interface SourceRow {
  readonly text: string;
  /** Line of a text, row of a sheet, number of an item; from 1. */
  readonly row: number;
  readonly details: HeadlineDetails | null;
}

/** A row that could not be taken, and why. */
export interface RejectedRow {
  readonly row: number;
  readonly reason: Sentence;
  /** What it holds, as text; cut off where it is very long. */
  readonly content: string;
}

/** What was left out on purpose: blank lines, headings, repetitions. */
export interface LeftOut {
  readonly reason: Sentence;
  readonly lines: number;
}

/** What a reader of one kind finds. */
export interface Rows {
  readonly rows: readonly SourceRow[];
  readonly rejected: readonly RejectedRow[];
  readonly leftOut: readonly LeftOut[];
  /** Columns or keys from which the headline may be chosen, and the one it was; null where there are none. */
  readonly columns: readonly string[] | null;
  readonly column: string | null;
  readonly sheets: readonly string[] | null;
  readonly sheet: string | null;
  /** What the editor should know of how it was read. */
  readonly notes: readonly Sentence[];
}

/** A source that was read, with what was found out of it. */
export interface SourceReading extends Rows {
  readonly kind: SourceKind;
  /** Null for kinds that say themselves how they are written. */
  readonly encoding: EncodingName | null;
}

/** Rows without columns, sheets and notes. */
export function plainRows(
  rows: readonly SourceRow[],
  rejected: readonly RejectedRow[] = [],
  leftOut: readonly LeftOut[] = [],
): Rows {
  return { rows, rejected, leftOut, columns: null, column: null, sheets: null, sheet: null, notes: [] };
}
