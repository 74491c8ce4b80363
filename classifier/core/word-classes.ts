import { createLiteralAutomaton } from './literal-automaton.ts';
import type { Span } from './span.ts';
import type { Sentence } from './trouble.ts';

/** Words that name one kind of thing, e.g. animals or acts of a state; normalised, not empty. */
export interface WordClass {
  readonly id: string;
  readonly name: Sentence;
  readonly words: readonly string[];
}

/** A class that a text names, or two classes that it names one after the other, with the words that do so. */
export interface ClassFeature {
  readonly key: number;
  /** One class, or two in the order of the text. */
  readonly classes: readonly WordClass[];
  /** The first place of each class. */
  readonly spans: readonly Span[];
}

/** The distinct classes and pairs of classes of a normalised text. */
export type ClassFinder = (text: string) => readonly ClassFeature[];

/** Keys from here on are classes; stems are below 2^48 + 2^52. */
export const FIRST_CLASS_KEY = 0x18000000000000;
/** One more than the most classes there can be: a pair is two digits to this base. */
const BASE = 1024;

interface Sighting {
  readonly literal: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Builds the finder of a list of classes. A class's number is its place in the list, so keys are exact and hold for
 * this list only. Where words overlap, the leftmost counts, and of those the longest; a word may be of several classes.
 * Takes time linear in the text for a given list. Throws RangeError for more than 1023 classes.
 */
export function createClassFinder(classes: readonly WordClass[]): ClassFinder {
  if (classes.length >= BASE) throw new RangeError('too many word classes');
  const classesOf = new Map<string, number[]>();
  classes.forEach(({ words }, index) => {
    for (const word of new Set(words)) classesOf.set(word, [...(classesOf.get(word) ?? []), index + 1]);
  });
  const automaton = createLiteralAutomaton([...classesOf.keys()]);
  const numbers = [...classesOf.values()];

  return function find(text: string): readonly ClassFeature[] {
    const found: Sighting[] = [];
    automaton.scan(text, (literal, start, end) => found.push({ literal, start, end }));
    const features = new Map<number, ClassFeature>();
    const places = new Map<number, Span>();
    for (const { literal, start, end } of leftmostLongest(found)) {
      const span = { start, end };
      const own = numbers[literal] as readonly number[];
      for (const [earlier, place] of places) {
        for (const number of own) addFeature(features, classes, [earlier, number], [place, span]);
      }
      for (const number of own) {
        addFeature(features, classes, [number], [span]);
        if (!places.has(number)) places.set(number, span);
      }
    }
    return [...features.values()];
  };
}

/** The key of a class, or of a pair in its order, by their numbers from 1. */
export function classKey(first: number, second = 0): number {
  return FIRST_CLASS_KEY + first * BASE + second;
}

/** How people read a feature: `动物 + 人的职司`. */
export function classFeatureName({ classes }: ClassFeature): Sentence {
  return {
    zh: classes.map(({ name }) => name.zh).join(' + '),
    en: classes.map(({ name }) => name.en).join(' + '),
  };
}

function addFeature(
  features: Map<number, ClassFeature>,
  classes: readonly WordClass[],
  numbers: readonly number[],
  spans: readonly Span[],
): void {
  const [first = 0, second = 0] = numbers;
  const key = classKey(first, second);
  if (features.has(key)) return;
  features.set(key, { key, classes: numbers.map((number) => classes[number - 1] as WordClass), spans });
}

function leftmostLongest(found: Sighting[]): readonly Sighting[] {
  let free = 0;
  return found
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start, end }) => {
      if (start < free) return false;
      free = end;
      return true;
    });
}
