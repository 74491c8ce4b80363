import type { Rule, RuleHit, RuleMatcher } from '#classifier/core/rule.ts';
import type { Span } from '#classifier/core/span.ts';
import type { Sentence } from '#classifier/core/trouble.ts';
import { isNumeric } from './characters.ts';
import { checkLogic, LOGIC_RULES } from './check-logic.ts';
import { checkQuantities } from './check-quantities.ts';
import { parseNumbers } from './parse-numbers.ts';
import type { Bounds, PlausibleRange, RangeTable, Severity } from './plausible-range.ts';
import { detailOf } from './quantity-detail.ts';

/** Prior points, in log-odds: what goes a little beyond every record, and what cannot be. */
export const QUANTITY_POINTS: Readonly<Record<Severity, number>> = { doubtful: 1.4, impossible: 3 };

/** The rules of a table of ranges, and the matcher that finds them. */
export interface QuantityRules {
  readonly rules: readonly Rule[];
  readonly match: RuleMatcher;
  /** The same where only some ranges, in the order of the table, and perhaps not the logic need to be looked at. */
  readonly matchSome: (
    text: string,
    ranges: readonly PlausibleRange[],
    needsLogic: boolean,
  ) => readonly RuleHit[];
}

/**
 * Makes rules of ranges: `quantity-ID` where a value cannot be, `quantity-ID-doubtful` where it goes beyond every
 * record. They are two rules, so that labels move each by itself. Rules named in `off` are left out, those named in
 * `points` have these points.
 */
export function createQuantityRules(
  { ranges, unless }: RangeTable,
  off: ReadonlySet<string> = new Set(),
  points: ReadonlyMap<string, number> = new Map(),
): QuantityRules {
  const all = [...ranges.flatMap(rulesOf), ...Object.values(LOGIC_RULES)].map((rule) => ({
    ...rule,
    points: points.get(rule.id) ?? rule.points,
  }));
  const rules = new Map(all.filter(({ id }) => !off.has(id)).map((rule) => [rule.id, rule]));

  function matchSome(text: string, some: readonly PlausibleRange[], needsLogic: boolean): readonly RuleHit[] {
    if (!hasNumber(text)) return NO_HITS;
    const numbers = parseNumbers(text);
    if (numbers.length === 0) return NO_HITS;
    const hits = new Map<string, PlacedHit>();
    for (const finding of checkQuantities(text, numbers, some)) {
      const normal = text.slice(finding.span.start, finding.span.end);
      note(hits, rules.get(ruleId(finding.range, finding.severity)), finding.span, (printed) =>
        detailOf(finding, normal, printed),
      );
    }
    for (const { rule, span, why } of needsLogic ? checkLogic(text, numbers) : []) {
      note(hits, rules.get(rule.id), span, (printed) => ({
        zh: `“${printed}”：${why.zh}`,
        en: `“${printed}”: ${why.en}`,
      }));
    }
    if (hits.size === 0 || unless.some((word) => text.includes(word))) return NO_HITS;
    return [...hits.values()].map(({ rule, spans, detail }) => ({ rule, spansIn: () => spans, detail }));
  }

  return { rules: [...rules.values()], match: (text) => matchSome(text, ranges, true), matchSome };
}

interface PlacedHit {
  readonly rule: Rule;
  readonly spans: Span[];
  readonly detail: (printed: string) => Sentence;
}

/** One hit a rule, as everywhere: all its places, and the words of the first. */
function note(
  hits: Map<string, PlacedHit>,
  rule: Rule | undefined,
  span: Span,
  detail: (printed: string) => Sentence,
): void {
  if (rule === undefined) return;
  const hit = hits.get(rule.id);
  if (hit === undefined) hits.set(rule.id, { rule, spans: [span], detail });
  else hit.spans.push(span);
}

const NO_HITS: readonly RuleHit[] = [];

function hasNumber(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (isNumeric(text.charCodeAt(at))) return true;
  return false;
}

function rulesOf(range: PlausibleRange): Rule[] {
  return (['impossible', 'doubtful'] as const)
    .filter((severity) => (severity === 'impossible' ? isBound(range.possible) : differs(range)))
    .map((severity) => ruleOf(range, severity));
}

function isBound({ low, high }: Bounds): boolean {
  return low !== null || high !== null;
}

function differs({ likely, possible }: PlausibleRange): boolean {
  return likely.low !== possible.low || likely.high !== possible.high;
}

function ruleId({ id }: PlausibleRange, severity: Severity): string {
  return severity === 'doubtful' ? `quantity-${id}-doubtful` : `quantity-${id}`;
}

function ruleOf(range: PlausibleRange, severity: Severity): Rule {
  const { version, name } = range;
  return {
    id: ruleId(range, severity),
    pack: 'quantities',
    version,
    axis: 'implausible',
    points: QUANTITY_POINTS[severity],
    description:
      severity === 'doubtful'
        ? { zh: `${name.zh}超出已知的纪录或惯例`, en: `Beyond any known record or practice: ${name.en}` }
        : { zh: `${name.zh}超出可能的范围`, en: `Beyond what is possible: ${name.en}` },
  };
}
