import type { DeskWorkView } from '#contract/desk-views.ts';

/** Nothing is noted. */
export const NO_WORK: DeskWorkView = {
  disposition: null,
  note: null,
  assignee: null,
  recheck: null,
  flag: null,
  skip: null,
};
