import { AXES, type Axis } from './axis.ts';
import { isWorthReading, WEAKEST_REASON } from './evidence.ts';
import { wideNumber } from './feature-table.ts';
import { lengthFactor } from './length-factor.ts';
import { rawSpan } from './normalise.ts';
import { quantise } from './quantum.ts';
import type { TextReading } from './reading.ts';
import type { Rule, RuleHit } from './rule.ts';
import type { Scorer } from './scorer.ts';
import type { WordCut } from './word-cut.ts';
import { beginText, createWordShares, giveStretches, giveWalk } from './word-shares.ts';

/** Names the reasons for doubt in the reading that the scorer saw last, in the order of `reasonsFor`, at most so many. */
export type ReasonNamer = (
  reading: TextReading,
  raw: string,
  cut: WordCut,
  leading: Axis,
  most: number,
) => string[];

/**
 * Makes a namer of reasons: the first names that `reasonNames(reasonsFor(explain(...), leading))` gives,
 * by the same sums, but without making the evidence. It keeps scratch memory: each thread needs one of its own.
 */
export function createReasonNamer(scorer: Scorer): ReasonNamer {
  return createReasoning(scorer).nameReasons;
}

/** The first reason: a rule, or a word as it is printed. */
export type FirstReason = { readonly axis: Axis } & ({ readonly rule: Rule } | { readonly word: string });

/** Finds the first of `reasonsFor` in the reading that the scorer saw last; null where there is none. */
export type ReasonFinder = (
  reading: TextReading,
  raw: string,
  cut: WordCut,
  leading: Axis,
) => FirstReason | null;

/** Makes a finder of first reasons; like a namer of reasons it keeps scratch memory. */
export function createReasonFinder(scorer: Scorer): ReasonFinder {
  return createReasoning(scorer).firstReason;
}

function createReasoning({ model, sighted, weightOf }: Scorer) {
  const { weights, features } = model;
  const shares = createWordShares();
  const candidates: Candidates = {
    weights: [],
    rules: [],
    words: [],
    size: 0,
    ofFirstAxis: 0,
    firstLeads: true,
  };

  function shareOut({ normalised, classes }: TextReading, cut: WordCut): void {
    beginText(shares, normalised.text, cut);
    giveWalk(shares, sighted, weights);
    const { places } = classes;
    for (let at = 0; at < classes.size; at += 1) {
      const number = 2 * wideNumber(features.keys, features.numbers, classes.keys[at] as number);
      if (number === 0) continue;
      const first = weights[number] as number;
      const second = weights[number + 1] as number;
      const start = places[4 * at] as number;
      const end = places[4 * at + 1] as number;
      giveStretches(
        shares,
        start,
        end,
        places[4 * at + 2] as number,
        places[4 * at + 3] as number,
        first,
        second,
      );
    }
  }

  function gather({ hits, classes }: TextReading, leading: Axis): void {
    const factor = lengthFactor(sighted.distinct + classes.size);
    candidates.size = 0;
    candidates.firstLeads = leading === AXES[0];
    for (let index = 0; index < AXES.length; index += 1) {
      for (let at = 0; at < hits.length; at += 1) {
        const { rule } = hits[at] as RuleHit;
        if (rule.axis === AXES[index]) addCandidate(candidates, weightOf(rule), rule, -1);
      }
      const { met, size, weights: sums } = shares;
      let whole = 0;
      for (let at = 0; at < size; at += 1) whole += sums[2 * (met[at] as number) + index] as number;
      let left = quantise(factor * whole);
      for (let at = 0; at < size; at += 1) {
        const word = met[at] as number;
        const weight = at === size - 1 ? left : quantise(factor * (sums[2 * word + index] as number));
        left -= weight;
        addCandidate(candidates, weight, null, word);
      }
      if (index === 0) candidates.ofFirstAxis = candidates.size;
    }
  }

  function printedWord({ normalised }: TextReading, raw: string, word: number): string | null {
    const place = shares.places[word] as number;
    const start = place === 0 ? 0 : (shares.wordEnds[place - 1] as number);
    const span = rawSpan(normalised, { start, end: shares.wordEnds[place] as number });
    const printed = raw.slice(span.start, span.end);
    return isWorthReading(printed) ? printed : null;
  }

  function firstReason(reading: TextReading, raw: string, cut: WordCut, leading: Axis): FirstReason | null {
    shareOut(reading, cut);
    gather(reading, leading);
    for (let at = takeNext(candidates); at >= 0; at = takeNext(candidates)) {
      const rule = candidates.rules[at];
      if (rule) return { axis: rule.axis, rule };
      const word = printedWord(reading, raw, candidates.words[at] as number);
      if (word !== null) return { axis: AXES[at < candidates.ofFirstAxis ? 0 : 1], word };
    }
    return null;
  }

  function nameReasons(
    reading: TextReading,
    raw: string,
    cut: WordCut,
    leading: Axis,
    most: number,
  ): string[] {
    shareOut(reading, cut);
    gather(reading, leading);
    const names: string[] = [];
    for (let at = takeNext(candidates); at >= 0 && names.length < most; at = takeNext(candidates)) {
      const word = candidates.words[at] as number;
      const name = word < 0 ? `rule:${candidates.rules[at]?.id}` : wordName(reading, raw, word);
      if (name !== null && !names.includes(name)) names.push(name);
    }
    return names;
  }

  function wordName(reading: TextReading, raw: string, word: number): string | null {
    const printed = printedWord(reading, raw, word);
    return printed === null ? null : `word:${printed}`;
  }

  return { nameReasons, firstReason };
}

/** Side by side, in the order that decides between equal weights: a weight, and a rule or the number of a word. */
interface Candidates {
  readonly weights: number[];
  readonly rules: (Rule | null)[];
  readonly words: number[];
  size: number;
  /** How many of them speak for the first of AXES; the others speak for the second. */
  ofFirstAxis: number;
  /** Whether the first of AXES decides the band. */
  firstLeads: boolean;
}

function addCandidate(candidates: Candidates, weight: number, rule: Rule | null, word: number): void {
  if (weight < WEAKEST_REASON) return;
  const at = candidates.size;
  candidates.weights[at] = weight;
  candidates.rules[at] = rule;
  candidates.words[at] = word;
  candidates.size = at + 1;
}

/** The place of the next candidate, those of the axis that decides first; -1 when all were taken. */
function takeNext({ weights, size, ofFirstAxis, firstLeads }: Candidates): number {
  const leading = firstLeads
    ? takeStrongest(weights, 0, ofFirstAxis)
    : takeStrongest(weights, ofFirstAxis, size);
  return leading >= 0 ? leading : takeStrongest(weights, 0, size);
}

/** The place of the strongest between two places that was not taken yet; -1 when all were. */
function takeStrongest(weights: number[], from: number, to: number): number {
  let strongest = -1;
  let most = 0;
  for (let at = from; at < to; at += 1) {
    const weight = weights[at] as number;
    if (weight <= most) continue;
    most = weight;
    strongest = at;
  }
  if (strongest >= 0) weights[strongest] = 0;
  return strongest;
}
