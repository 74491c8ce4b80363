import type { CompiledRule, Condition } from '#classifier/core/compiled-rule.ts';
import type { Rule } from '#classifier/core/rule.ts';
import { compilePattern, type Normaliser } from './compile-pattern.ts';
import type { Checked, Fault, YamlPath } from './fault.ts';
import type { RuleDefinition } from './rule-schema.ts';

/** Makes a definition matchable: normalises its literals and compiles its pattern. `at` is its path in the file. */
export function compileRule(
  definition: RuleDefinition,
  pack: string,
  normalise: Normaliser,
  at: YamlPath,
): Checked<CompiledRule> {
  const faults: Fault[] = [];
  const literals = (field: string, written: readonly string[]): readonly string[] =>
    written.map((literal, index) => {
      const normal = normalise(literal);
      if (normal === '') faults.push(emptyLiteral([...at, field, index]));
      return normal;
    });
  const unless = literals('unless', definition.unless ?? []);
  const condition = conditionOf(definition, literals, (fault) => faults.push(fault), normalise, at);
  if (condition === null || faults.length > 0) return { ok: false, faults };
  return { ok: true, value: { rule: ruleOf(definition, pack), condition, unless } };
}

function conditionOf(
  { words, all, pattern, needs, atLeast }: RuleDefinition,
  literals: (field: string, written: readonly string[]) => readonly string[],
  report: (fault: Fault) => void,
  normalise: Normaliser,
  at: YamlPath,
): Condition | null {
  if (words !== undefined) return { kind: 'words', words: literals('words', words), atLeast: atLeast ?? 1 };
  if (all !== undefined) return { kind: 'all', groups: all.map((group) => literals('all', group)) };
  const outcome = compilePattern(pattern ?? '', normalise);
  if (outcome.ok) {
    return {
      kind: 'pattern',
      pattern: outcome.value,
      source: pattern ?? '',
      needs: literals('needs', needs ?? []),
    };
  }
  report({ path: [...at, 'pattern'], sentence: outcome.sentence });
  return null;
}

function ruleOf({ id, version, axis, points, zh, en }: RuleDefinition, pack: string): Rule {
  return { id, pack, version, axis, points, description: { zh, en } };
}

function emptyLiteral(path: YamlPath): Fault {
  const sentence = { zh: '规范化以后是空词', en: 'the literal is empty after normalisation' };
  return { path, sentence };
}
