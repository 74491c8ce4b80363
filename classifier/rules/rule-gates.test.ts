import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { CompiledRule } from '#classifier/core/compiled-rule.ts';
import { condensedText } from '#classifier/core/condense.ts';
import { createSignFinder } from '#classifier/core/sign-finder.ts';
import { createKeyBuffer } from '#classifier/core/word-classes.ts';
import { readPacks } from './read-packs.ts';

const folder = readPacks(join(import.meta.dirname, 'packs'), condensedText);
if (!folder.ok) throw new Error(folder.trouble.sentence.en);
const loaded = folder.value.packs.flatMap(({ rules }) => rules);
const rules = loaded.map(({ compiled }) => compiled);

/** What a rule means, said plainly and slowly. */
function holds({ condition, unless }: CompiledRule, text: string): boolean {
  const has = (word: string): boolean => text.includes(word);
  if (unless.some(has)) return false;
  if (condition.kind === 'words') return new Set(condition.words.filter(has)).size >= condition.atLeast;
  if (condition.kind === 'all') return condition.groups.every((group) => group.some(has));
  return condition.needs.some(has) && condition.pattern.find(text).length > 0;
}

it('finds by gates what every shipped rule means, in starter headlines, examples and halves of both', () => {
  const headlines = readFileSync(join(import.meta.dirname, '../../labels/starter.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => condensedText(JSON.parse(line).text));
  const examples = loaded.flatMap(({ definition: { ok, fail } }) => [...ok, ...fail].map(condensedText));
  const halves = headlines.flatMap((headline, at) => {
    const example = examples[at % examples.length] as string;
    return [headline.slice(0, 9) + example, example.slice(0, -3) + headline.slice(9)];
  });
  const signs = createSignFinder({ rules });
  const keys = createKeyBuffer();
  let hits = 0;
  for (const text of [...headlines, ...examples, ...halves]) {
    const found = signs.find(text, keys).map((hit) => hit.rule.id);
    const meant = rules.filter((rule) => holds(rule, text)).map(({ rule }) => rule.id);
    hits += meant.length;
    if (found.join() !== meant.join()) expect([text, found]).toEqual([text, meant]);
  }
  expect(hits).toBeGreaterThan(5000);
});
