import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_SETTINGS } from '#classifier/core/model.ts';
import { seededRandom } from '#classifier/evaluate/random.ts';
import { readLabelledHeadlines } from '#classifier/interchange/read-labelled-headlines.ts';

/** A headline that was put together, with the label of the headlines that it comes from. */
export interface ComposedHeadline {
  readonly text: string;
  readonly sensational: boolean;
  readonly implausible: boolean;
}

/** What headlines are put together from: texts as characters, by their label. */
export interface Sources {
  readonly neither: readonly Characters[];
  readonly sensational: readonly Characters[];
  readonly implausible: readonly Characters[];
  readonly both: readonly Characters[];
}

type Characters = readonly string[];

/** Shortest composed headline, in characters. */
export const SHORTEST = 22;
/** A feed tells most stories more than once: this share repeats one of the lines before with a small change. */
const COPIES = 0.05;
/** How far back a copy looks, in lines. */
const WINDOW = 1000;
/** Sentences of the reference documents are taken when they are about as long as a headline. */
const SENTENCE = { shortest: 14, longest: 32 };
const TRIES = 8;
const LIST_ITEM = '- •';

/**
 * Reads the labelled headlines of `labels/` and the sentences of `seeds/`, which are plain; the list of headlines in
 * `seeds/` stands labelled in `labels/`.
 */
export function readSources(root: string): Sources {
  const headlines = filesOf(root, 'labels', '.jsonl').flatMap(
    ([name, text]) => readLabelledHeadlines(text, name).examples,
  );
  const labelled = (sensational: boolean, implausible: boolean): Characters[] =>
    headlines
      .filter(({ label }) => label.sensational === sensational && label.implausible === implausible)
      .map(({ text }) => Array.from(text));
  return {
    neither: [...labelled(false, false), ...sentencesOf(root)],
    sensational: labelled(true, false),
    implausible: labelled(false, true),
    both: labelled(true, true),
  };
}

/**
 * Headlines of at least {@link SHORTEST} characters: the front of one with the back of another of the same label and
 * the last digit of each number changed. Labels come at the base rates that the model expects of an ordinary feed.
 * The same sources, count and seed give the same headlines; a smaller count gives the first of them.
 */
export function* composeHeadlines(
  sources: Sources,
  count: number,
  seed: number,
): Generator<ComposedHeadline, void> {
  const random = seededRandom(seed);
  const before: ComposedHeadline[] = [];
  for (let made = 0; made < count; made += 1) {
    const copied = random() < COPIES ? before[Math.floor(random() * before.length)] : undefined;
    const headline =
      copied === undefined ? compose(sources, random) : { ...copied, text: changed(copied.text, random) };
    before[made % WINDOW] = headline;
    yield headline;
  }
}

function compose(sources: Sources, random: () => number): ComposedHeadline {
  const { baseRate } = DEFAULT_SETTINGS;
  const sensational = random() < baseRate.sensational;
  const implausible = random() < baseRate.implausible;
  const pool = poolOf(sources, sensational, implausible);
  return { text: withOtherDigits(joined(pool, random), random), sensational, implausible };
}

function poolOf(sources: Sources, sensational: boolean, implausible: boolean): readonly Characters[] {
  if (sensational) return implausible ? sources.both : sources.sensational;
  return implausible ? sources.implausible : sources.neither;
}

/** A front half with a back half that makes it long enough; with more back halves where none does. */
function joined(pool: readonly Characters[], random: () => number): string {
  const front = halves(pick(pool, random), random).front;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const { back } = halves(pick(pool, random), random);
    if (front.length + back.length >= SHORTEST) return [...front, ...back].join('');
  }
  const text = [...front];
  while (text.length < SHORTEST) text.push(...halves(pick(pool, random), random).back);
  return text.join('');
}

/** Cut somewhere between two and three fifths of the length. */
function halves(text: Characters, random: () => number): { front: Characters; back: Characters } {
  const cut = Math.round(text.length * (0.4 + 0.2 * random()));
  return { front: text.slice(0, cut), back: text.slice(cut) };
}

/** A small change, as between two reports of one story: other digits, or a character fewer where there are enough. */
function changed(text: string, random: () => number): string {
  const characters = Array.from(withOtherDigits(text, random));
  if (characters.length > SHORTEST) characters.splice(Math.floor(random() * characters.length), 1);
  return characters.join('');
}

function withOtherDigits(text: string, random: () => number): string {
  return text.replace(/[0-9](?![0-9])/g, () => String(Math.floor(random() * 10)));
}

function pick<T>(items: readonly T[], random: () => number): T {
  return items[Math.floor(random() * items.length)] as T;
}

function sentencesOf(root: string): Characters[] {
  return filesOf(root, 'seeds', '.txt')
    .flatMap(([, text]) => text.split('\n').filter((line) => !line.startsWith(LIST_ITEM)))
    .flatMap((line) => line.split(/[。；！？]/u))
    .map((sentence) => Array.from(sentence.trim()))
    .filter(({ length }) => length >= SENTENCE.shortest && length <= SENTENCE.longest);
}

function filesOf(root: string, folder: string, ending: string): [name: string, text: string][] {
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => [name, readFileSync(join(root, folder, name), 'utf8')]);
}
