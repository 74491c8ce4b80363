import type { CompiledRule } from './compiled-rule.ts';
import type { RuleMatcher } from './rule.ts';
import { createSignFinder } from './sign-finder.ts';
import { createKeyBuffer } from './word-classes.ts';

/** Builds the matcher of a list of rules alone. Hits come in the order of the list; overlapping spans of a hit are one. */
export function createRuleMatcher(rules: readonly CompiledRule[]): RuleMatcher {
  const signs = createSignFinder({ rules });
  const classes = createKeyBuffer();
  return (text) => signs.find(text, classes);
}
