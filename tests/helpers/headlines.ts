import fc from 'fast-check';
import type { Label } from '#classifier/core/axis.ts';
import { createGramBuffer } from '#classifier/core/grams.ts';
import { type Example, learn, type Model } from '#classifier/core/model.ts';
import { exampleOf, type Reader, read } from '#classifier/core/reading.ts';
import type { Rule, RuleHit } from '#classifier/core/rule.ts';
import { createClassFinder, type WordClass } from '#classifier/core/word-classes.ts';

const RULES: readonly (Rule & { word: string })[] = [
  { ...blank('living-dinosaur', 'implausible', 2.5), word: '恐龙' },
  { ...blank('shock', 'sensational', 1.5), word: '震惊' },
  { ...blank('official', 'sensational', -0.5), word: '市政府' },
];

function blank(id: string, axis: Rule['axis'], points: number): Rule {
  return { id, pack: 'testing', version: 1, axis, points, description: { zh: id, en: id } };
}

export const TEST_RULES: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.id, rule]));

export const TEST_CLASSES: readonly WordClass[] = [
  { id: 'extinct', name: { zh: '灭绝生物', en: 'extinct beings' }, words: ['恐龙'] },
  { id: 'keeping', name: { zh: '饲养', en: 'keeping' }, words: ['宠物', '村民', '恐龙宠物店'] },
  { id: 'people', name: { zh: '人', en: 'people' }, words: ['村民', '市政府'] },
];

const findClasses = createClassFinder(TEST_CLASSES);

/** A reader with three literal rules, three word classes and no Latin stems. */
export function testReader(): Reader {
  const matchRules = (text: string): RuleHit[] =>
    RULES.filter(({ word }) => text.includes(word)).map((rule) => {
      const start = text.indexOf(rule.word);
      return { rule, spans: [{ start, end: start + rule.word.length }] };
    });
  return { matchRules, stemLatin: () => [], findClasses, buffer: createGramBuffer() };
}

export function testExample(raw: string): Example {
  return exampleOf(read(testReader(), raw));
}

export function learnAll(model: Model, labelled: readonly (readonly [string, Label])[], weight = 1): void {
  for (const [raw, label] of labelled) learn(model, testExample(raw), label, weight);
}

/** Headlines from a small alphabet, so that they share grams and rules. */
export const anyHeadline = fc
  .array(
    fc.constantFrom(
      '恐龙',
      '震惊',
      '市政府',
      '宠物',
      '发布',
      '村民',
      '5',
      '2024',
      '年',
      '!',
      '“',
      '”',
      '桥',
      'Ａ',
      '專',
    ),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  .map((parts) => parts.join(''));

export const anyLabel: fc.Arbitrary<Label> = fc.record({
  sensational: fc.boolean(),
  implausible: fc.boolean(),
});
