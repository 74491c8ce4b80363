import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sentence } from '#classifier/core/trouble.ts';
import { type Say, sentenceIn } from './index.ts';

export interface Speech {
  readonly say: Say;
  /** Picks the language of the window from a sentence that came with both. */
  readonly tell: (sentence: Sentence) => string;
  readonly language: string;
}

/** The strings of this window. */
export function useSay(): Speech {
  const { t, i18n } = useTranslation();
  const language = i18n.language;
  const say: Say = useCallback((key, gaps) => t(key, { ...gaps }), [t]);
  const tell = useCallback((sentence: Sentence) => sentenceIn(language, sentence), [language]);
  return { say, tell, language };
}
