import type { Trouble } from '#classifier/core/trouble.ts';
import type { Found } from '#classifier/desk/found.ts';
import type { FeedStep } from '#classifier/desk/list/pack-feed.ts';
import type { Look } from '#classifier/desk/look.ts';
import type { ImportChoices } from '#contract/import-channels.ts';
import type { ListThreadData } from '../lists/protocol.ts';

/** Where a list comes from: a file, or a text that was pasted under a name. */
export type ImportSource =
  | { readonly kind: 'file'; readonly path: string; readonly choices: ImportChoices }
  | { readonly kind: 'text'; readonly name: string; readonly text: string; readonly choices: ImportChoices };

export interface ImportThreadData extends ListThreadData {
  readonly source: ImportSource;
  /** One number: how many more steps the thread may send. */
  readonly credit: SharedArrayBuffer;
  /** Only tell what the source holds. */
  readonly looksOnly: boolean;
}

export type FromImport =
  | { readonly kind: 'failed'; readonly trouble: Trouble }
  | { readonly kind: 'looked'; readonly look: Look }
  | {
      readonly kind: 'found';
      readonly name: string;
      readonly digest: string;
      readonly headlines: number;
      /** Headlines of the source, repeated ones too. */
      readonly listed: number;
      readonly told: Omit<Found, 'texts' | 'details'>;
    }
  | { readonly kind: 'step'; readonly step: FeedStep }
  | { readonly kind: 'packed'; readonly scoredWith: string };
