import type { RangeTable } from '#classifier/core/quantities/plausible-range.ts';
import { createQuantityRules } from '#classifier/core/quantities/quantity-rules.ts';
import type { Rule, RuleMatcher } from '#classifier/core/rule.ts';
import { createSignFinder, type SignFinder } from '#classifier/core/sign-finder.ts';
import { type Trouble, trouble } from '#classifier/core/trouble.ts';
import { createKeyBuffer, type WordClass } from '#classifier/core/word-classes.ts';
import type { PackRule, RulePack } from './load-pack.ts';
import type { UserRules } from './load-user-rules.ts';

/** All rules and word classes behind one finder, and every trouble met on the way. */
export interface RuleSet {
  readonly rules: readonly Rule[];
  readonly signs: SignFinder;
  /** The hits of the finder alone. */
  readonly match: RuleMatcher;
  readonly troubles: readonly Trouble[];
}

/** What stands beside the packs. */
export interface RuleLayers {
  readonly ranges: RangeTable;
  /** Null where the workspace has no rules of its own. */
  readonly user: UserRules | null;
  readonly classes: readonly WordClass[];
}

const PACKS_ALONE: RuleLayers = { ranges: { ranges: [], unless: [] }, user: null, classes: [] };

/**
 * Joins packs in their order, the ranges of quantities, and over them the workspace's own rules: one with a shipped
 * rule's id takes its place. Where two shipped rules share an id, the later one is switched off and told as a trouble.
 */
export function compileRules(
  packs: readonly RulePack[],
  { ranges, user, classes }: RuleLayers = PACKS_ALONE,
): RuleSet {
  const troubles = [...packs.flatMap((pack) => pack.troubles), ...(user?.troubles ?? [])];
  const kept = new Map<string, PackRule>();
  for (const pack of packs) {
    for (const rule of pack.rules) {
      const { id } = rule.definition;
      if (kept.has(id)) troubles.push(usedTwice(id, pack.file, rule.line));
      else kept.set(id, rule);
    }
  }
  const shipped = new Set([...kept.keys(), ...createQuantityRules(ranges).rules.map(({ id }) => id)]);
  for (const { id, line } of user?.off ?? []) {
    if (!shipped.has(id)) troubles.push(unknownRule(id, user?.file ?? '', line));
    kept.delete(id);
  }
  for (const rule of user?.rules ?? []) kept.set(rule.definition.id, rule);
  const compiled = [...kept.values()].map((rule) => rule.compiled);
  const replaced = [...(user?.off ?? []), ...(user?.rules ?? []).map(({ definition }) => definition)];
  const off = new Set(replaced.map(({ id }) => id));
  const signs = createSignFinder({ rules: compiled, ranges, off, classes });
  const keys = createKeyBuffer();
  return { rules: signs.rules, signs, match: (text) => signs.find(text, keys), troubles };
}

function usedTwice(id: string, file: string, line: number): Trouble {
  const zh = `规则 ${id}：别的规则包已经用了这个 id`;
  return trouble('rules-invalid', zh, `rule ${id}: the id is used in another pack`, { file, line });
}

function unknownRule(id: string, file: string, line: number): Trouble {
  const zh = `规则 ${id}：没有这条规则，不必关闭`;
  return trouble('rules-invalid', zh, `rule ${id}: there is no such rule to switch off`, { file, line });
}
