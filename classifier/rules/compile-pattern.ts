import { RE2JS } from 're2js';
import type { TextPattern } from '#classifier/core/compiled-rule.ts';
import { isOwnSyntax, lazyPattern } from '#classifier/core/patterns/text-pattern.ts';
import type { Span } from '#classifier/core/span.ts';
import type { Sentence } from '#classifier/core/trouble.ts';
import { stringOf, type UnitText } from '#classifier/core/unit-text.ts';

/** Makes a headline comparable, but keeps its tags; `condensedText` of core/condense.ts. */
export type Normaliser = (raw: string) => string;

/** The pattern, or why the pattern is refused. */
export type PatternOutcome =
  | { readonly ok: true; readonly value: TextPattern }
  | { readonly ok: false; readonly sentence: Sentence };

/** Texts on which a pattern that can match nothing shows it. */
const PROBES = ['', ' ', 'a', '0', '一', ',', '一a 0'] as const;

/** Escapes, named classes and group names: the parts of an expression that are not text to be matched. */
const SYNTAX = /\\[pP]\{[^}]*\}|\\[pP]?.|\(\?P?<[^>]*>|\[:\^?[a-z]+:\]/gu;

/**
 * Compiles RE2 syntax, so that time is linear in the text whatever the pattern. Refused: what RE2 does not know
 * (look-around, back references), what can match the empty string, and characters that normalised text never has.
 */
export function compilePattern(source: string, normalise: Normaliser): PatternOutcome {
  const strange = [...source.replace(SYNTAX, '')].find(
    (sign) => sign.trim() !== '' && normalise(sign) !== sign,
  );
  if (strange !== undefined) return refused(notNormal(strange, normalise(strange)));
  try {
    const expression = RE2JS.compile(source);
    const empty = PROBES.some((probe) => findAll(expression, probe).some(({ start, end }) => start === end));
    if (empty) return refused({ zh: '模式能匹配空串', en: 'the pattern can match the empty string' });
    const find = (text: string): readonly Span[] =>
      findAll(expression, text).filter(({ start, end }) => end > start);
    const value = isOwnSyntax(source)
      ? lazyPattern(source)
      : { find, test: (text: UnitText) => find(stringOf(text)).length > 0, ways: () => null };
    return { ok: true, value };
  } catch (problem) {
    const message = problem instanceof Error ? problem.message : String(problem);
    return refused({ zh: `模式不是 RE2 语法：${message}`, en: `the pattern is not RE2: ${message}` });
  }
}

function refused(sentence: Sentence): PatternOutcome {
  return { ok: false, sentence };
}

function notNormal(sign: string, normal: string): Sentence {
  return {
    zh: `模式里的“${sign}”不会出现在规范化的标题里，请写作“${normal}”`,
    en: `the pattern has "${sign}", which normalised headlines never have; write "${normal}"`,
  };
}

function findAll(expression: RE2JS, text: string): Span[] {
  const matcher = expression.matcher(text);
  const spans: Span[] = [];
  while (matcher.find()) spans.push({ start: matcher.start(), end: matcher.end() });
  return spans;
}
