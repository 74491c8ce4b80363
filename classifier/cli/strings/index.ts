import { en } from './en.ts';
import { type Strings, zh } from './zh.ts';

export type { Strings } from './zh.ts';

export type Language = 'zh' | 'en';

/** English where the locale says so, Chinese otherwise. */
export function languageOf(environment: NodeJS.ProcessEnv): Language {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  return /^en/i.test(locale) ? 'en' : 'zh';
}

/** All strings of the command in one language. */
export function stringsOf(language: Language): Strings {
  return language === 'zh' ? zh : en;
}

/** Fills each %s from the left. */
export function fill(text: string, ...values: readonly (string | number)[]): string {
  let next = 0;
  return text.replace(/%s/g, () => String(values[next++]));
}
