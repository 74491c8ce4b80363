import { resolve } from 'node:path';
import type { Language } from '#contract/bridge.ts';

/** What the app was asked on its command line and by its environment. */
export interface Invocation {
  /** The list to open: absolute path, or null. */
  readonly file: string | null;
  /** Folder of the workspace: absolute path, or null for the platform's default. */
  readonly dataFolder: string | null;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Options whose value is the next word. `-r` is what a test driver puts before an unpackaged app. */
const WITH_VALUE = new Set(['--data', '-r', '--require']);

/**
 * Reads the words after the program's name. The first word that is no option is the list to open; options of
 * Electron and Chromium are left alone.
 */
export function readInvocation(words: readonly string[], folder: string, env: Environment): Invocation {
  let data: string | undefined;
  let file: string | undefined;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word.startsWith('--data=')) data = word.slice('--data='.length);
    else if (WITH_VALUE.has(word)) {
      at += 1;
      if (word === '--data') data = words[at];
    } else if (!word.startsWith('-') && word !== '') file ??= word;
  }
  const chosen = data || env.JIANWEN_DATA;
  return {
    file: file === undefined ? null : resolve(folder, file),
    dataFolder: chosen ? resolve(folder, chosen) : null,
  };
}

/**
 * The language of the interface: Chinese, unless the editor's system or the --lang switch says English.
 * @param wanted value of --lang, empty where it was not given
 * @param systemLocale what the system says, where its environment does not; null where it is not to be trusted
 */
export function chooseLanguage(wanted: string, env: Environment, systemLocale: string | null): Language {
  const named = [wanted, env.LC_ALL, env.LC_MESSAGES, env.LANG].find(namesLanguage);
  return /^en\b|^en_/i.test(named ?? systemLocale ?? '') ? 'en' : 'zh';
}

function namesLanguage(locale: string | undefined): boolean {
  return locale !== undefined && locale !== '' && !/^(c|posix)(\.|$)/i.test(locale);
}
