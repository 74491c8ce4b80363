import type { WordCutter } from '#classifier/core/word-cut.ts';
import { createWordCutter } from './cut-words.ts';
import type { Lexicon } from './lexicon.ts';

/** A cutter that asks for its lexicon when the first text is cut: most headlines need no words. */
export function lazyCutter(lexicon: () => Lexicon): WordCutter {
  let cutter: WordCutter | null = null;
  return (text) => {
    cutter ??= createWordCutter(lexicon());
    return cutter(text);
  };
}
