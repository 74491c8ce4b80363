import type { Axis } from './axis.ts';
import { condense } from './condense.ts';
import { createGramBuffer, distinctKeys, fillGrams, type GramBuffer, type LatinStemmer } from './grams.ts';
import type { Example } from './model.ts';
import type { Normalised } from './normalise.ts';
import type { Rule, RuleHit } from './rule.ts';
import type { SignFinder } from './sign-finder.ts';
import { createUnitText, putText, type UnitText } from './unit-text.ts';
import { createKeyBuffer, type KeyBuffer } from './word-classes.ts';
import type { WordCutter } from './word-cut.ts';

/** The tools with which a headline is read. `text`, `buffer` and `classes` are overwritten by every reading. */
export interface Reader {
  readonly signs: SignFinder;
  readonly stemLatin: LatinStemmer;
  /** For reasons only: a headline is scored without being cut into words. */
  readonly cutWords: WordCutter;
  readonly text: UnitText;
  readonly buffer: GramBuffer;
  readonly classes: KeyBuffer;
}

/** A headline without its grams. The keys of its word classes stay in the reader's buffer until the next reading. */
export interface TextReading {
  /** Without what typesetting put there; see condense.ts. */
  readonly normalised: Normalised;
  readonly hits: readonly RuleHit[];
  readonly classes: KeyBuffer;
  /** Tells the places of the word classes. */
  readonly signs: SignFinder;
}

/** A headline as the classifier sees it. Grams and classes stay in the reader's buffers until the next reading. */
export interface Reading extends TextReading {
  readonly grams: GramBuffer;
}

/**
 * Doubles the odds. None of 125,000 headlines of public sets hides a character, so that there is nothing to learn from:
 * labels may take the weight away, but not let one pasted character lift a headline from pass to flag.
 */
const HIDDEN_POINTS = Math.log(2);

/** A rule of the classifier itself: what hides in a headline is gone from the text that packs are matched against. */
export const HIDDEN_CHARACTERS: Rule = {
  id: 'hidden-characters',
  pack: 'classifier',
  version: 2,
  axis: 'sensational' satisfies Axis,
  points: HIDDEN_POINTS,
  most: HIDDEN_POINTS,
  description: {
    zh: '标题里藏有零宽或改变书写方向的字符，或把字一个个隔开，常用来躲避检查',
    en: 'Hides zero-width or direction-changing characters, or parts single characters, often to evade checks',
  },
};

const HIDDEN: RuleHit = { rule: HIDDEN_CHARACTERS, spansIn: () => [] };

/** A reader with buffers of its own. */
export function createReader(signs: SignFinder, stemLatin: LatinStemmer, cutWords: WordCutter): Reader {
  const buffers = { text: createUnitText(), buffer: createGramBuffer(), classes: createKeyBuffer() };
  return { signs, stemLatin, cutWords, ...buffers };
}

/** Condenses a headline and finds its rule hits and word classes. */
export function readText(reader: Reader, raw: string): TextReading {
  const normalised = condense(raw, reader.text);
  const { signs, classes } = reader;
  return { normalised, hits: withHidden(signs.find(normalised.text, classes), normalised), classes, signs };
}

/** What the classifier itself says of invisible characters, behind the hits of the rules. */
export function withHidden(hits: readonly RuleHit[], { hidden }: Normalised): readonly RuleHit[] {
  return hidden.length === 0 ? hits : [...hits, HIDDEN];
}

/** Reads a headline as {@link readText} does, and fills the reader's buffer with its grams. */
export function read(reader: Reader, raw: string): Reading {
  const { normalised, hits, classes, signs } = readText(reader, raw);
  fillGrams(putText(reader.text, normalised.text), reader.stemLatin, reader.buffer);
  return { normalised, hits, classes, signs, grams: reader.buffer };
}

/** What the headline teaches once it is labelled. */
export function exampleOf(reading: Taught): Example {
  const { keys, rules } = passingExample(reading);
  return { keys: keys.slice(), rules };
}

/** What is needed of a reading to learn it. */
export type Taught = Pick<Reading, 'grams' | 'classes' | 'hits'>;

/** The same with keys that stand in the buffer of the grams, and hold until the next reading. */
export function passingExample({ grams, classes, hits }: Taught): Example {
  return { keys: distinctKeys(grams, classes), rules: hits.map((hit) => hit.rule.id) };
}
