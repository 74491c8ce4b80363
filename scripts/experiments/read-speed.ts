import { readFileSync } from 'node:fs';
import type { CompiledRule } from '#classifier/core/compiled-rule.ts';
import { condensedText } from '#classifier/core/condense.ts';
import { createLiteralAutomaton, createOccurrences } from '#classifier/core/literal-automaton.ts';
import { normalise } from '#classifier/core/normalise.ts';
import { createSignFinder } from '#classifier/core/sign-finder.ts';
import type { SignSources } from '#classifier/core/sign-plan.ts';
import { type UnitText, unitTextOf } from '#classifier/core/unit-text.ts';
import { createKeyBuffer } from '#classifier/core/word-classes.ts';
import { readShippedRules } from '#classifier/rules/read-rules.ts';

/*
 * Prints what reading a headline costs, part by part, in microseconds of processor time (the least and the median of
 * rounds), and how much work the gates leave. Figures of one run can be compared with each other only.
 * node scripts/experiments/read-speed.ts HEADLINES.jsonl [MORE.jsonl ...]
 */

const ROUNDS = 15;
/** Lengths of the texts that repeat one thing, in UTF-16 units. */
const LENGTHS = [5_000, 50_000, 200_000];
const HOSTILE = [
  '7',
  '-3',
  '1.',
  '一亿二千',
  '2月30日',
  '活到200岁',
  '支持率60%反对',
  '恐龙复活',
  '去世,复活',
  'the 5 things ',
];

const raw: string[] = process.argv
  .slice(2)
  .flatMap((file) => readFileSync(file, 'utf8').trim().split('\n'))
  .map((line) => JSON.parse(line).text);
if (raw.length === 0) throw new Error('name a file of headlines');
const texts = raw.map(condensedText);
const read = readShippedRules('classifier/rules/packs', condensedText);
if (!read.ok) throw new Error(read.trouble.sentence.en);
const { rules, ranges, classes } = read.value.shipped;
const keys = createKeyBuffer();

console.log(`${raw.length} headlines of ${(raw.join('').length / raw.length).toFixed(1)} units on average`);
measure('normalise', raw, normalise);
measure('pass of the automaton', texts, scanner());
measureFinder('finder of nothing', { rules: [] });
measureFinder('word classes', { rules: [], classes });
measureFinder('rules without patterns', {
  rules: rules.filter(({ condition }) => condition.kind !== 'pattern'),
});
measureFinder('rules', { rules });
measureFinder('ranges', { rules: [], ranges });
const everything = createSignFinder({ rules, ranges, classes });
measure('everything', texts, (text) => everything.find(text, keys));
measure('everything, from raw text', raw, (text) => everything.find(normalise(text).text, keys));
console.log(`patterns tried per headline: ${triesPerHeadline().toFixed(2)}`);
for (const part of HOSTILE) {
  const times = LENGTHS.map((length) => {
    const text = condensedText(part.repeat(length / part.length));
    return (timeOf(() => everything.find(text, keys)) / 1000).toFixed(1);
  });
  console.log(`${part} repeated to ${LENGTHS.join(', ')} units: ${times.join(', ')} ms`);
}

function measureFinder(name: string, sources: SignSources): void {
  const signs = createSignFinder(sources);
  measure(name, texts, (text) => signs.find(text, keys));
}

function measure(name: string, list: readonly string[], work: (text: string) => unknown): void {
  for (const text of list) work(text);
  const rounds = Array.from({ length: ROUNDS }, () =>
    timeOf(() => {
      for (const text of list) work(text);
    }),
  ).sort((a, b) => a - b);
  const [least, median] = [rounds[0] as number, rounds[ROUNDS >> 1] as number];
  console.log(
    `${name}: least ${(least / list.length).toFixed(3)}, median ${(median / list.length).toFixed(3)}`,
  );
}

/** Processor time in microseconds. */
function timeOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

function scanner(): (text: string) => void {
  const words = rules.flatMap(({ condition, unless }) => [
    ...unless,
    ...(condition.kind === 'words'
      ? condition.words
      : condition.kind === 'all'
        ? condition.groups.flat()
        : []),
  ]);
  const automaton = createLiteralAutomaton([...new Set([...words, ...classes.flatMap((one) => one.words)])]);
  const found = createOccurrences();
  return (text) => automaton.scan(unitTextOf(text), found);
}

function triesPerHeadline(): number {
  let tries = 0;
  const counted = rules.map((rule): CompiledRule => {
    const { condition } = rule;
    if (condition.kind !== 'pattern') return rule;
    const test = (text: UnitText): boolean => {
      tries += 1;
      return condition.pattern.test(text);
    };
    return { ...rule, condition: { ...condition, pattern: { ...condition.pattern, test } } };
  });
  const signs = createSignFinder({ rules: counted, ranges, classes });
  for (const text of texts) signs.find(text, keys);
  return tries / texts.length;
}
