import type { CompiledRule } from '#classifier/core/compiled-rule.ts';
import type { RangeTable } from '#classifier/core/quantities/plausible-range.ts';
import { createQuantityRules } from '#classifier/core/quantities/quantity-rules.ts';
import type { Rule, RuleMatcher } from '#classifier/core/rule.ts';
import { createSignFinder, type SignFinder } from '#classifier/core/sign-finder.ts';
import type { SignPlan } from '#classifier/core/sign-plan.ts';
import { type Trouble, trouble } from '#classifier/core/trouble.ts';
import { createKeyBuffer, type WordClass } from '#classifier/core/word-classes.ts';
import type { UserRules } from './load-user-rules.ts';

/** All rules and word classes behind one finder, and every trouble met on the way. */
export interface RuleSet {
  readonly rules: readonly Rule[];
  readonly signs: SignFinder;
  /** The hits of the finder alone. */
  readonly match: RuleMatcher;
  readonly troubles: readonly Trouble[];
}

/** What the program ships: rules, ranges and word classes, and how to find them where that is worked out already. */
export interface ShippedRules {
  readonly rules: readonly CompiledRule[];
  readonly ranges: RangeTable;
  readonly classes: readonly WordClass[];
  readonly plan: SignPlan | null;
}

/**
 * Puts a workspace's own rules over the shipped ones: one with a shipped rule's id takes its place. The troubles are
 * those of the workspace's rules.
 */
export function layRules({ rules, ranges, classes, plan }: ShippedRules, user: UserRules | null): RuleSet {
  const troubles = [...(user?.troubles ?? [])];
  const kept = new Map(rules.map((compiled) => [compiled.rule.id, compiled]));
  const off = new Set<string>();
  if (user !== null) {
    const shipped = new Set([...kept.keys(), ...createQuantityRules(ranges).rules.map(({ id }) => id)]);
    for (const { id, line } of user.off) {
      if (!shipped.has(id)) troubles.push(unknownRule(id, user.file, line));
      kept.delete(id);
      off.add(id);
    }
    for (const { definition, compiled } of user.rules) {
      kept.set(definition.id, compiled);
      off.add(definition.id);
    }
  }
  const sources = { rules: [...kept.values()], ranges, off, classes };
  const signs = user === null && plan !== null ? createSignFinder(sources, plan) : createSignFinder(sources);
  const keys = createKeyBuffer();
  return { rules: signs.rules, signs, match: (text) => signs.find(text, keys), troubles };
}

function unknownRule(id: string, file: string, line: number): Trouble {
  const zh = `规则 ${id}：没有这条规则，不必关闭`;
  return trouble('rules-invalid', zh, `rule ${id}: there is no such rule to switch off`, { file, line });
}
