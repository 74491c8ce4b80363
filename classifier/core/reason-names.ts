import { AXES } from './axis.ts';
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

/** Names the reasons for doubt in the reading that the scorer saw last, the strongest first, at most so many. */
export type ReasonNamer = (reading: TextReading, raw: string, cut: WordCut, most: number) => string[];

/**
 * Makes a namer of reasons: the first names that `reasonNames(reasonsFor(explain(...)))` gives, by the same sums, but
 * without making the evidence. It keeps scratch memory: each thread needs one of its own.
 */
export function createReasonNamer({ model, sighted, weightOf }: Scorer): ReasonNamer {
  const { weights, features } = model;
  const shares = createWordShares();
  const candidates: Candidates = { weights: [], rules: [], words: [], size: 0 };

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

  function gather({ hits, classes }: TextReading): void {
    const factor = lengthFactor(sighted.distinct + classes.size);
    candidates.size = 0;
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
    }
  }

  function wordName({ normalised }: TextReading, raw: string, word: number): string | null {
    const place = shares.places[word] as number;
    const start = place === 0 ? 0 : (shares.wordEnds[place - 1] as number);
    const span = rawSpan(normalised, { start, end: shares.wordEnds[place] as number });
    const printed = raw.slice(span.start, span.end);
    return isWorthReading(printed) ? `word:${printed}` : null;
  }

  return function nameReasons(reading, raw, cut, most) {
    shareOut(reading, cut);
    gather(reading);
    const names: string[] = [];
    for (let at = takeStrongest(candidates); at >= 0 && names.length < most; at = takeStrongest(candidates)) {
      const word = candidates.words[at] as number;
      const name = word < 0 ? `rule:${candidates.rules[at]?.id}` : wordName(reading, raw, word);
      if (name !== null && !names.includes(name)) names.push(name);
    }
    return names;
  };
}

/** Side by side, in the order that decides between equal weights: a weight, and a rule or the number of a word. */
interface Candidates {
  readonly weights: number[];
  readonly rules: (Rule | null)[];
  readonly words: number[];
  size: number;
}

function addCandidate(candidates: Candidates, weight: number, rule: Rule | null, word: number): void {
  if (weight < WEAKEST_REASON) return;
  const at = candidates.size;
  candidates.weights[at] = weight;
  candidates.rules[at] = rule;
  candidates.words[at] = word;
  candidates.size = at + 1;
}

/** The place of the strongest candidate that was not taken yet; -1 when all were. */
function takeStrongest({ weights, size }: Candidates): number {
  let strongest = -1;
  let most = 0;
  for (let at = 0; at < size; at += 1) {
    const weight = weights[at] as number;
    if (weight <= most) continue;
    most = weight;
    strongest = at;
  }
  if (strongest >= 0) weights[strongest] = 0;
  return strongest;
}
