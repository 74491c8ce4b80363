import { z } from 'zod';
import { examples, kebabCase, sentence, text } from './rule-schema.ts';

const words = z.array(text).default([]);
const bound = z.number().nullable();
const bounds = z.tuple([bound, bound]);

/** One plausible range as written; core/quantities/plausible-range.ts says what each field means. */
export const rangeSchema = z.strictObject({
  id: kebabCase,
  version: z.int().min(1).default(1),
  zh: text,
  en: text,
  unit: text,
  bare: z.boolean().default(false),
  likely: bounds,
  possible: bounds,
  source: sentence,
  before: words,
  after: words,
  needs: words,
  notBefore: words,
  notAfter: words,
  unless: words,
  ok: examples,
  fail: examples,
});

/** A file of ranges: they are checked one by one, so that a broken one does not take the others with it. */
export const rangeFileSchema = z.strictObject({
  unless: words,
  ranges: z.array(z.unknown()).default([]),
});

export type RangeDefinition = z.infer<typeof rangeSchema>;
