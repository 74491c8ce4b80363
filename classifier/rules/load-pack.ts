import type { CompiledRule } from '#classifier/core/compiled-rule.ts';
import { done, type Result } from '#classifier/core/result.ts';
import { createRuleMatcher } from '#classifier/core/rule-matcher.ts';
import type { Sentence, Trouble } from '#classifier/core/trouble.ts';
import { checkExamples } from './check-examples.ts';
import { checkShape } from './check-shape.ts';
import type { Normaliser } from './compile-pattern.ts';
import { compileRule } from './compile-rule.ts';
import { type Checked, type Fault, faultTrouble } from './fault.ts';
import { parseChecked } from './parse-checked.ts';
import type { ParsedYaml } from './parse-yaml.ts';
import { type PackHeader, packSchema, type RuleDefinition, ruleSchema } from './rule-schema.ts';

/** A rule that passed every check, as written and ready to match, and the line on which it begins. */
export interface PackRule {
  readonly definition: RuleDefinition;
  readonly compiled: CompiledRule;
  readonly line: number;
}

/** A pack with its sound rules; each broken rule is switched off and told in `troubles` by id and line. */
export interface RulePack {
  readonly id: string;
  readonly title: Sentence;
  readonly file: string;
  readonly rules: readonly PackRule[];
  readonly troubles: readonly Trouble[];
}

/**
 * Reads a pack from the text of its file. Fails only where the file as a whole cannot be read as a pack: not YAML, or
 * without name, title or rules.
 */
export function loadPack(text: string, file: string, normalise: Normaliser): Result<RulePack> {
  const parsed = parseChecked(text, file, (data) => checkHeader(data, file));
  if (!parsed.ok) return parsed;
  const { yaml, value } = parsed.value;
  const { pack, title, rules } = value;
  return done({ id: pack, title, file, ...readRules(rules, pack, { yaml, file, normalise }) });
}

/** What reading the rules of a file needs besides them. */
export interface RuleSource {
  readonly yaml: ParsedYaml;
  readonly file: string;
  readonly normalise: Normaliser;
}

/** Checks the rules of a file one by one. Entries that are undefined are passed over; they keep the others' lines. */
export function readRules(
  rules: readonly unknown[],
  pack: string,
  { yaml, file, normalise }: RuleSource,
): { rules: readonly PackRule[]; troubles: readonly Trouble[] } {
  const troubles: Trouble[] = [];
  const ids = new Set<string>();
  const sound = rules.flatMap((data, index) => {
    if (data === undefined) return [];
    const read = readRule(data, index, pack, ids, normalise);
    if (read.ok) return [{ ...read.value, line: yaml.lineOf(['rules', index]), index }];
    troubles.push(...troublesOf(read.faults, idOf(data, index), file, yaml));
    return [];
  });
  const match = createRuleMatcher(sound.map(({ compiled }) => compiled));
  const kept = sound.flatMap(({ index, ...rule }) => {
    const { id } = rule.definition;
    const isHit = (example: string): boolean => match(normalise(example)).some((hit) => hit.rule.id === id);
    const faults = checkExamples(rule.definition, isHit, ['rules', index]);
    troubles.push(...troublesOf(faults, id, file, yaml));
    return faults.length === 0 ? [rule] : [];
  });
  return { rules: kept, troubles };
}

function checkHeader(data: unknown, file: string): Checked<PackHeader> {
  const header = checkShape(packSchema, data, []);
  const name = file.replace(/^.*[/\\]/, '').replace(/\.ya?ml$/, '');
  if (!header.ok || header.value.pack === name) return header;
  const sentence = { zh: `pack 应与文件名相同：${name}`, en: `pack must be the file's name: ${name}` };
  return { ok: false, faults: [{ path: ['pack'], sentence }] };
}

function readRule(
  data: unknown,
  index: number,
  pack: string,
  ids: Set<string>,
  normalise: Normaliser,
): Checked<Pick<PackRule, 'definition' | 'compiled'>> {
  const at = ['rules', index];
  const definition = checkShape(ruleSchema, data, at);
  if (!definition.ok) return definition;
  if (ids.has(definition.value.id)) {
    const sentence = { zh: '这个 id 已经用过', en: 'the id is used already' };
    return { ok: false, faults: [{ path: [...at, 'id'], sentence }] };
  }
  ids.add(definition.value.id);
  const compiled = compileRule(definition.value, pack, normalise, at);
  if (!compiled.ok) return compiled;
  return { ok: true, value: { definition: definition.value, compiled: compiled.value } };
}

function troublesOf(faults: readonly Fault[], id: string, file: string, yaml: ParsedYaml): Trouble[] {
  return faults.map((fault) => faultTrouble(fault, file, yaml.lineOf(fault.path), id));
}

function idOf(data: unknown, index: number): string {
  const id = typeof data === 'object' && data !== null && 'id' in data ? data.id : undefined;
  return typeof id === 'string' ? id : `#${index + 1}`;
}
