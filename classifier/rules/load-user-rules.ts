import { createHash } from 'node:crypto';
import { z } from 'zod';
import { done, type Result } from '#classifier/core/result.ts';
import type { Rule } from '#classifier/core/rule.ts';
import { type Trouble, trouble } from '#classifier/core/trouble.ts';
import { checkShape } from './check-shape.ts';
import type { Normaliser } from './compile-pattern.ts';
import { type PackRule, readRules } from './load-pack.ts';
import { parseChecked } from './parse-checked.ts';
import { USER_PACK } from './rule-files.ts';
import { kebabCase, type RuleDefinition, rulePoints, sentence } from './rule-schema.ts';

/** A workspace's own rules: `rules` are added or take the place of a shipped one, `off` names shipped ones to leave out, `points` those to weigh otherwise. */
export interface UserRules {
  readonly file: string;
  readonly rules: readonly PackRule[];
  readonly off: readonly { readonly id: string; readonly line: number }[];
  /** Other points of shipped rules. */
  readonly points: readonly { readonly id: string; readonly points: number; readonly line: number }[];
  readonly troubles: readonly Trouble[];
}

/** More rules or troubles than these nobody reads. */
const MOST_RULES = 1000;
const MOST_TROUBLES = 20;

const fileSchema = z.strictObject({
  pack: z.literal(USER_PACK).optional(),
  title: sentence.optional(),
  rules: z.array(z.unknown()).max(MOST_RULES),
});

const offSchema = z.strictObject({ id: kebabCase, off: z.literal(true) });
const pointsSchema = z.strictObject({ id: kebabCase, points: rulePoints });

/**
 * Reads a workspace's own rules: those of a pack, `{id, off: true}` and `{id, points}`. A broken rule is left out and told by id and
 * line. Fails where the text as a whole is no such file.
 */
export function loadUserRules(source: string, file: string, normalise: Normaliser): Result<UserRules> {
  const parsed = parseChecked(source, file, (data) => checkShape(fileSchema, data, []));
  if (!parsed.ok) return parsed;
  const { yaml, value } = parsed.value;
  const off: { id: string; line: number }[] = [];
  const points: { id: string; points: number; line: number }[] = [];
  const written = value.rules.map((entry, index) => {
    const line = yaml.lineOf(['rules', index]);
    const switched = offSchema.safeParse(entry);
    const weighed = pointsSchema.safeParse(entry);
    if (switched.success) off.push({ id: switched.data.id, line });
    else if (weighed.success) points.push({ ...weighed.data, line });
    else return entry;
    return undefined;
  });
  const { rules, troubles } = readRules(written, USER_PACK, { yaml, file, normalise });
  return done({ file, rules: rules.map(withOwnVersion), off, points, troubles: shortened(troubles, file) });
}

/**
 * Nobody raises the version of a rule of their own, so it is a digest of the rule: counts are rebuilt when it changes.
 */
function withOwnVersion(loaded: PackRule): PackRule {
  const { definition, compiled } = loaded;
  const rule: Rule = { ...compiled.rule, version: digestOf(definition) };
  return { ...loaded, compiled: { ...compiled, rule } };
}

function digestOf(definition: RuleDefinition): number {
  return Number.parseInt(
    createHash('sha256').update(JSON.stringify(definition)).digest('hex').slice(0, 12),
    16,
  );
}

function shortened(troubles: readonly Trouble[], file: string): readonly Trouble[] {
  const more = troubles.length - MOST_TROUBLES;
  if (more <= 0) return troubles;
  const rest = trouble('rules-invalid', `另有 ${more} 处错误`, `${more} more faults`, { file });
  return [...troubles.slice(0, MOST_TROUBLES), rest];
}
