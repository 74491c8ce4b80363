import type { WordCutter } from '#classifier/core/word-cut.ts';
import { firstOwner, type Lexicon, leadsOn, nodeBelow, weightNumber } from './lexicon.ts';

const SMALLEST = 256;

/**
 * Makes a cutter of normalised text: the cut of the highest probability, as jieba finds it without its hidden Markov
 * model (MPSegment.hpp of cppjieba, MIT licence). Runs of Latin letters and digits stay whole; jieba would split them
 * (DNA -> D, N, A). Takes time linear in the text.
 */
export function createWordCutter(lexicon: Lexicon): WordCutter {
  let ends = new Int32Array(SMALLEST);
  let cuts = createCuts(SMALLEST);

  return function cutText(text) {
    if (ends.length < text.length) {
      ends = new Int32Array(text.length * 2);
      cuts = createCuts(text.length * 2);
    }
    let size = 0;
    for (let at = 0; at < text.length; ) {
      const kind = kindOf(text.charCodeAt(at));
      let to = at + 1;
      if (kind === LATIN) to = runEnd(text, at);
      else if (kind === OTHER) {
        while (to < text.length && kindOf(text.charCodeAt(to)) === OTHER) to += 1;
        weigh(lexicon, cuts, text, at, to);
        for (; at < to; size += 1) {
          at = cuts.wordEnds[at] as number;
          ends[size] = at;
        }
        continue;
      }
      ends[size] = to;
      size += 1;
      at = to;
    }
    return { ends, size };
  };
}

/** By place: the weight of the best cut from there to the end of the stretch, and where its first word ends. */
interface Cuts {
  readonly weights: Float64Array;
  readonly wordEnds: Int32Array;
  /** What stood in memory that was fetched ahead: means nothing, but what is not used is not fetched. */
  fetched: number;
}

function createCuts(size: number): Cuts {
  return { weights: new Float64Array(size + 1), wordEnds: new Int32Array(size + 1), fetched: 0 };
}

/** Weighs a stretch from its end. Of cuts with the same weight the one with the shorter first word is taken. */
function weigh({ heads, nodes, weights }: Lexicon, cuts: Cuts, text: string, from: number, to: number): void {
  const best = cuts.weights;
  cuts.fetched = fetchPairs(nodes, text, from, to);
  best[to] = 0;
  for (let at = to - 1; at >= from; at -= 1) {
    let end = at + 1;
    let node = text.charCodeAt(at);
    let number = heads[node] as number;
    if (isHighSurrogate(node) && end < to && isLowSurrogate(text.charCodeAt(end))) {
      node = number < 0 ? -1 : nodeBelow(nodes, node, text.charCodeAt(end));
      number = node < 0 ? 0 : weightNumber(nodes, node);
      end += 1;
    } else if (number < 0) {
      node = -1;
      number = 0;
    }
    let most = (weights[number] as number) + (best[end] as number);
    let wordEnd = end;
    while (node >= 0 && end < to) {
      node = nodeBelow(nodes, node, text.charCodeAt(end));
      if (node < 0) break;
      end += 1;
      number = weightNumber(nodes, node);
      const weight = (weights[number] as number) + (best[end] as number);
      if (number !== 0 && weight > most) {
        most = weight;
        wordEnd = end;
      }
      if (!leadsOn(nodes, node)) break;
    }
    best[at] = most;
    cuts.wordEnds[at] = wordEnd;
  }
}

/**
 * Reads the nodes of all pairs of a stretch one right after another. Memory answers many such questions in the time of
 * one; while weighing, each would wait for the one before.
 */
function fetchPairs(nodes: Int32Array, text: string, from: number, to: number): number {
  let fetched = 0;
  let unit = text.charCodeAt(from);
  for (let at = from + 1; at < to; at += 1) {
    const next = text.charCodeAt(at);
    fetched ^= firstOwner(nodes, unit, next);
    unit = next;
  }
  return fetched;
}

const OTHER = 0;
const LATIN = 1;
const SEPARATOR = 2;

/** A Latin letter or digit, a character that is a word by itself (SegmentBase.hpp of cppjieba), or any other. */
function kindOf(unit: number): number {
  if (unit >= 0x4e00) return unit === 0xff0c ? SEPARATOR : OTHER;
  if (isLetterOrDigit(unit) || (unit >= 0xdf && unit <= 0x24f)) return LATIN;
  return unit === 0x20 || unit === 0x09 || unit === 0x0a || unit === 0x3002 ? SEPARATOR : OTHER;
}

/** Where a run of Latin letters and digits ends: `covid-19`, `99.99`, `it's` are one each. */
function runEnd(text: string, from: number): number {
  let at = from;
  while (kindOf(text.charCodeAt(at)) === LATIN) at += 1;
  while (isJoiner(text.charCodeAt(at)) && isLetterOrDigit(text.charCodeAt(at + 1))) {
    at += 2;
    while (isLetterOrDigit(text.charCodeAt(at))) at += 1;
  }
  return at;
}

function isLetterOrDigit(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39);
}

function isJoiner(unit: number): boolean {
  return unit === 0x2e || unit === 0x27 || unit === 0x2d;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
