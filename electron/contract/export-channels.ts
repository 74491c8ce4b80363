import { z } from 'zod';
import { shownList } from './list-channels.ts';

/** The forms in which labels go out. */
export const EXPORT_FORMATS = [
  'jianwen',
  'csv',
  'xlsx',
  'doccano',
  'doccano-csv',
  'label-studio',
  'prodigy',
  'argilla',
  'fasttext',
  'huggingface',
  'parquet',
] as const;

/** Which labels go out, in which form, and how they are parted. */
export const exportChoice = z.strictObject({
  format: z.enum(EXPORT_FORMATS),
  only: z.enum(['adjudicated', 'random']).exactOptional(),
  /** Days of labelling, both inclusive. */
  from: z.iso.date().exactOptional(),
  to: z.iso.date().exactOptional(),
  /** The share for testing. */
  split: z.number().gt(0).lt(1).exactOptional(),
  /** Only headlines of this list or view. */
  list: shownList.exactOptional(),
});

export type ExportChoice = z.infer<typeof exportChoice>;
