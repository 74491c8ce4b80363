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

/** Keys of word classes; a scratch buffer that is filled anew for each headline. Its arrays may be replaced by larger ones. */
export interface KeyBuffer {
  keys: Float64Array;
  /** Four numbers a key: where its class stands first, and for a pair where the second stands; no place is 0 to 0. */
  places: Int32Array;
  size: number;
}

/** Words of classes in a text, overlapping ones too, in the order of their ends; `words` are numbers of words. */
export interface WordPlaces {
  words: Int32Array;
  starts: Int32Array;
  ends: Int32Array;
  size: number;
}

/** The words of a list of classes, each once, and by word the numbers of its classes. */
export interface ClassWords {
  readonly words: readonly string[];
  readonly classesOf: readonly (readonly number[])[];
}

/** Keys from here on are classes; stems are below 2^48 + 2^52. */
export const FIRST_CLASS_KEY = 0x18000000000000;
/** One more than the most classes there can be: a pair is two digits to this base. */
const BASE = 1024;

/** Numbers that a key has in {@link KeyBuffer.places}. */
const PLACES = 4;

export function createKeyBuffer(): KeyBuffer {
  return { keys: new Float64Array(64), places: new Int32Array(64 * PLACES), size: 0 };
}

/** The keys of many headlines side by side: those of headline i are from `ends[i - 1]` to `ends[i]`. */
export interface ClassStore {
  keys: Float64Array;
  places: Int32Array;
  readonly ends: number[];
  size: number;
}

export function createClassStore(): ClassStore {
  return { keys: new Float64Array(64), places: new Int32Array(64 * PLACES), ends: [], size: 0 };
}

/** Adds the keys of a headline behind those of the headlines before it. */
export function keepClasses(store: ClassStore, headline: number, { keys, places, size }: KeyBuffer): void {
  while (store.size + size > store.keys.length) enlarge(store);
  const to = store.size;
  for (let at = 0; at < size; at += 1) store.keys[to + at] = keys[at] as number;
  for (let at = 0; at < size * PLACES; at += 1) store.places[to * PLACES + at] = places[at] as number;
  store.size += size;
  store.ends[headline] = store.size;
}

/** Fills the buffer with the keys of a headline again; their places are those of another. */
export function restoreKeys(store: ClassStore, headline: number, into: KeyBuffer): void {
  const from = firstKey(store, headline);
  const size = (store.ends[headline] as number) - from;
  while (size > into.keys.length) enlarge(into);
  for (let at = 0; at < size; at += 1) into.keys[at] = store.keys[from + at] as number;
  into.size = size;
}

/** Fills the buffer with the keys of a headline again, and with their places. */
export function restoreClasses(store: ClassStore, headline: number, into: KeyBuffer): void {
  restoreKeys(store, headline, into);
  const from = firstKey(store, headline) * PLACES;
  for (let at = 0; at < into.size * PLACES; at += 1) into.places[at] = store.places[from + at] as number;
}

function firstKey({ ends }: ClassStore, headline: number): number {
  return headline === 0 ? 0 : (ends[headline - 1] as number);
}

export function createWordPlaces(): WordPlaces {
  return { words: new Int32Array(64), starts: new Int32Array(64), ends: new Int32Array(64), size: 0 };
}

