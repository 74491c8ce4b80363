import type { RuleMatcher } from '#classifier/core/rule.ts';
import type { Normaliser } from './compile-pattern.ts';
import type { Fault, YamlPath } from './fault.ts';
import type { RuleDefinition } from './rule-schema.ts';

/** The examples of a rule that `match` does not bear out: an `ok` that is not hit, a `fail` that is. */
export function checkExamples(
  definition: RuleDefinition,
  match: RuleMatcher,
  normalise: Normaliser,
  at: YamlPath,
): readonly Fault[] {
  const isHit = (example: string): boolean =>
    match(normalise(example)).some(({ rule }) => rule.id === definition.id);
  const wrong = (field: 'ok' | 'fail', shouldHit: boolean): Fault[] =>
    definition[field].flatMap((example, index) =>
      isHit(example) === shouldHit ? [] : [wrongExample(example, shouldHit, [...at, field, index])],
    );
  return [...wrong('ok', true), ...wrong('fail', false)];
}

function wrongExample(example: string, shouldHit: boolean, path: YamlPath): Fault {
  const sentence = shouldHit
    ? { zh: `应命中的例句没有命中：${example}`, en: `an ok example is not hit: ${example}` }
    : { zh: `不该命中的例句命中了：${example}`, en: `a fail example is hit: ${example}` };
  return { path, sentence };
}
