import type { TextPattern } from '#classifier/core/compiled-rule.ts';
import { findMatches } from './pattern-finder.ts';
import { type LiteralWays, literalWays } from './pattern-literals.ts';
import { type PatternProgram, toProgram } from './pattern-program.ts';
import { parsePattern } from './pattern-syntax.ts';
import { createPatternTester, type PatternTester } from './pattern-tester.ts';

/** A pattern that is compiled when it is first used. `source` is one that {@link isOwnSyntax} takes. */
export function lazyPattern(source: string): TextPattern {
  let program: PatternProgram | null = null;
  let tester: PatternTester | null = null;
  const compiled = (): PatternProgram => {
    program ??= programOf(source);
    if (program === null) throw new RangeError(`no pattern of this engine: ${source}`);
    return program;
  };
  return {
    test(text) {
      tester ??= createPatternTester(compiled());
      return tester(text);
    },
    find: (text) => findMatches(compiled(), text),
    ways: () => waysOf(source),
  };
}

/** Whether this engine takes a pattern: one that it can parse, not too large, that cannot match the empty string. */
export function isOwnSyntax(source: string): boolean {
  return programOf(source) !== null;
}

function waysOf(source: string): LiteralWays | null {
  const node = parsePattern(source);
  return node && literalWays(node);
}

function programOf(source: string): PatternProgram | null {
  const node = parsePattern(source);
  return node && toProgram(node);
}
