import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Sentence } from '#classifier/core/trouble.ts';
import type { Language } from '#contract/bridge.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

export type StringKey = keyof typeof zh;

/** Gives the words for a key, with its {{gaps}} filled. */
export type Say = (key: StringKey, gaps?: Readonly<Record<string, string | number>>) => string;

const TAGS: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' };

/** Prepares the strings for the language of this window and names that language in the page. */
export function startStrings(language: Language): void {
  document.documentElement.lang = TAGS[language];
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'zh',
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false, skipOnVariables: true },
    resources: { zh: { translation: zh }, en: { translation: en } },
  });
}

/** The sentence in the language of the window. */
export function sentenceIn(language: string, sentence: Sentence): string {
  return language === 'en' ? sentence.en : sentence.zh;
}
