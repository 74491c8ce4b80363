import type { CompiledRule, Condition } from '#classifier/core/compiled-rule.ts';
import { type PackedKind, pack, unpack } from '#classifier/core/packed-arrays.ts';
import { planArrays, planOf } from '#classifier/core/packed-plan.ts';
import { isOwnSyntax, lazyPattern } from '#classifier/core/patterns/text-pattern.ts';
import type { RangeTable } from '#classifier/core/quantities/plausible-range.ts';
import type { Rule } from '#classifier/core/rule.ts';
import { planSigns } from '#classifier/core/sign-plan.ts';
import type { WordClass } from '#classifier/core/word-classes.ts';
import type { ShippedRules } from './lay-rules.ts';

/** The shipped rules as a file; it depends on the program that made it. */
const RULES_FILE: PackedKind = { kind: 'rules', version: 1 };

type PlainCondition =
  | Exclude<Condition, { kind: 'pattern' }>
  | { readonly kind: 'pattern'; readonly source: string; readonly needs: readonly string[] };

interface PlainRule {
  readonly rule: Rule;
  readonly condition: PlainCondition;
  readonly unless: readonly string[];
}

interface RulesData {
  readonly rules: readonly PlainRule[];
  readonly ranges: RangeTable;
  readonly classes: readonly WordClass[];
}

/**
 * Packs shipped rules with the tables to find them by, so that nothing needs to be parsed or built when they are loaded.
 * @throws RangeError where a pattern would need RE2.
 */
export function packRules({ rules, ranges, classes }: ShippedRules): Uint8Array<ArrayBuffer> {
  const data: RulesData = { rules: rules.map(toPlain), ranges, classes };
  return pack(RULES_FILE, { data, arrays: planArrays(planSigns({ rules, ranges, classes })) });
}

/** Unpacks a file that was made with this program; null where it is none. The bytes must begin at a multiple of 8. */
export function unpackRules(bytes: Uint8Array): ShippedRules | null {
  const packed = unpack(RULES_FILE, bytes, true);
  if (!packed.ok) return null;
  const { rules, ranges, classes } = packed.data as RulesData;
  return { rules: rules.map(fromPlain), ranges, classes, plan: planOf(packed.arrays) };
}

function toPlain({ rule, condition, unless }: CompiledRule): PlainRule {
  if (condition.kind !== 'pattern') return { rule, condition, unless };
  const { kind, source, needs } = condition;
  if (!isOwnSyntax(source)) throw new RangeError(`rule ${rule.id} has a pattern that needs RE2`);
  return { rule, condition: { kind, source, needs }, unless };
}

function fromPlain({ rule, condition, unless }: PlainRule): CompiledRule {
  if (condition.kind !== 'pattern') return { rule, condition, unless };
  return { rule, condition: { ...condition, pattern: lazyPattern(condition.source) }, unless };
}