export function addWordPlace(places: WordPlaces, word: number, start: number, end: number): void {
  if (places.size === places.words.length) {
    for (const name of ['words', 'starts', 'ends'] as const) {
      const larger = new Int32Array(places.size * 2);
      larger.set(places[name]);
      places[name] = larger;
    }
  }
  places.words[places.size] = word;
  places.starts[places.size] = start;
  places.ends[places.size] = end;
  places.size += 1;
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

/** Numbers the words of classes. Throws RangeError for more than 1023 classes. */
export function classWords(classes: readonly WordClass[]): ClassWords {
  if (classes.length >= BASE) throw new RangeError('too many word classes');
  const classesOf = new Map<string, number[]>();
  classes.forEach(({ words }, index) => {
    for (const word of new Set(words)) classesOf.set(word, [...(classesOf.get(word) ?? []), index + 1]);
  });
  return { words: [...classesOf.keys()], classesOf: [...classesOf.values()] };
}

/**
 * Drops the words that overlap another: the leftmost counts, and of those the longest. The order of ends is nearly that
 * of starts, so that sorting by insertion takes linear time.
 */
export function keepLeftmostLongest(places: WordPlaces): void {
  const { words, starts, ends } = places;
  for (let at = 1; at < places.size; at += 1) {
    const word = words[at] as number;
    const start = starts[at] as number;
    const end = ends[at] as number;
    let to = at;
    while (to > 0 && isAfter(starts[to - 1] as number, ends[to - 1] as number, start, end)) {
      words[to] = words[to - 1] as number;
      starts[to] = starts[to - 1] as number;
      ends[to] = ends[to - 1] as number;
      to -= 1;
    }
    words[to] = word;
    starts[to] = start;
    ends[to] = end;
  }
  let kept = 0;
  let free = 0;
  for (let at = 0; at < places.size; at += 1) {
    if ((starts[at] as number) < free) continue;
    free = ends[at] as number;
    words[kept] = words[at] as number;
    starts[kept] = starts[at] as number;
    ends[kept] = free;
    kept += 1;
  }
  places.size = kept;
}

function isAfter(start: number, end: number, otherStart: number, otherEnd: number): boolean {
  return start > otherStart || (start === otherStart && end < otherEnd);
}

/** Writes the keys of the distinct classes, and of the pairs of classes, of the words of a text. */
export type ClassKeyWriter = (places: WordPlaces, into: KeyBuffer) => void;

/** Builds the writer for so many classes; a class's number is its place in their list, so keys hold for it only. */
export function createClassKeyWriter({ classesOf }: ClassWords, classes: number): ClassKeyWriter {
  const width = classes + 1;
  const written = new Int32Array(width * width);
  const isNamed = new Int32Array(width);
  const named = new Int32Array(width);
  /** By class: the number of the word that named it first. */
  const namer = new Int32Array(width);
  let round = 0;

  function write(
    { starts, ends }: WordPlaces,
    into: KeyBuffer,
    first: number,
    second: number,
    at: number,
  ): void {
    const cell = first * width + second;
    if (written[cell] === round) return;
    written[cell] = round;
    if (into.size === into.keys.length) enlarge(into);
    const word = second === 0 ? at : (namer[first] as number);
    const place = into.size * PLACES;
    into.keys[into.size] = classKey(first, second);
    into.places[place] = starts[word] as number;
    into.places[place + 1] = ends[word] as number;
    into.places[place + 2] = second === 0 ? 0 : (starts[at] as number);
    into.places[place + 3] = second === 0 ? 0 : (ends[at] as number);
    into.size += 1;
  }

  return (places, into) => {
    into.size = 0;
    if (places.size === 0) return;
    round = nextRound(round, written, isNamed);
    let count = 0;
    for (let at = 0; at < places.size; at += 1) {
      const own = classesOf[places.words[at] as number] as readonly number[];
      for (let earlier = 0; earlier < count; earlier += 1) {
        for (let index = 0; index < own.length; index += 1) {
          write(places, into, named[earlier] as number, own[index] as number, at);
        }
      }
      for (let index = 0; index < own.length; index += 1) {
        const number = own[index] as number;
        write(places, into, number, 0, at);
        if (isNamed[number] === round) continue;
        isNamed[number] = round;
        namer[number] = at;
        named[count] = number;
        count += 1;
      }
    }
  };
}

function enlarge(buffer: Pick<KeyBuffer, 'keys' | 'places'>): void {
  const { keys, places } = buffer;
  buffer.keys = new Float64Array(keys.length * 2);
  buffer.keys.set(keys);
  buffer.places = new Int32Array(places.length * 2);
  buffer.places.set(places);
}

const LAST_ROUND = 0x7fffffff;

/** The number of the next text; before it would overflow, the marks are wiped. */
export function nextRound(round: number, marks: Int32Array, others: Int32Array = marks): number {
  if (round < LAST_ROUND) return round + 1;
  marks.fill(0);
  others.fill(0);
  return 1;
}

/** The features of the words of a text with their places, in the order in which their keys are written. */
export function placeFeatures(
  places: WordPlaces,
  { classesOf }: ClassWords,
  classes: readonly WordClass[],
): readonly ClassFeature[] {
  const features = new Map<number, ClassFeature>();
  const firsts = new Map<number, Span>();
  const add = (numbers: readonly [number, number?], spans: readonly Span[]): void => {
    const key = classKey(...numbers);
    if (features.has(key)) return;
    const named = numbers.map((number) => classes[(number as number) - 1] as WordClass);
    features.set(key, { key, classes: named, spans });
  };
  for (let at = 0; at < places.size; at += 1) {
    const span = { start: places.starts[at] as number, end: places.ends[at] as number };
    const own = classesOf[places.words[at] as number] as readonly number[];
    for (const [earlier, place] of firsts) for (const number of own) add([earlier, number], [place, span]);
    for (const number of own) {
      add([number], [span]);
      if (!firsts.has(number)) firsts.set(number, span);
    }
  }
  return [...features.values()];
}
