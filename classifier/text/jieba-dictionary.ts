import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createLexicon, type Lexicon, type WeightedWord } from './lexicon.ts';

/**
 * Makes the lexicon of the dictionaries that nodejieba comes with, weighted as cppjieba weights them (DictTrie.hpp):
 * the logarithm of a word's share of all words, and for a user's word without a number the median weight.
 * Takes about half a second.
 */
export function jiebaLexicon(): Lexicon {
  const folder = join(
    dirname(createRequire(import.meta.url).resolve('nodejieba/package.json')),
    'submodules/cppjieba/dict',
  );
  const rows = rowsOf(join(folder, 'jieba.dict.utf8'));
  const total = rows.reduce((sum, [, count]) => sum + Number(count), 0);
  const words = rows.map(([word, count]): WeightedWord => [word as string, Math.log(Number(count) / total)]);
  const weights = Float64Array.from(words, ([, weight]) => weight).sort();
  const median = weights[weights.length >>> 1] as number;
  const added = rowsOf(join(folder, 'user.dict.utf8')).map(
    ([word, ...more]): WeightedWord => [
      word as string,
      more.length < 2 ? median : Math.log(Number(more[0]) / total),
    ],
  );
  return createLexicon([...words, ...added], weights[0] as number);
}

function rowsOf(file: string): string[][] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split(' '));
}
