import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLiteralAutomaton, createOccurrences } from './literal-automaton.ts';
import { unitTextOf } from './unit-text.ts';

type Found = readonly [literal: string, start: number, end: number];

function scanAll(literals: readonly string[], text: string): Found[] {
  const found = createOccurrences();
  createLiteralAutomaton(literals).scan(unitTextOf(text), found);
  return Array.from({ length: found.size }, (_, at): Found => {
    const literal = literals[found.literals[at] as number] as string;
    const end = found.ends[at] as number;
    return [literal, end - literal.length, end];
  });
}

function searchAll(literals: readonly string[], text: string): Found[] {
  return literals.flatMap((literal) => {
    const found: Found[] = [];
    for (let at = text.indexOf(literal); at >= 0; at = text.indexOf(literal, at + 1)) {
      found.push([literal, at, at + literal.length]);
    }
    return found;
  });
}

function sorted(found: readonly Found[]): Found[] {
  return [...found].sort((a, b) => a[2] - b[2] || a[1] - b[1]);
}

describe('createLiteralAutomaton', () => {
  it('finds nested, overlapping and repeated literals with their places', () => {
    expect(scanAll(['恐龙宠物', '恐龙', '龙宠', '物'], '恐龙宠物与恐龙')).toEqual([
      ['恐龙', 0, 2],
      ['龙宠', 1, 3],
      ['恐龙宠物', 0, 4],
      ['物', 3, 4],
      ['恐龙', 5, 7],
    ]);
  });

  it('goes back more than one suffix when a longer literal breaks off', () => {
    expect(scanAll(['aaab', 'aab', 'ac'], 'aaaabac')).toEqual([
      ['aaab', 1, 5],
      ['aab', 2, 5],
      ['ac', 5, 7],
    ]);
  });

  it('finds a literal behind a suffix at which none ends', () => {
    expect(scanAll(['xabc', 'abd', 'b'], 'xab')).toEqual([['b', 2, 3]]);
  });

  it.each([
    ['few letters', ['a', 'b']],
    ['characters and lone surrogates', ['龙', '恐', 'x', '\ud83d', '\ude00']],
  ])('finds exactly what a search for each literal finds: %s', (_, units) => {
    const unit = fc.constantFrom(...units);
    const literal = fc.string({ unit, minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        fc.uniqueArray(literal, { maxLength: 20 }),
        fc.string({ unit, maxLength: 60 }),
        (literals, text) => {
          expect(sorted(scanAll(literals, text))).toEqual(sorted(searchAll(literals, text)));
        },
      ),
      { numRuns: 400 },
    );
  });

  it('keeps thousands of literals over a large alphabet apart', () => {
    const literals = Array.from({ length: 8000 }, (_, at) =>
      String.fromCharCode(0x4e00 + ((at * 7919) % 20000), 0x4e00 + ((at * 104729) % 20000)),
    );
    const distinct = [...new Set(literals)];
    const text = distinct.slice(0, 500).join('');
    expect(sorted(scanAll(distinct, text))).toEqual(sorted(searchAll(distinct, text)));
  });

  it('ends before the time of a test is up where every suffix is a prefix of a literal: it is linear', () => {
    const literal = 'a'.repeat(50_000);
    expect(scanAll([`${literal}b`], `${'a'.repeat(1_000_000)}b`)).toHaveLength(1);
  });

  it('finds nothing without literals and in an empty text', () => {
    expect(scanAll([], '恐龙')).toEqual([]);
    expect(scanAll(['恐龙'], '')).toEqual([]);
  });

  it('refuses empty and repeated literals', () => {
    expect(() => createLiteralAutomaton(['a', ''])).toThrow(RangeError);
    expect(() => createLiteralAutomaton(['恐龙', '恐龙'])).toThrow(RangeError);
  });
});
