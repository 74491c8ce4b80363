import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { RE2JS } from 're2js';
import { describe, expect, it } from 'vitest';
import { condensedText } from '#classifier/core/condense.ts';
import { isOwnSyntax, lazyPattern } from '#classifier/core/patterns/text-pattern.ts';
import { unitTextOf } from '#classifier/core/unit-text.ts';
import { readPacks } from './read-packs.ts';

const HEADLINES = readFileSync(join(import.meta.dirname, '../../labels/starter.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => condensedText(JSON.parse(line).text));

function re2Spans(expression: RE2JS, text: string): string[] {
  const matcher = expression.matcher(text);
  const spans: string[] = [];
  while (matcher.find()) spans.push(`${matcher.start()}-${matcher.end()}`);
  return spans;
}

/** Holds both engines to the same answer, and the literals that a match must contain to every match. */
function compare(source: string, expression: RE2JS, texts: readonly string[]): void {
  const own = lazyPattern(source);
  const ways = own.ways();
  for (const text of texts) {
    const spans = re2Spans(expression, text);
    const isMatch = own.test(unitTextOf(text));
    if (isMatch !== spans.length > 0) expect([source, text, isMatch]).toBe(spans);
    if (spans.length === 0) continue;
    expect([source, text, own.find(text).map(({ start, end }) => `${start}-${end}`)]).toEqual([
      source,
      text,
      spans,
    ]);
    const isOpen = ways?.some((groups) =>
      groups.every((group) => group.some((literal) => text.includes(literal))),
    );
    if (isOpen === false) expect([source, text]).toBe(ways);
  }
}

const packs = readPacks(join(import.meta.dirname, 'packs'), condensedText);
const definitions = packs.ok
  ? packs.value.packs.flatMap(({ rules }) => rules.map(({ definition }) => definition))
  : [];

describe('the engine for patterns', () => {
  it('finds with the shipped patterns what RE2 finds', { timeout: 60_000 }, () => {
    const patterns = definitions.filter(({ pattern }) => pattern !== undefined);
    expect(patterns.length).toBeGreaterThan(50);
    for (const { pattern = '', ok, fail } of patterns) {
      compare(pattern, RE2JS.compile(pattern), [...[...ok, ...fail].map(condensedText), ...HEADLINES]);
    }
  });

  it('finds with any pattern that it takes what RE2 finds', () => {
    const atom = fc.constantFrom(
      'a',
      '龙',
      '1',
      '[ab]',
      '[^a,]',
      '\\d',
      '\\w',
      '.',
      '[\\d龙-龟]',
      '\\p{Han}',
      '😀',
    );
    const count = fc.constantFrom('', '', '?', '+', '*', '{2}', '{1,3}', '{0,2}', '+?', '{1,2}?');
    const { pattern } = fc.letrec<{ pattern: string; row: string; part: string }>((tie) => ({
      pattern: fc.array(tie('row'), { minLength: 1, maxLength: 3 }).map((rows) => rows.join('|')),
      row: fc.array(tie('part'), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
      part: fc.oneof(
        { depthSize: 'small' },
        fc.tuple(atom, count).map(([sign, times]) => sign + times),
        fc.constantFrom('^', '$', '\\b'),
        fc.tuple(tie('pattern'), count).map(([inner, times]) => `(${inner})${times}`),
      ),
    }));
    const text = fc.string({
      unit: fc.constantFrom('a', 'b', ',', '1', '龙', ' ', '😀', '\ud83d'),
      maxLength: 14,
    });
    fc.assert(
      fc.property(pattern, fc.array(text, { minLength: 4, maxLength: 8 }), (source, texts) => {
        fc.pre(isOwnSyntax(source));
        compare(source, RE2JS.compile(source), texts);
      }),
      { numRuns: 1500 },
    );
  });

  it('goes on where it must forget its states', () => {
    const source = '[ab]*a[ab]{14}c';
    const signs = Array.from({ length: 60_000 }, (_, at) => (((at * 7919) % 127) % 3 === 0 ? 'a' : 'b')).join(
      '',
    );
    const own = lazyPattern(source);
    expect(own.test(unitTextOf(signs))).toBe(false);
    expect(own.test(unitTextOf(`${signs}a${'b'.repeat(14)}c`))).toBe(true);
    expect(own.test(unitTextOf(`${signs}${'b'.repeat(15)}c`))).toBe(false);
  });

  it.each([
    '(?i)a',
    '(?P<name>a)',
    '[[:alpha:]]',
    '\\pL',
    'a**',
    '\\Qa\\E',
    '(a',
    'a{2000}',
    '',
    'a*',
    '^',
    '(a|)',
  ])('leaves %s to RE2, or to nobody', (source) => {
    expect(isOwnSyntax(source)).toBe(false);
  });
});
