import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyHeadline, TEST_CLASSES } from '../../tests/helpers/headlines.ts';
import { stemKey } from './grams.ts';
import { createSignFinder } from './sign-finder.ts';
import { classFeatureName, classKey, createKeyBuffer, FIRST_CLASS_KEY } from './word-classes.ts';

const signs = createSignFinder({ rules: [], classes: TEST_CLASSES });
const find = signs.placeClasses;

function names(text: string): string[] {
  return find(text).map((feature) => classFeatureName(feature).zh);
}

describe('word classes', () => {
  it('have the same keys, in the same order, with and without their places', () => {
    const keys = createKeyBuffer();
    fc.assert(
      fc.property(fc.array(anyHeadline, { maxLength: 4 }), (texts) => {
        const text = texts.join('');
        signs.find(text, keys);
        expect([...keys.keys.subarray(0, keys.size)]).toEqual(find(text).map(({ key }) => key));
      }),
    );
  });

  it('finds classes and their pairs in the order of the text', () => {
    expect(names('恐龙当宠物')).toEqual(['灭绝生物', '灭绝生物 + 饲养', '饲养']);
    expect(names('宠物恐龙')).toEqual(['饲养', '饲养 + 灭绝生物', '灭绝生物']);
  });

  it('takes the longest of overlapping words', () => {
    expect(names('恐龙宠物店')).toEqual(['饲养']);
  });

  it('gives a word all its classes, but no pair with itself', () => {
    expect(names('村民')).toEqual(['饲养', '人']);
    expect(names('村民村民')).toEqual(['饲养', '人', '饲养 + 饲养', '饲养 + 人', '人 + 饲养', '人 + 人']);
  });

  it('tells the first place of each class', () => {
    const pair = find('恐龙、恐龙和宠物').find(({ classes }) => classes[0] !== classes[1] && classes[1]);
    expect(pair?.spans).toEqual([
      { start: 0, end: 2 },
      { start: 6, end: 8 },
    ]);
  });

  it('names each feature once, with exact keys apart from grams and stems', () => {
    fc.assert(
      fc.property(anyHeadline, (text) => {
        const features = find(text);
        expect(new Set(features.map(({ key }) => key)).size).toBe(features.length);
        for (const { key, classes } of features) {
          const numbers = classes.map((one) => TEST_CLASSES.indexOf(one) + 1);
          expect(key).toBe(classKey(numbers[0] as number, numbers[1]));
          expect(key).toBeGreaterThan(FIRST_CLASS_KEY);
        }
      }),
    );
    fc.assert(fc.property(fc.string(), (stem) => stemKey(stem) < FIRST_CLASS_KEY));
    expect(Number.isSafeInteger(classKey(1023, 1023))).toBe(true);
    expect(classKey(1, 1023)).toBeLessThan(classKey(2));
  });
});
