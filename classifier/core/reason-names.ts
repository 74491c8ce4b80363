import { AXES } from './axis.ts';
import { isWorthReading, WEAKEST_REASON } from './evidence.ts';
import { wideNumber } from './feature-table.ts';
import { lengthFactor } from './length-factor.ts';
import { rawSpan } from './normalise.ts';
import { quantise } from './quantum.ts';
import type { TextReading } from './reading.ts';
import type { Scorer } from './scorer.ts';
import type { WordCut } from './word-cut.ts';
import { beginText, createWordShares, giveStretch, giveStretches } from './word-shares.ts';

/** Names the reasons for doubt in the reading that the scorer saw last, the strongest first, at most so many. */
export type ReasonNamer = (reading: TextReading, raw: string, cut: WordCut, most: number) => string[];

/**
 * Makes a namer of reasons: the first names that `reasonNames(reasonsFor(explain(...)))` gives, by the same sums, but
 * without making the evidence. It keeps scratch memory: each thread needs one of its own.
 */
export function createReasonNamer({ model, sighted, weightOf }: Scorer): ReasonNamer {
  const { weights, features } = model;
  const shares = createWordShares();
  const candidates: Candidates = { weights: [], rules: [], words: [] };

  function shareOut({ normalised, classes }: TextReading, cut: WordCut): void {
    beginText(shares, normalised.text, cut);
    const { numbers, starts, ends, found } = sighted;
    for (let at = 0; at < found; at += 1) {
      const number = 2 * (numbers[at] as number);
      const [first, second] = [weights[number] as number, weights[number + 1] as number];
      giveStretch(shares, starts[at] as number, ends[at] as number, first, second);
    }
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
    candidates.weights.length = 0;
    candidates.rules.length = 0;
    candidates.words.length = 0;
    AXES.forEach((axis, index) => {
      for (const { rule } of hits)
        if (rule.axis === axis) addCandidate(candidates, weightOf(rule), rule.id, -1);
      let whole = 0;
      for (let at = 0; at < shares.size; at += 1)
        whole += shares.weights[2 * (shares.met[at] as number) + index] as number;
      let left = quantise(factor * whole);
      for (let at = 0; at < shares.size; at += 1) {
        const word = shares.met[at] as number;
        const weight =
          at === shares.size - 1 ? left : quantise(factor * (shares.weights[2 * word + index] as number));
        left -= weight;
        addCandidate(candidates, weight, '', word);
      }
    });
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
      const name = word < 0 ? `rule:${candidates.rules[at]}` : wordName(reading, raw, word);
      if (name !== null && !names.includes(name)) names.push(name);
    }
    return names;
  };
}

/** Side by side, in the order that decides between equal weights: a weight, and the id of a rule or a word. */
interface Candidates {
  readonly weights: number[];
  readonly rules: string[];
  readonly words: number[];
}

function addCandidate(
  { weights, rules, words }: Candidates,
  weight: number,
  rule: string,
  word: number,
): void {
  if (weight < WEAKEST_REASON) return;
  weights.push(weight);
  rules.push(rule);
  words.push(word);
}

/** The place of the strongest candidate that was not taken yet; -1 when all were. */
function takeStrongest({ weights }: Candidates): number {
  let strongest = -1;
  let most = 0;
  for (let at = 0; at < weights.length; at += 1) {
    const weight = weights[at] as number;
    if (weight <= most) continue;
    most = weight;
    strongest = at;
  }
  if (strongest >= 0) weights[strongest] = 0;
  return strongest;
}
