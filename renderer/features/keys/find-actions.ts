import { en } from '../../strings/en.ts';
import { zh } from '../../strings/zh.ts';
import type { ActionName } from './actions.ts';
import { actionOf } from './actions.ts';

/** Those actions whose Chinese or English name, spelling or initials hold all words that were typed. */
export function findActions(typed: string, names: readonly ActionName[]): readonly ActionName[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return names.filter((name) => words.every((word) => holds(name, word)));
}

function holds(name: ActionName, word: string): boolean {
  const { pinyin } = actionOf(name);
  const initials = pinyin.replace(/([a-z])[a-z]*( |$)/g, '$1');
  const spelt = pinyin.replaceAll(' ', '');
  const english = en[`action.${name}`].toLowerCase();
  return (
    zh[`action.${name}`].includes(word) ||
    english.split(/[^a-z]+/).some((part) => part.startsWith(word)) ||
    english.includes(word) ||
    initials.startsWith(word) ||
    spelt.startsWith(word)
  );
}
