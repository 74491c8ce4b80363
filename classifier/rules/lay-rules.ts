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
  /** Shipped rules that the workspace has switched off or weighs otherwise. */
  readonly changed: readonly ChangedRule[];
}

/** A shipped rule as it ships, and what a workspace makes of it: other points, or null for switched off. */
export interface ChangedRule {
  readonly rule: Rule;
  readonly points: number | null;
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
  const points = new Map<string, number>();
  const changed: ChangedRule[] = [];
  if (user !== null) {
    const all = [...rules.map(({ rule }) => rule), ...createQuantityRules(ranges).rules];
    const shipped = new Map(all.map((rule) => [rule.id, rule]));
    for (const { id, line } of [...user.off, ...user.points])
      if (!shipped.has(id)) troubles.push(unknownRule(id, user.file, line));
    for (const { id, points: given } of user.points) {
      const compiled = kept.get(id);
      if (compiled) kept.set(id, { ...compiled, rule: { ...compiled.rule, points: given } });
      points.set(id, given);
    }
    for (const { id } of user.off) {
      kept.delete(id);
      off.add(id);
    }
    for (const { definition, compiled } of user.rules) {
      kept.set(definition.id, compiled);
      off.add(definition.id);
    }
    const own = new Set(user.rules.map(({ definition }) => definition.id));
    for (const [id, rule] of shipped) {
      if (own.has(id)) continue;
      if (off.has(id)) changed.push({ rule, points: null });
      else if (points.has(id)) changed.push({ rule, points: points.get(id) ?? rule.points });
    }
  }
  const sources = { rules: [...kept.values()], ranges, off, points, classes };
  const isSameText = user === null || (user.rules.length === 0 && user.off.length === 0);
  const signs = isSameText && plan !== null ? createSignFinder(sources, plan) : createSignFinder(sources);
  const keys = createKeyBuffer();
  return { rules: signs.rules, signs, match: (text) => signs.find(text, keys), troubles, changed };
}

function unknownRule(id: string, file: string, line: number): Trouble {
  const zh = `规则 ${id}：没有这条规则，不能关闭或改分值`;
  return trouble('rules-invalid', zh, `rule ${id}: there is no such rule to switch off or to weigh`, {
    file,
    line,
  });
}
