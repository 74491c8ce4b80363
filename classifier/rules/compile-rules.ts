import type { CompiledRule } from '#classifier/core/compiled-rule.ts';
import type { RangeTable } from '#classifier/core/quantities/plausible-range.ts';
import { type Trouble, trouble } from '#classifier/core/trouble.ts';
import type { WordClass } from '#classifier/core/word-classes.ts';
import { layRules, type RuleSet } from './lay-rules.ts';
import type { RulePack } from './load-pack.ts';
import type { UserRules } from './load-user-rules.ts';

/** What stands beside the packs. */
export interface RuleLayers {
  readonly ranges: RangeTable;
  /** Null where the workspace has no rules of its own. */
  readonly user: UserRules | null;
  readonly classes: readonly WordClass[];
}

const PACKS_ALONE: RuleLayers = { ranges: { ranges: [], unless: [] }, user: null, classes: [] };

/** Joins packs in their order, the ranges of quantities, and over them the workspace's own rules. */
export function compileRules(
  packs: readonly RulePack[],
  { ranges, user, classes }: RuleLayers = PACKS_ALONE,
): RuleSet {
  const { rules, troubles } = joinPacks(packs);
  const set = layRules({ rules, ranges, classes, plan: null }, user);
  return { ...set, troubles: [...troubles, ...set.troubles] };
}

/** The rules of packs in their order. Where two share an id, the later one is switched off and told as a trouble. */
export function joinPacks(packs: readonly RulePack[]): {
  readonly rules: readonly CompiledRule[];
  readonly troubles: readonly Trouble[];
} {
  const troubles = packs.flatMap((pack) => pack.troubles);
  const kept = new Map<string, CompiledRule>();
  for (const pack of packs) {
    for (const { definition, compiled, line } of pack.rules) {
      const { id } = definition;
      if (kept.has(id)) troubles.push(usedTwice(id, pack.file, line));
      else kept.set(id, compiled);
    }
  }
  return { rules: [...kept.values()], troubles };
}

function usedTwice(id: string, file: string, line: number): Trouble {
  const zh = `规则 ${id}：别的规则包已经用了这个 id`;
  return trouble('rules-invalid', zh, `rule ${id}: the id is used in another pack`, { file, line });
}
