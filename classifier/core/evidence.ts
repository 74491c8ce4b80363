import { AXES, type Axis, byAxis } from './axis.ts';
import { findSlot, type Support, supportAt } from './feature-counts.ts';
import { isFunctionWord } from './function-words.ts';
import { distinctKeys } from './grams.ts';
import { lengthFactor } from './length-factor.ts';
import { classSizes, type Model, ruleSupport } from './model.ts';
import { rawSpan } from './normalise.ts';
import { scaleExactly, splitExactly } from './quantum.ts';
import type { Reading } from './reading.ts';
import type { Rule } from './rule.ts';
import { baseLogOdds, gramLogOdds, hitLogOdds } from './score.ts';
import type { Span } from './span.ts';
import type { Sentence } from './trouble.ts';
import { classFeatureName } from './word-classes.ts';

/** What a headline starts from. */
export interface BaseEvidence {
  readonly kind: 'base';
  readonly logOdds: number;
}

export interface RuleEvidence {
  readonly kind: 'rule';
  readonly rule: Rule;
  /** What the rule says of this headline in particular. */
  readonly detail?: Sentence | undefined;
  readonly spans: readonly Span[];
  readonly logOdds: number;
  readonly support: Support;
}

/**
 * A word with the weight of the grams and word classes that fall in it, gathered over all its places in the headline;
 * or all function words and blanks as one, which points nowhere: they are no reasons, but belong to the sum.
 */
export interface WordEvidence {
  readonly kind: 'word';
  readonly word: string;
  readonly spans: readonly Span[];
  readonly logOdds: number;
  /** The gram, as printed, or word classes that weigh most on this word, and in how many labelled headlines they stand. */
  readonly strongest: { readonly text: string; readonly support: Support } | null;
}

export type Evidence = BaseEvidence | RuleEvidence | WordEvidence;

/** Spans are places in the raw text. The parts of an axis add up exactly to its log-odds, in any order. */
export type EvidenceByAxis = Readonly<Record<Axis, readonly Evidence[]>>;

/**
 * Explains a score: the base first, then rules and words, the strongest first.
 * `words` segments the normalised text; units that no word covers stand for themselves.
 */
export function explain(model: Model, reading: Reading, words: readonly Span[], raw: string): EvidenceByAxis {
  const owners = ownersOf(reading.normalised.text, words);
  return byAxis((axis) => [
    { kind: 'base', logOdds: baseLogOdds(model, axis) },
    ...[...ruleEvidence(model, reading, raw, axis), ...wordEvidence(model, reading, owners, raw, axis)].sort(
      (a, b) => Math.abs(b.logOdds) - Math.abs(a.logOdds),
    ),
  ]);
}

/** A part of the evidence that speaks for an axis. */
export type Reason = (RuleEvidence | WordEvidence) & { readonly axis: Axis };

/** Log-odds from which a part of the evidence counts as a reason: odds a fifth higher. */
export const WEAKEST_REASON = 0.18;

/**
 * Reasons for doubt: those of the axis that decides, then those of the other, each the strongest first; function words and
 * words without a letter or digit are none.
 */
export function reasonsFor(evidence: EvidenceByAxis, leading: Axis): Reason[] {
  const order = [leading, ...AXES.filter((axis) => axis !== leading)];
  return order
    .flatMap((axis) => evidence[axis].flatMap((part) => (part.kind === 'base' ? [] : [{ ...part, axis }])))
    .filter((part) => part.logOdds >= WEAKEST_REASON)
    .filter((part) => part.kind === 'rule' || isWorthReading(part.word));
}

/** Whether a word, or one of several with blanks between, has a letter or digit and says something by itself. */
export function isWorthReading(word: string): boolean {
  if (word.includes(' ')) return word.split(' ').some(isWorthReading);
  const first = word.charCodeAt(0);
  const isReadable = (first >= FIRST_HAN && first <= LAST_HAN) || /[\p{L}\p{N}]/u.test(word);
  return isReadable && !isFunctionWord(word);
}

/** Nearly all words begin with one of these, and they are letters. */
const FIRST_HAN = 0x4e00;
const LAST_HAN = 0x9fff;

/** How batch output names reasons: `rule:ID` and `word:词`, each once. */
export function reasonNames(reasons: readonly Reason[]): string[] {
  const names = reasons.map((part) => (part.kind === 'rule' ? `rule:${part.rule.id}` : `word:${part.word}`));
  return [...new Set(names)];
}

function ruleEvidence(model: Model, reading: Reading, raw: string, axis: Axis): RuleEvidence[] {
  const sizes = classSizes(model, axis);
  return reading.hits
    .filter((hit) => hit.rule.axis === axis)
    .map((hit) => {
      const spans = hit.spansIn(reading.normalised.text).map((span) => rawSpan(reading.normalised, span));
      return {
        kind: 'rule',
        rule: hit.rule,
        detail: hit.detail?.(raw.slice(spans[0]?.start, spans[0]?.end)),
        spans,
        logOdds: hitLogOdds(model, hit, sizes),
        support: ruleSupport(model.rules, hit.rule.id, axis),
      };
    });
}

