import { z } from 'zod';
import { AXES } from '#classifier/core/axis.ts';

/** Bounds of a rule's points in log-odds. */
const MIN_POINTS = -3;
const MAX_POINTS = 4;

export const text = z.string().trim().min(1);
const literals = z.array(text).min(1);
/** What one says in both languages. */
export const sentence = z.strictObject({ zh: text, en: text });
/** Headlines that must be hit, or that must not: at least two. */
export const examples = z.array(text).min(2);
/** Other points of a rule; none is to be switched off. */
export const rulePoints = z
  .number()
  .min(MIN_POINTS)
  .max(MAX_POINTS)
  .refine((points) => points !== 0);
export const kebabCase = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);

const fields = z.strictObject({
  id: kebabCase,
  version: z.int().min(1),
  axis: z.enum(AXES),
  points: z.number().min(MIN_POINTS).max(MAX_POINTS),
  zh: text,
  en: text,
  source: text.optional(),
  words: literals.optional(),
  all: z.array(literals).min(2).optional(),
  pattern: text.optional(),
  needs: literals.optional(),
  atLeast: z.int().min(2).optional(),
  unless: literals.optional(),
  ok: examples,
  fail: examples,
});

type Fields = z.infer<typeof fields>;

/** A demand on a rule as a whole, told in both languages through the issue's `params`. */
interface Demand {
  readonly path: keyof Fields;
  readonly met: (rule: Fields) => boolean;
  readonly zh: string;
  readonly en: string;
}

const DEMANDS: readonly Demand[] = [
  { path: 'points', met: (rule) => rule.points !== 0, zh: '分值不能为 0', en: 'points must not be 0' },
  {
    path: 'id',
    met: ({ words, all, pattern }) => [words, all, pattern].filter((kind) => kind !== undefined).length === 1,
    zh: 'words、all、pattern 三者须且只须写一个',
    en: 'exactly one of words, all and pattern must be given',
  },
  {
    path: 'pattern',
    met: ({ pattern, needs }) => pattern === undefined || needs !== undefined,
    zh: '有 pattern 就要有 needs：模式必含的字词',
    en: 'a pattern must have needs: literals of which a match contains one',
  },
  {
    path: 'needs',
    met: ({ pattern, needs }) => needs === undefined || pattern !== undefined,
    zh: 'needs 只能和 pattern 一起写',
    en: 'needs goes only with a pattern',
  },
  {
    path: 'atLeast',
    met: ({ words, atLeast }) => atLeast === undefined || atLeast <= new Set(words).size,
    zh: 'atLeast 只能和 words 一起写，且不能超过词数',
    en: 'atLeast goes only with words and cannot exceed their number',
  },
];

/** One rule of a pack file as written; see CONTRIBUTING.md for what each field means. */
export const ruleSchema = fields.superRefine((rule, context) => {
  for (const { path, met, zh, en } of DEMANDS) {
    if (!met(rule)) context.addIssue({ code: 'custom', path: [path], message: en, params: { zh, en } });
  }
});

/** A pack file: rules are checked one by one, so that a broken one does not take the others with it. */
export const packSchema = z.strictObject({
  pack: kebabCase,
  title: sentence,
  rules: z.array(z.unknown()).min(1),
});

export type RuleDefinition = z.infer<typeof ruleSchema>;
export type PackHeader = z.infer<typeof packSchema>;
