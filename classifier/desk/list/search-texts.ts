import { normalisedText } from '#classifier/core/normalise.ts';
import { type PackedTexts, textAt } from './packed-texts.ts';

/**
 * Marks with 1 every headline that has all words of a query: Chinese ones and single letters wherever they stand,
 * Latin words also in their other forms (by stem). Words are what blanks part; width, case and script do not matter.
 */
export function findTexts(
  texts: Iterable<PackedTexts>,
  query: string,
  stemsOf: (text: string) => readonly string[],
): Uint8Array {
  const blocks = [...texts];
  const size = blocks.reduce((sum, block) => sum + block.ends.length, 0);
  let found: Uint8Array | null = null;
  for (const word of normalisedText(query).split(' ')) {
    if (word === '') continue;
    const marks = new Uint8Array(size);
    let from = 0;
    for (const block of blocks) {
      markWord(block, word, stemsOf, marks.subarray(from));
      from += block.ends.length;
    }
    found = found === null ? marks : both(found, marks);
  }
  return found ?? new Uint8Array(size);
}

function markWord(
  block: PackedTexts,
  word: string,
  stemsOf: (text: string) => readonly string[],
  marks: Uint8Array,
): void {
  eachWith(block, word, (at) => {
    marks[at] = 1;
  });
  if (!/^[a-z]+$/.test(word)) return;
  const [stem] = stemsOf(word);
  if (stem === undefined) return;
  eachWith(block, beginningOf(stem), (at) => {
    if (marks[at] === 0 && stemsOf(textAt(block, at)).includes(stem)) marks[at] = 1;
  });
}

/** What all forms of a stemmed word share: a stem ends in i where the word may end in y. */
function beginningOf(stem: string): string {
  return stem.length > 1 && stem.endsWith('i') ? stem.slice(0, -1) : stem;
}

/** Calls back once for each headline of a block that holds the letters; those of two headlines never join. */
function eachWith({ text, ends }: PackedTexts, letters: string, found: (at: number) => void): void {
  let at = 0;
  for (
    let place = text.indexOf(letters);
    place !== -1;
    place = text.indexOf(letters, (ends[at] as number) + 1)
  ) {
    while ((ends[at] as number) < place) at += 1;
    found(at);
  }
}

function both(a: Uint8Array, b: Uint8Array): Uint8Array {
  return a.map((mark, at) => mark & (b[at] as number));
}
