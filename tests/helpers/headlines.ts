import fc from 'fast-check';
import type { Label } from '#classifier/core/axis.ts';
import { type Example, learn, type Model } from '#classifier/core/model.ts';
import { createReader, exampleOf, type Reader, read } from '#classifier/core/reading.ts';
import type { Rule } from '#classifier/core/rule.ts';
import { createSignFinder } from '#classifier/core/sign-finder.ts';
import type { WordClass } from '#classifier/core/word-classes.ts';

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

function signsOf(rules: typeof RULES) {
  return createSignFinder({
    rules: rules.map((rule) => ({
      rule,
      condition: { kind: 'words', words: [rule.word], atLeast: 1 },
      unless: [],
    })),
    classes: TEST_CLASSES,
  });
}

const SIGNS = signsOf(RULES);

/** A reader without the last of the three rules, and the rules that it has. */
export function readerOfFewer(): { readonly reader: Reader; readonly rules: readonly Rule[] } {
  const rules = RULES.slice(0, -1);
  return { reader: testReader(signsOf(rules)), rules };
}

/** A reader with three literal rules, three word classes, no Latin stems and words of two units. */
export function testReader(signs = SIGNS): Reader {
  return createReader(
    signs,
    () => [],
    (text) => {
      const ends = Array.from({ length: Math.ceil(text.length / 2) }, (_, at) =>
        Math.min(text.length, 2 * at + 2),
      );
      return { ends: Int32Array.from(ends), size: ends.length };
    },
  );
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
      ' ',
      'dna',
      '%',
      '·',
      '【视频】',
      '🔥',
      '©',
      '(图)',
      '_新华网',
      '℃',
      '的',
      '了',
    ),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  .map((parts) => parts.join(''))
  .filter((text) => text.trim() !== '');

export const anyLabel: fc.Arbitrary<Label> = fc.record({
  sensational: fc.boolean(),
  implausible: fc.boolean(),
});
