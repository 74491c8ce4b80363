import type { Result } from '#classifier/core/result.ts';
import type { ListQuery } from '#classifier/desk/list/list-query.ts';

/** Where the list thread finds the store and the program's rules. */
export interface ListThreadData {
  readonly folder: string;
  readonly resources: { readonly labels: string; readonly rules: string };
}

/** One window of a list. `listId` names an order that was given before, so that it stays while scores change. */
export interface ListRequest {
  readonly feedId: number;
  readonly query: ListQuery;
  readonly listId: number | null;
  readonly from: number;
  readonly limit: number;
  /** A headline whose place in the list is wanted. */
  readonly keep: number | null;
}

/** Ids of the headlines from `from` on, and how many the whole list has. */
export interface ListSlice {
  readonly listId: number;
  readonly total: number;
  readonly ids: readonly number[];
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

export type ToList =
  | { readonly kind: 'list'; readonly id: number; readonly request: ListRequest }
  | { readonly kind: 'story'; readonly id: number; readonly headlineId: number }
  /** The desk decided headlines, or took that back: their new label codes. */
  | { readonly kind: 'labelled'; readonly headlines: readonly number[]; readonly code: number }
  /** The model has learned, or has new settings. */
  | { readonly kind: 'learned' }
  /** Another process has written. */
  | { readonly kind: 'reload' };

export type FromList =
  | { readonly kind: 'story'; readonly id: number; readonly story: Result<Story> }
  | { readonly kind: 'list'; readonly id: number; readonly slice: Result<ListSlice> }
  /** Blocks of a feed of an older schema, which has none. */
  | {
      readonly kind: 'blocks';
      readonly feedId: number;
      readonly texts: readonly Uint8Array[];
      readonly ranks: readonly Uint8Array[];
    }
  | {
      readonly kind: 'scores';
      readonly feedId: number;
      readonly model: string;
      readonly blocks: readonly Uint8Array[];
      /** Lists whose order is no longer that of their scores. */
      readonly outdated: readonly number[];
    };
