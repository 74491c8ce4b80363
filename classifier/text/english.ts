import PorterStemmer from 'natural/lib/natural/stemmers/porter_stemmer.js';
import AggressiveTokenizer from 'natural/lib/natural/tokenizers/aggressive_tokenizer.js';
import type { LatinWord } from '#classifier/core/grams.ts';

// natural's entry point costs 0.9 s, reads .env and prints to standard output; these deep paths do none of that.
const tokenizer = new AggressiveTokenizer();

const SHORTEST_WORD = 2;

/** The words in Latin letters of a normalised text, by natural's tokeniser and Porter stemmer (`covid-19` is one word). */
export function stemLatin(text: string): LatinWord[] {
  const words: LatinWord[] = [];
  let from = 0;
  for (const token of tokenizer.tokenize(text)) {
    const start = text.indexOf(token, from);
    from = start + token.length;
    if (token.length >= SHORTEST_WORD && /[a-z]/u.test(token)) {
      words.push({ start, end: from, stem: PorterStemmer.stem(token) });
    }
  }
  return words;
}
