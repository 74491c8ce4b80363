import type { Rule, RuleMatcher } from '#classifier/core/rule.ts';
import { createRuleMatcher } from '#classifier/core/rule-matcher.ts';
import { type Trouble, trouble } from '#classifier/core/trouble.ts';
import type { PackRule, RulePack } from './load-pack.ts';

/** All rules of all packs behind one matcher, and every trouble met on the way. */
export interface RuleSet {
  readonly rules: readonly Rule[];
  readonly match: RuleMatcher;
  readonly troubles: readonly Trouble[];
}

/** Joins packs in their order. Where two rules share an id, the later one is switched off and told as a trouble. */
export function compileRules(packs: readonly RulePack[]): RuleSet {
  const troubles = packs.flatMap((pack) => pack.troubles);
  const kept = new Map<string, PackRule>();
  for (const pack of packs) {
    for (const rule of pack.rules) {
      const { id } = rule.definition;
      if (kept.has(id)) troubles.push(usedTwice(id, pack.file, rule.line));
      else kept.set(id, rule);
    }
  }
  const compiled = [...kept.values()].map((rule) => rule.compiled);
  return { rules: compiled.map(({ rule }) => rule), match: createRuleMatcher(compiled), troubles };
}

function usedTwice(id: string, file: string, line: number): Trouble {
  const zh = `规则 ${id}：别的规则包已经用了这个 id`;
  return trouble('rules-invalid', zh, `rule ${id}: the id is used in another pack`, { file, line });
}
