import type { Trouble } from '#classifier/core/trouble.ts';
import type { FeedImport } from '#classifier/desk/feed-import.ts';
import type { FeedStep } from '#classifier/desk/list/pack-feed.ts';
import type { ListThreadData } from '../lists/protocol.ts';

/** Where a list comes from: a file, or a text that was pasted under a name. */
export type ImportSource =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'text'; readonly name: string; readonly text: string };

export interface ImportThreadData extends ListThreadData {
  readonly source: ImportSource;
  /** One number: how many more steps the thread may send. */
  readonly credit: SharedArrayBuffer;
}

export type FromImport =
  | { readonly kind: 'failed'; readonly trouble: Trouble }
  | {
      readonly kind: 'found';
      readonly name: string;
      readonly digest: string;
      readonly headlines: number;
      readonly leftOut: FeedImport['leftOut'];
    }
  | { readonly kind: 'step'; readonly step: FeedStep }
  | { readonly kind: 'packed'; readonly scoredWith: string };
