import type { TFunction } from 'i18next';
import type { Sentence } from '#classifier/core/trouble.ts';
import { type Say, type StringKey, sentenceIn } from './index.ts';

/** How this window speaks. */
export interface Speech {
  readonly say: Say;
  /** Picks the language of the window from a sentence that came with both. */
  readonly tell: (sentence: Sentence) => string;
  readonly language: string;
}

/** Looks words without gaps up once: a list says hundreds of them each time that it is drawn. */
export function createSpeech(t: TFunction, language: string): Speech {
  const plain = new Map<StringKey, string>();
  return {
    say(key, gaps) {
      if (gaps !== undefined) return t(key, { ...gaps });
      const words = plain.get(key) ?? t(key);
      plain.set(key, words);
      return words;
    },
    tell: (sentence) => sentenceIn(language, sentence),
    language,
  };
}
