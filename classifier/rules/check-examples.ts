import type { Fault, YamlPath } from './fault.ts';

/** Headlines that must be hit, and some that must not. */
export interface Examples {
  readonly ok: readonly string[];
  readonly fail: readonly string[];
}

/** The examples that are not borne out: an `ok` that is not hit, a `fail` that is. `at` is the path of what has them. */
export function checkExamples(
  examples: Examples,
  isHit: (example: string) => boolean,
  at: YamlPath,
): readonly Fault[] {
  const wrong = (field: 'ok' | 'fail', shouldHit: boolean): Fault[] =>
    examples[field].flatMap((example, index) =>
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
