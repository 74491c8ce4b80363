import { z } from 'zod';
import type { Sentence, Trouble } from '#classifier/core/trouble.ts';
import type { ImportRequest } from './names.ts';
import type { ImportView } from './views.ts';

/** Kinds of source that the editor may choose. */
export const IMPORT_KINDS = ['list', 'csv', 'tsv', 'json', 'jsonl', 'html', 'feed', 'opml'] as const;
/** All kinds that a source can turn out to be. */
export type ImportKind = (typeof IMPORT_KINDS)[number] | 'xlsx' | 'docx' | 'zip';
export const IMPORT_ENCODINGS = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'] as const;
export type ImportEncoding = (typeof IMPORT_ENCODINGS)[number];

const token = z.int().positive();
const choices = z.strictObject({
  kind: z.enum(IMPORT_KINDS).exactOptional(),
  encoding: z.enum(IMPORT_ENCODINGS).exactOptional(),
  column: z.string().min(1).max(1000).exactOptional(),
  sheet: z.string().min(1).max(1000).exactOptional(),
});
/** What the editor chose instead of what was found. */
export type ImportChoices = z.infer<typeof choices>;

/** Requests by which a source is looked at before anything of it is stored. */
export const IMPORT_REQUESTS = {
  /** Looks at a file. */
  'import.offer': z.strictObject({ path: z.string().min(1).max(4096) }),
  /** Looks at a text that was pasted or dropped. */
  'import.offer-text': z.strictObject({ text: z.string().min(1).max(20_000_000) }),
  /** Looks at it again, read another way. */
  'import.preview': z.strictObject({ token, choices }),
  /** Stores it, all or nothing. */
  'import.store': z.strictObject({ token, choices }),
  /** Does not store it. */
  'import.forget': z.strictObject({ token }),
} as const satisfies Record<ImportRequest, z.ZodType>;

/** What was found in a source. */
export interface ImportLook {
  readonly kind: ImportKind;
  /** Null for kinds that say themselves how they are written. */
  readonly encoding: ImportEncoding | null;
  readonly columns: readonly string[] | null;
  readonly column: string | null;
  readonly sheets: readonly string[] | null;
  readonly sheet: string | null;
  /** Headlines that would be stored. */
  readonly headlines: number;
  /** The first of them. */
  readonly rows: readonly {
    readonly row: number;
    readonly text: string;
    readonly source: string | null;
    readonly url: string | null;
    readonly publishedAt: string | null;
  }[];
  /** What would be left out, by reason, and rows that cannot be read among it. */
  readonly leftOut: readonly { readonly reason: Sentence; readonly lines: number }[];
  readonly rejected: number;
  readonly notes: readonly Sentence[];
  /** True when the very same list is there already. */
  readonly known: boolean;
}

/** A source that waits to be stored. Where it cannot be read as chosen there is a trouble and no look. */
export interface ImportOffer {
  readonly token: number;
  readonly name: string;
  readonly choices: ImportChoices;
  readonly look: ImportLook | null;
  readonly trouble: Trouble | null;
}

export interface ImportAnswers {
  'import.offer': ImportOffer;
  'import.offer-text': ImportOffer;
  'import.preview': ImportOffer;
  'import.store': ImportView;
  'import.forget': null;
}
