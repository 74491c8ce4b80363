import type { Axis } from './axis.ts';
import { distinctKeys, fillGrams, type GramBuffer, type LatinStemmer } from './grams.ts';
import type { Example } from './model.ts';
import { type Normalised, normalise } from './normalise.ts';
import type { Rule, RuleHit, RuleMatcher } from './rule.ts';
import type { ClassFeature, ClassFinder } from './word-classes.ts';

/** The tools with which a headline is read. `buffer` is overwritten by every reading. */
export interface Reader {
  readonly matchRules: RuleMatcher;
  readonly stemLatin: LatinStemmer;
  readonly findClasses: ClassFinder;
  readonly buffer: GramBuffer;
}

/** A headline as the classifier sees it. The grams stay in the reader's buffer until the next reading. */
export interface Reading {
  readonly normalised: Normalised;
  readonly hits: readonly RuleHit[];
  readonly grams: GramBuffer;
  readonly classes: readonly ClassFeature[];
}

/** A rule of the classifier itself: invisible characters are gone from the text that packs are matched against. */
export const HIDDEN_CHARACTERS: Rule = {
  id: 'hidden-characters',
  pack: 'classifier',
  version: 1,
  axis: 'sensational' satisfies Axis,
  points: 1,
  description: {
    zh: '标题里藏有零宽或改变书写方向的字符，常用来躲避检查',
    en: 'Hides zero-width or direction-changing characters, often to evade checks',
  },
};

/** Normalises a headline, finds its rule hits and word classes and fills the reader's buffer with its grams. */
export function read(reader: Reader, raw: string): Reading {
  const normalised = normalise(raw);
  const hits = reader.matchRules(normalised.text);
  fillGrams(normalised.text, reader.stemLatin, reader.buffer);
  return {
    normalised,
    hits: normalised.hidden.length === 0 ? hits : [...hits, { rule: HIDDEN_CHARACTERS, spans: [] }],
    grams: reader.buffer,
    classes: reader.findClasses(normalised.text),
  };
}

/** What the headline teaches once it is labelled. */
export function exampleOf(reading: Reading): Example {
  return {
    keys: [...distinctKeys(reading.grams), ...reading.classes.map((feature) => feature.key)],
    rules: reading.hits.map((hit) => hit.rule.id),
  };
}
