import type { Axis } from '#classifier/core/axis.ts';
import { BANDS, type Band } from '#classifier/core/bands.ts';
import type { ListColumns } from './list-columns.ts';
import { UNSURE } from './packed-scores.ts';
import { findTexts } from './search-texts.ts';
import { placesByKey } from './sort-keys.ts';

/** What a list can be sorted by; `useful` is how much a label would teach, `band` goes with the score. */
export const SORT_KEYS = [
  'score',
  'sensational',
  'implausible',
  'position',
  'text',
  'label',
  'useful',
] as const;
export type SortKey = (typeof SORT_KEYS)[number];

export interface Sort {
  readonly by: SortKey;
  readonly falling: boolean;
}

/** Which headlines of a feed, and in which order. */
export interface ListQuery {
  readonly search: string;
  readonly sort: Sort;
  /** Null for all; `unsure` for those of which too little is known. */
  readonly band: Band | 'unsure' | null;
  /** Headlines that are rather so than not. */
  readonly axis: Axis | null;
  /** Whether the desk has decided. */
  readonly labelled: boolean | null;
}

/** Orders that were made before, by their sort; forgotten when what they rest on changes. */
export type Orders = Map<string, Uint32Array>;

/** The places of a query's headlines in its order. `stemLatin` reduces the words of a query. */
export function placesOf(
  columns: ListColumns,
  query: ListQuery,
  orders: Orders,
  stemsOf: (text: string) => readonly string[],
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

/** 1 for each headline that the query asks for; null for all of them. One plain loop a condition. */
function marksOf(
  { size, texts, scores, labels }: ListColumns,
  { search, band, axis, labelled }: ListQuery,
  stemsOf: (text: string) => readonly string[],
): Uint8Array | null {
  const isSearched = search.trim() !== '';
  if (!isSearched && band === null && axis === null && labelled === null) return null;
  const marks = isSearched ? findTexts(texts(), search, stemsOf) : new Uint8Array(size).fill(1);
  if (band !== null) {
    const [least, most] = band === 'unsure' ? [UNSURE, Infinity] : [BANDS.indexOf(band), BANDS.indexOf(band)];
    const bands = scores.band;
    for (let at = 0; at < size; at += 1) {
      const one = bands[at] as number;
      if (one < least || one > most) marks[at] = 0;
    }
  }
  if (axis !== null) {
    const probabilities = scores[axis];
    for (let at = 0; at < size; at += 1) if ((probabilities[at] as number) < 0.5) marks[at] = 0;
  }
  if (labelled !== null)
    for (let at = 0; at < size; at += 1) if ((labels[at] !== 0) !== labelled) marks[at] = 0;
  return marks;
}

const LARGEST = 0xffffffff;

/** A number of 32 bits for each headline that rises in the order that is wanted. */
function sortKeys(columns: ListColumns, { by, falling }: Sort): Uint32Array {
  const keys = new Uint32Array(columns.size);
  const keyAt = keyOf(columns, by);
  for (let place = 0; place < keys.length; place += 1) {
    const key = keyAt(place);
    keys[place] = falling ? LARGEST - key : key;
  }
  return keys;
}

function keyOf({ scores, ranks, labels }: ListColumns, by: SortKey): (place: number) => number {
  switch (by) {
    case 'position':
      return (place) => place;
    case 'text': {
      const ranked = ranks();
      return (place) => ranked[place] as number;
    }
    case 'label':
      return (place) => labels[place] as number;
    case 'useful':
      return (place) => {
        const first = doubt(scores.sensational[place] as number);
        const second = doubt(scores.implausible[place] as number);
        return Math.floor((first > second ? first : second) * LARGEST);
      };
    default: {
      const column = scores[by];
      return (place) => Math.floor((column[place] as number) * LARGEST);
    }
  }
}

/** 1 at even odds, 0 where the model is certain (Lewis and Gale 1994). */
function doubt(probability: number): number {
  return 1 - Math.abs(2 * probability - 1);
}
