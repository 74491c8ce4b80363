import type { Axis } from '#classifier/core/axis.ts';
import { BANDS, type Band } from '#classifier/core/bands.ts';
import type { Disposition } from '#classifier/core/disposition.ts';
import { dispositionCode } from './desk-columns.ts';
import type { ListColumns } from './list-columns.ts';
import { UNSURE } from './packed-scores.ts';
import { keepHitBy } from './rule-hits.ts';
import { findTexts } from './search-texts.ts';
import { placesByKey } from './sort-keys.ts';
import { type Sort, sortKeys } from './sorting.ts';

/** From one moment up to another, ISO 8601; null for open ends. */
export interface Period {
  readonly from: string | null;
  readonly to: string | null;
}

/** Which headlines of a feed, and in which order. All conditions have to hold; null asks for nothing. */
export interface ListQuery {
  readonly search: string;
  readonly sort: Sort;
  /** `unsure` for those of which too little is known. */
  readonly band: Band | 'unsure' | null;
  /** Headlines that are rather so than not. */
  readonly axis: Axis | null;
  /** Whether the desk has decided. */
  readonly labelled: boolean | null;
  readonly disposition: Disposition | 'none' | null;
  /** Whether the desk is to talk about it. */
  readonly flagged: boolean | null;
  /** Whether it was left undecided for later, and is not decided yet. */
  readonly skipped: boolean | null;
  /** Id of a rule that holds. */
  readonly rule: string | null;
  /** What stands in the headline, as in `search`. */
  readonly word: string | null;
  /** Whose label the desk shows; empty for the desk as a whole. */
  readonly annotator: string | null;
  readonly labelledIn: Period | null;
  /** When the headline was published, or else when its list came in. */
  readonly datedIn: Period | null;
}

/** Orders that were made before, by their sort; forgotten when what they rest on changes. */
export type Orders = Map<string, Uint32Array>;

/** Reduces the words of a query to their stems. */
export type StemsOf = (text: string) => readonly string[];

/** The places of a query's headlines in its order. */
export function placesOf(
  columns: ListColumns,
  query: ListQuery,
  orders: Orders,
  stemsOf: StemsOf,
): Uint32Array {
  const name = `${query.sort.by} ${query.sort.falling}`;
  const order = orders.get(name) ?? placesByKey(sortKeys(columns, query.sort));
  orders.set(name, order);
  const marks = marksOf(columns, query, stemsOf);
  if (marks === null) return order;
  const places = new Uint32Array(order.length);
  let count = 0;
  for (const place of order) {
    if (marks[place] === 0) continue;
    places[count] = place;
    count += 1;
  }
  return places.slice(0, count);
}

/** How many headlines a query finds. */
export function countPlaces(columns: ListColumns, query: ListQuery, stemsOf: StemsOf): number {
  const marks = marksOf(columns, query, stemsOf);
  return marks === null ? columns.size : marks.reduce((sum, mark) => sum + mark, 0);
}

/** 1 for each headline that the query asks for; null for all of them. One plain loop a condition. */
export function marksOf(columns: ListColumns, query: ListQuery, stemsOf: StemsOf): Uint8Array | null {
  const found = wordMarks(columns, query, stemsOf);
  const conditions = [
    ...(query.band === null ? [] : [inBand(columns, query.band)]),
    ...(query.axis === null ? [] : [within(columns.scores[query.axis], 0.5, Infinity)]),
    ...deskConditions(columns, query),
    ...(query.datedIn === null ? [] : [inPeriod(columns.dates(), query.datedIn)]),
  ];
  if (found === null && conditions.length === 0 && query.rule === null) return null;
  const marks = found ?? new Uint8Array(columns.size).fill(1);
  for (const { values, least, most } of conditions) {
    for (let place = 0; place < marks.length; place += 1) {
      const value = values[place] as number;
      if (value < least || value > most) marks[place] = 0;
    }
  }
  if (query.rule !== null && columns.hits !== null) keepHitBy(columns.hits, query.rule, marks);
  return marks;
}

/** Values that have to lie between two bounds. */
interface Condition {
  readonly values: Uint8Array | Uint16Array | Uint32Array | Float32Array;
  readonly least: number;
  readonly most: number;
}

function within(values: Condition['values'], least: number, most: number): Condition {
  return { values, least, most };
}

function exactly(values: Condition['values'], value: number): Condition {
  return within(values, value, value);
}

function wordMarks({ texts }: ListColumns, { search, word }: ListQuery, stemsOf: StemsOf): Uint8Array | null {
  const both = [search, word ?? ''].map((text) => text.trim()).filter((text) => text !== '');
  return both.length === 0 ? null : findTexts(texts(), both.join(' '), stemsOf);
}

function inBand({ scores }: ListColumns, band: Band | 'unsure'): Condition {
  if (band === 'unsure') return within(scores.band, UNSURE, Infinity);
  return within(scores.band, BANDS.indexOf(band), BANDS.indexOf(band));
}

function deskConditions({ desk }: ListColumns, query: ListQuery): Condition[] {
  const { labelled, disposition, flagged, skipped, annotator, labelledIn } = query;
  const conditions: Condition[] = [];
  if (labelled === false) conditions.push(exactly(desk.labels, 0));
  if (labelled === true || annotator !== null) conditions.push(within(desk.labels, 1, Infinity));
  if (annotator !== null) {
    const number = desk.names.indexOf(annotator);
    conditions.push(within(desk.annotators, number === -1 ? Infinity : number, number));
  }
  if (labelledIn !== null)
    conditions.push(within(desk.labels, 1, Infinity), inPeriod(desk.labelledAt, labelledIn));
  if (flagged !== null) conditions.push(exactly(desk.flags, flagged ? 1 : 0));
  if (skipped !== null) conditions.push(exactly(desk.skips, skipped ? 1 : 0));
  if (skipped === true) conditions.push(exactly(desk.labels, 0));
  if (disposition !== null) {
    const code = disposition === 'none' ? 0 : dispositionCode(disposition);
    conditions.push(exactly(desk.dispositions, code));
  }
  return conditions;
}

function inPeriod(seconds: Uint32Array, { from, to }: Period): Condition {
  const least = from === null ? 0 : Math.ceil(Date.parse(from) / 1000);
  const most = to === null ? Infinity : Math.ceil(Date.parse(to) / 1000) - 1;
  return within(seconds, least, most);
}
