import {
  doubtOf,
  isInRandomStreamBy,
  MOST_USEFUL,
  usefulnessFrom,
} from '#classifier/core/labelling-order.ts';
import type { ListColumns } from './list-columns.ts';

/**
 * What a list can be sorted by. `useful`, `disagree` and `random` are queues to label from, with what is labelled behind
 * the rest; `random` is the stream of labelling-order.ts, then everything else by digest.
 */
export const SORT_KEYS = [
  'score',
  'useful',
  'disagree',
  'newest',
  'random',
  'sensational',
  'implausible',
  'position',
  'text',
  'label',
] as const;
export type SortKey = (typeof SORT_KEYS)[number];

export interface Sort {
  readonly by: SortKey;
  readonly falling: boolean;
}

const LARGEST = 0xffffffff;
const DIGESTS = 2 ** 32;
/** Disagreement beyond these log-odds makes no difference to the order. */
const MOST_DISAGREEMENT = 20;

/** A number of 32 bits for each headline that rises in the order that is wanted. */
export function sortKeys(columns: ListColumns, { by, falling }: Sort): Uint32Array {
  const keys = new Uint32Array(columns.size);
  const keyAt = keyOf(columns, by);
  for (let place = 0; place < keys.length; place += 1) {
    const key = keyAt(place);
    keys[place] = falling ? LARGEST - key : key;
  }
  return keys;
}

function keyOf(columns: ListColumns, by: SortKey): (place: number) => number {
  const { scores, ranks, desk, dates } = columns;
  switch (by) {
    case 'position':
      return (place) => place;
    case 'text': {
      const ranked = ranks();
      return (place) => ranked[place] as number;
    }
    case 'label':
      return (place) => desk.labels[place] as number;
    case 'newest': {
      const dated = dates();
      return (place) => dated[place] as number;
    }
    case 'useful':
    case 'disagree':
    case 'random': {
      const worth = worthOf(columns, by);
      return (place) => Math.floor((((desk.labels[place] === 0 ? 1 : 0) + worth(place)) / 2) * LARGEST);
    }
    default: {
      const column = scores[by];
      return (place) => Math.floor((column[place] as number) * LARGEST);
    }
  }
}

/** How early a headline should be labelled, 0 to below 1. What is not known yet counts as nothing. */
function worthOf(
  { scores, disagreements, digests }: ListColumns,
  by: 'useful' | 'disagree' | 'random',
): (place: number) => number {
  const disagreement = (place: number) => disagreements?.[place] ?? 0;
  if (by === 'random') {
    return (place) => {
      const digest = digests?.[place] ?? 0;
      return (isInRandomStreamBy(digest) ? 0.5 : 0) + (1 - (digest + 1) / DIGESTS) / 2;
    };
  }
  if (by === 'disagree')
    return (place) => Math.min(disagreement(place), MOST_DISAGREEMENT) / (MOST_DISAGREEMENT + 1);
  return (place) => {
    const first = doubtOf(scores.sensational[place] as number);
    const second = doubtOf(scores.implausible[place] as number);
    return usefulnessFrom(Math.max(first, second), disagreement(place)) / (MOST_USEFUL + 1);
  };
}
