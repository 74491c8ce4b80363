import type { Span } from '#classifier/core/span.ts';
import type { FoundNumber, Quantity } from './found-number.ts';
import { type PlausibleRange, type Severity, severityOf } from './plausible-range.ts';

/** A quantity beyond a range. Values are in the range's unit. */
export interface QuantityFinding {
  readonly range: PlausibleRange;
  readonly severity: Severity;
  readonly low: number;
  readonly high: number;
  /** From the word that says what is measured to the unit, or from the number to the word behind it. */
  readonly span: Span;
}

/** Words that say what is measured stand at most so far before a number, or behind its unit, in UTF-16 units. */
const REACH_BEFORE = 6;
const REACH_AFTER = 2;
/** Words that say that something else is measured stand closer. */
const REACH_AGAINST = 4;
const LONGEST_WORD = 12;

/** What ends a clause: words beyond it speak of something else. */
const CLAUSE_END = /[,;!?。、…| ]/;

/** Finds the quantities of a normalised text that lie beyond one of the ranges; `numbers` are those of the same text. */
export function checkQuantities(
  text: string,
  numbers: readonly FoundNumber[],
  ranges: readonly PlausibleRange[],
): readonly QuantityFinding[] {
  const findings: QuantityFinding[] = [];
  const applies = askOnce((range) => allows(range, text));
  let previousEnd = 0;
  for (const number of numbers) {
    if (number.kind === 'quantity' && !number.isVague) {
      const { dimension } = number.unit;
      for (const range of ranges) {
        if (dimension !== range.unit.dimension && !(range.bare && dimension === 'none')) continue;
        const finding = check(range, number, text, previousEnd);
        if (finding !== null && applies(range)) findings.push(finding);
      }
    }
    previousEnd = number.span.end;
  }
  return findings;
}

function check(
  range: PlausibleRange,
  quantity: Quantity,
  text: string,
  previousEnd: number,
): QuantityFinding | null {
  const factor = quantity.unit.dimension === 'none' ? 1 : quantity.unit.factor / range.unit.factor;
  const [low, high] = [quantity.low * factor, quantity.high * factor];
  const severity = severityOf(range, low, high);
  if (severity === null) return null;
  const span = measuredSpan(range, quantity.span, text, previousEnd);
  if (span === null) return null;
  return { range, severity, low, high, span };
}

/** Whether the text has what the range needs, and nothing that switches it off. */
function allows({ needed, unless }: PlausibleRange, text: string): boolean {
  if (needed.length > 0 && !needed.some((word) => text.includes(word))) return false;
  return !unless.some((word) => text.includes(word));
}

/** Asks of each range once, however many quantities a text has. */
function askOnce(ask: (range: PlausibleRange) => boolean): (range: PlausibleRange) => boolean {
  const answers = new Map<PlausibleRange, boolean>();
  return (range) => {
    const answer = answers.get(range) ?? ask(range);
    answers.set(range, answer);
    return answer;
  };
}

/** The span of a quantity with the word that says what is measured; null where none does, or one says otherwise. */
function measuredSpan(
  range: PlausibleRange,
  { start, end }: Span,
  text: string,
  previousEnd: number,
): Span | null {
  const from = clauseStart(text, start);
  const before = text.slice(from, start);
  const behind = text.slice(end, clauseEnd(text, end));
  if (
    wordBefore(before, 0, range.notBefore, REACH_AGAINST) !== null ||
    wordBehind(behind, range.notAfter) !== null
  )
    return null;
  if (range.before.length + range.after.length === 0) return { start, end };
  const wordStart = wordBefore(before, previousEnd - from, range.before, REACH_BEFORE);
  if (wordStart !== null) return { start: from + wordStart, end };
  const wordEnd = wordBehind(behind, range.after);
  return wordEnd === null ? null : { start, end: end + wordEnd };
}

function clauseStart(text: string, at: number): number {
  const least = Math.max(0, at - REACH_BEFORE - LONGEST_WORD);
  let start = at;
  while (start > least && !CLAUSE_END.test(text.charAt(start - 1))) start -= 1;
  return start;
}

function clauseEnd(text: string, at: number): number {
  const most = Math.min(text.length, at + REACH_AFTER + LONGEST_WORD);
  let end = at;
  while (end < most && !CLAUSE_END.test(text.charAt(end))) end += 1;
  return end;
}

/** Where in the words before a number the nearest of `words` begins, if it ends within reach and after `least`. */
function wordBefore(before: string, least: number, words: readonly string[], reach: number): number | null {
  let nearest: number | null = null;
  for (const word of words) {
    const at = before.lastIndexOf(word);
    const end = at + word.length;
    if (at < 0 || before.length - end > reach || end <= least) continue;
    if (nearest === null || at < nearest) nearest = at;
  }
  return nearest;
}

/** Where in the words behind a unit one of `words` ends, if it begins within reach. */
function wordBehind(behind: string, words: readonly string[]): number | null {
  for (const word of words) {
    const at = behind.indexOf(word);
    if (at >= 0 && at <= REACH_AFTER) return at + word.length;
  }
  return null;
}
