import { z } from 'zod';
import type { ClusterMembersView, FacetsView, SavedViewView } from './list-views.ts';
import { AXIS_CHOICES, BAND_CHOICES, DISPOSITION_CHOICES, type ListRequestName, SORT_KEYS } from './names.ts';
import type { HeadlinePage } from './views.ts';

const id = z.int().positive();
const moment = z.iso.datetime().nullable();
const period = z.strictObject({ from: moment, to: moment });

/** Most queries that are counted at once. */
const MOST_COUNTED = 60;
/** Characters of a search, of a word and of a view's name. */
const LONGEST_SEARCH = 200;
export const LONGEST_NAME = 60;

/** One feed, or all of them as one list. */
const feedId = z.union([id, z.literal('all')]);

/** Which headlines of a list, and in which order; null asks for nothing. */
const query = {
  search: z.string().max(LONGEST_SEARCH),
  sort: z.strictObject({ by: z.enum(SORT_KEYS), falling: z.boolean() }),
  band: z.enum(BAND_CHOICES).nullable(),
  axis: z.enum(AXIS_CHOICES).nullable(),
  labelled: z.boolean().nullable(),
  disposition: z.enum(DISPOSITION_CHOICES).nullable(),
  flagged: z.boolean().nullable(),
  skipped: z.boolean().nullable(),
  rule: z.string().min(1).max(100).nullable(),
  word: z.string().min(1).max(LONGEST_SEARCH).nullable(),
  annotator: z.string().max(60).nullable(),
  labelledIn: period.nullable(),
  datedIn: period.nullable(),
};

/** A list as it is shown: its feed and what is asked of it. */
export const shownList = z.strictObject({ feedId, ...query });

/** A stretch of days: the last so many with today, or from one day to another. */
const days = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('last'), days: z.int().min(1).max(3660) }),
  z.strictObject({ kind: z.literal('between'), from: z.iso.date().nullable(), to: z.iso.date().nullable() }),
]);

/** What is kept of a list under a name: like a query, with days in the place of moments, so that 今日 stays today. */
const choice = z.strictObject({
  ...query,
  labelledIn: days.nullable(),
  datedIn: days.nullable(),
  fold: z.boolean(),
});

export type ListQuery = z.infer<z.ZodObject<typeof query>>;
export type Days = z.infer<typeof days>;
export type ListChoice = z.infer<typeof choice>;

/** Requests about lists, their filters and saved views. */
export const LIST_REQUESTS = {
  /**
   * Some rows of a list from place `from` on. `listId` names the order that an earlier answer gave, which stays as it
   * was while scores change; null makes a new one. `fold` puts headlines of one story under one row, except those of
   * the headlines in `unfolded`.
   */
  'headline.list': z.strictObject({
    feedId,
    ...query,
    fold: z.boolean(),
    unfolded: z.array(id).max(200).readonly(),
    listId: id.nullable(),
    from: z.int().min(0),
    limit: z.int().min(1).max(500),
    keep: id.nullable(),
  }),
  /** The headlines that a folded row stands for. */
  'list.members': z.strictObject({ feedId, ...query, headlineId: id }),
  /** How many headlines each query finds. */
  'list.counts': z.strictObject({
    feedId,
    queries: z.array(z.strictObject(query)).max(MOST_COUNTED).readonly(),
  }),
  /** The rules that hold in a list and the editors who labelled in it, with how many headlines each. */
  'list.facets': z.strictObject({ feedId }),
  'view.list': z.strictObject({}),
  /** Keeps a view; one with this id takes the place of the one that was there. */
  'view.put': z.strictObject({ id: z.uuid(), name: z.string().trim().min(1).max(LONGEST_NAME), choice }),
  'view.remove': z.strictObject({ id: z.uuid() }),
} as const satisfies Record<ListRequestName, z.ZodType>;

export const savedChoice = choice;

/** What the engine answers about lists. */
export interface ListAnswers {
  'headline.list': HeadlinePage;
  'list.members': ClusterMembersView;
  'list.counts': readonly number[];
  'list.facets': FacetsView;
  'view.list': readonly SavedViewView[];
  'view.put': readonly SavedViewView[];
  'view.remove': readonly SavedViewView[];
}
