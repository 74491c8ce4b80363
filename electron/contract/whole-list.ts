import type { ListQuery } from './list-channels.ts';

/** Asks for a whole list, the highest score first. */
export const WHOLE_LIST = {
  search: '',
  sort: { by: 'score', falling: true },
  band: null,
  axis: null,
  labelled: null,
  disposition: null,
  flagged: null,
  skipped: null,
  rule: null,
  word: null,
  annotator: null,
  labelledIn: null,
  datedIn: null,
} as const satisfies ListQuery;
