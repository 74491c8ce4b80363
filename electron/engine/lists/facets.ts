import type { ListColumns } from '#classifier/desk/list/list-columns.ts';
import { countHits } from '#classifier/desk/list/rule-hits.ts';
import type { Facets } from './protocol.ts';

/** How many headlines of a list each rule holds for, and how many each editor has labelled. */
export function facetsOf({ hits, desk }: ListColumns): Facets {
  const labelled = new Uint32Array(desk.names.length);
  desk.labels.forEach((label, place) => {
    const name = desk.annotators[place] as number;
    if (label !== 0) labelled[name] = (labelled[name] as number) + 1;
  });
  return {
    rules: hits === null ? [] : countHits(hits).map(({ rule, count }) => ({ id: rule.id, count })),
    annotators: desk.names
      .map((name, at) => ({ name, count: labelled[at] as number }))
      .filter(({ count }) => count > 0),
  };
}