/** For each unit of the text, the word that it belongs to. */
function ownersOf(text: string, words: readonly Span[]): readonly Span[] {
  const owners = Array.from({ length: text.length }, (_, at): Span => ({ start: at, end: at + 1 }));
  for (const word of words) owners.fill(word, word.start, word.end);
  return owners;
}

interface Gathered {
  readonly places: Map<number, Span>;
  logOdds: number;
  strongest: { readonly part: number; readonly text: string; readonly support: Support } | null;
}

function wordEvidence(
  model: Model,
  reading: Reading,
  owners: readonly Span[],
  raw: string,
  axis: Axis,
): WordEvidence[] {
  const { normalised } = reading;
  const sizes = classSizes(model, axis);
  const byWord = new Map<string, Gathered>();
  for (const { slot, spans, text } of knownFeatures(model, reading, raw)) {
    const shares = spans.flatMap((span) => sharesOf(owners, span));
    const parts = splitExactly(
      gramLogOdds(model, slot, sizes, axis),
      shares.map((share) => share.units),
    );
    const support = supportAt(model.grams, slot, axis);
    shares.forEach(({ word }, index) => {
      const name = normalised.text.slice(word.start, word.end);
      const gathered = byWord.get(name) ?? { places: new Map(), logOdds: 0, strongest: null };
      byWord.set(name, gathered);
      const part = parts[index] as number;
      gathered.places.set(word.start, word);
      gathered.logOdds += part;
      if (Math.abs(part) > Math.abs(gathered.strongest?.part ?? 0)) {
        gathered.strongest = { part, text, support };
      }
    });
  }
  const words = [...byWord.values()];
  const weights = scaleExactly(
    words.map(({ logOdds }) => logOdds),
    lengthFactor(distinctKeys(reading.grams).length + reading.classes.size),
  );
  const evidence = words.map(({ places, strongest }, at): WordEvidence => {
    const spans = [...places.values()].map((place) => rawSpan(normalised, place));
    const first = spans[0] as Span;
    return {
      kind: 'word',
      word: raw.slice(first.start, first.end),
      spans,
      logOdds: weights[at] as number,
      strongest: strongest && { text: strongest.text, support: strongest.support },
    };
  });
  const rest = evidence.filter(({ word }) => isLittle(word));
  return rest.length === 0 ? evidence : [...evidence.filter((part) => !rest.includes(part)), asOne(rest)];
}

function isLittle(word: string): boolean {
  return word.trim() === '' || isFunctionWord(word);
}

/** How blanks are written where nothing else is said. */
const VISIBLE_BLANK = '␣';

/** Little words as one part of the evidence. */
function asOne(parts: readonly WordEvidence[]): WordEvidence {
  const words = parts.map(({ word }) => word).filter((word) => word.trim() !== '');
  return {
    kind: 'word',
    word: words.join(' ') || VISIBLE_BLANK,
    spans: [],
    logOdds: parts.reduce((sum, { logOdds }) => sum + logOdds, 0),
    strongest: null,
  };
}

interface KnownFeature {
  readonly slot: number;
  /** Places in the normalised text. */
  readonly spans: readonly Span[];
  readonly text: string;
}

/** The features that the model has met, each once at its first place: grams as printed, word classes by name. */
function knownFeatures(model: Model, { normalised, grams, signs }: Reading, raw: string): KnownFeature[] {
  const known = new Map<number, KnownFeature>();
  for (let at = 0; at < grams.size; at += 1) {
    const slot = findSlot(model.grams, grams.keys[at] as number);
    if (slot < 0 || known.has(slot)) continue;
    const span = { start: grams.starts[at] as number, end: grams.ends[at] as number };
    const printed = rawSpan(normalised, span);
    known.set(slot, { slot, spans: [span], text: raw.slice(printed.start, printed.end) });
  }
  for (const feature of signs.placeClasses(normalised.text)) {
    const slot = findSlot(model.grams, feature.key);
    if (slot >= 0) known.set(slot, { slot, spans: feature.spans, text: classFeatureName(feature).zh });
  }
  return [...known.values()];
}

/** The words that a gram falls in, and how many of its units fall in each. */
function sharesOf(owners: readonly Span[], gram: Span): { word: Span; units: number }[] {
  const shares: { word: Span; units: number }[] = [];
  for (let at = gram.start; at < gram.end; at += 1) {
    const word = owners[at] as Span;
    const last = shares.at(-1);
    if (last?.word === word) last.units += 1;
    else shares.push({ word, units: 1 });
  }
  return shares;
}
