import type { Result } from '#classifier/core/result.ts';
import type { NotedLabel, NotedWork } from '#classifier/desk/list/desk-columns.ts';
import type { ListQuery } from '#classifier/desk/list/list-query.ts';
import type { Feed } from '#classifier/store/feeds.ts';

/** Where the list thread finds the store and the program's rules. */
export interface ListThreadData {
  readonly folder: string;
  readonly resources: { readonly labels: string; readonly rules: string };
}

/** One feed, or all of them as one list. */
export type FeedChoice = number | 'all';

/** One window of a list. `listId` names an order that was given before, so that it stays while scores change. */
export interface ListRequest {
  readonly feedId: FeedChoice;
  readonly query: ListQuery;
  /** Whether headlines that tell the same story stand under one row. */
  readonly fold: boolean;
  /** Headlines whose stories are unfolded all the same. */
  readonly unfolded: readonly number[];
  readonly listId: number | null;
  readonly from: number;
  readonly limit: number;
  /** A headline whose place in the list is wanted. */
  readonly keep: number | null;
}

/** A row that stands for a story of several headlines, or one of those that were unfolded. */
export interface Fold {
  /** Headlines of the story in this list. */
  readonly size: number;
  readonly state: 'folded' | 'unfolded' | 'member';
}

/** Rows from `from` on. */
export interface ListSlice {
  readonly listId: number;
  /** Rows in the whole list. */
  readonly total: number;
  /** Headlines that the query finds, and all that there are without it. */
  readonly found: number;
  readonly whole: number;
  readonly ids: readonly number[];
  /** For each row; null where it stands for itself. */
  readonly folds: readonly (Fold | null)[];
  /** False where the list is too long to look for stories. */
  readonly canFold: boolean;
  /** Place of the headline to keep in the whole list; -1 where it is not there. */
  readonly keptAt: number;
}

/** The headlines of a feed that tell the same story as one of them. */
export interface Story {
  /** Headlines of the story, that one included. */
  readonly size: number;
  /** Ids of the first few others. */
  readonly others: readonly number[];
}

/** How many headlines of a list there are of each kind. */
export interface Facets {
  readonly rules: readonly { readonly id: string; readonly count: number }[];
  readonly annotators: readonly { readonly name: string; readonly count: number }[];
}

interface Asked<Question, Answer> {
  readonly question: Question;
  readonly answer: Answer;
}

/** What the list thread is asked, and what it answers. */
export interface Questions {
  readonly list: Asked<ListRequest, ListSlice>;
  /** Which headlines tell the story of one. */
  readonly story: Asked<number, Story>;
  /** Those of a story that a query finds, the headline itself first. */
  readonly members: Asked<
    { readonly feedId: FeedChoice; readonly query: ListQuery; readonly headlineId: number },
    readonly number[]
  >;
  /** How many headlines each query finds. */
  readonly counts: Asked<
    { readonly feedId: FeedChoice; readonly queries: readonly ListQuery[] },
    readonly number[]
  >;
  readonly facets: Asked<FeedChoice, Facets>;
}

export type QuestionName = keyof Questions;

export type Question = {
  readonly [Q in QuestionName]: {
    readonly kind: 'ask';
    readonly id: number;
    readonly name: Q;
    readonly question: Questions[Q]['question'];
  };
}[QuestionName];

export type ToList =
  | Question
  /** The desk decided headlines, or took that back. */
  | { readonly kind: 'labelled'; readonly headlines: readonly number[]; readonly noted: NotedLabel }
  /** What becomes of headlines was decided. */
  | { readonly kind: 'worked'; readonly headlines: readonly number[]; readonly work: NotedWork }
  /** The model has learned, or has new settings. */
  | { readonly kind: 'learned' }
  /** Another process has written. */
  | { readonly kind: 'reload' }
  /** The rules of the workspace are others. */
  | { readonly kind: 'rules' };

export type FromList =
  | { readonly kind: 'answer'; readonly id: number; readonly result: Result<unknown> }
  /** Blocks of a feed of an older schema, which has none. */
  | {
      readonly kind: 'blocks';
      /** As it was: a list that has grown since, or has got its number, has no use for the blocks. */
      readonly feed: Feed;
      readonly texts: readonly Uint8Array[];
      readonly ranks: readonly Uint8Array[];
    }
  /** Which headlines of a feed tell the same story, where it was not kept. */
  | {
      readonly kind: 'stories';
      readonly feed: Feed;
      readonly data: Uint8Array;
    }
  | {
      readonly kind: 'scores';
      /** As it was. */
      readonly feed: Feed;
      readonly model: string;
      readonly blocks: readonly Uint8Array[];
      /** Lists whose order is no longer that of their scores. */
      readonly outdated: readonly number[];
    };
