import { meetStems, type Walk } from '#classifier/core/gram-walk.ts';
import type { GroupScorer, PlainScorer } from '#classifier/core/group-scorer.ts';
import { mayBreakLogic } from '#classifier/core/quantities/quantity-gates.ts';
import type { Reader } from '#classifier/core/reading.ts';
import type { RuleHit } from '#classifier/core/rule.ts';
import type { Openings } from '#classifier/core/sign-finder.ts';
import { stringOf, type UnitText } from '#classifier/core/unit-text.ts';
import type { KeyBuffer } from '#classifier/core/word-classes.ts';
import { FOUND, type Kernel, LONGEST_TEXT } from './kernel.ts';

const NO_HITS: readonly RuleHit[] = [];

/**
 * A scorer that gives the answers of `plain`, to the last bit: sums of weights are exact in any order. What the kernel
 * leaves to others is done as there: patterns and quantities that may hold, stems of Latin words, texts that are too long.
 */
export function createKernelScorer(kernel: Kernel, reader: Reader, plain: PlainScorer): GroupScorer {
  const { signs, stemLatin } = reader;
  const { features, weights } = plain.model;
  const classes: KeyBuffer = { ...reader.classes };
  const sighted: Walk = { ...plain.sighted };
  const open: Openings = { owners: kernel.views.open, size: 0, needsLogic: false, isRangesOff: false };

  function looks({ from, to }: UnitText): boolean {
    return to - from <= LONGEST_TEXT && kernel.look(from, to);
  }

  function hitsOf(text: UnitText): readonly RuleHit[] {
    const { found, doubts } = kernel.views;
    const many = found[FOUND.doubts] as number;
    open.size = found[FOUND.open] as number;
    open.needsLogic = found[FOUND.seesLogic] === 1;
    if (open.size === 0 && many === 0 && !open.needsLogic) return NO_HITS;
    for (let at = 0; at < many && !open.needsLogic; at += 1) {
      open.needsLogic = mayBreakLogic(text, doubts[at] as number);
    }
    open.owners = kernel.views.open;
    open.isRangesOff = kernel.isSeen(signs.plan.rangesOff);
    return signs.hitsOf(text, open);
  }

  function walk(text: UnitText): void {
    kernel.walk(text.from, text.to);
    const { found, numbers, starts, ends } = kernel.views;
    sighted.numbers = numbers;
    sighted.starts = starts;
    sighted.ends = ends;
    sighted.found = found[FOUND.features] as number;
    sighted.size = found[FOUND.size] as number;
    sighted.occurrences = found[FOUND.occurrences] as number;
    sighted.distinct = found[FOUND.distinct] as number;
  }

  return {
    ...plain,
    classes,
    sighted,
    reserve(units) {
      kernel.reserve(units);
      return kernel.views.units;
    },
    read(text, shares, at) {
      if (!looks(text)) return plain.read(text, shares, at);
      const { sums, found } = kernel.views;
      shares[3 * at] = sums[0] as number;
      shares[3 * at + 1] = sums[1] as number;
      shares[3 * at + 2] = found[FOUND.classes] as number;
      return hitsOf(text);
    },
    sum(text, hits, shares, at) {
      if (text.to - text.from > LONGEST_TEXT) {
        plain.sum(text, hits, shares, at);
        Object.assign(sighted, plain.sighted);
        return;
      }
      walk(text);
      const { sums, found } = kernel.views;
      let sensational = (shares[3 * at] as number) + (sums[2] as number);
      let implausible = (shares[3 * at + 1] as number) + (sums[3] as number);
      if (found[FOUND.hasLatin] === 1) {
        const grams = sighted.found;
        meetStems(features, stemLatin, stringOf(text), sighted);
        for (let stem = grams; stem < sighted.found; stem += 1) {
          const number = sighted.numbers[stem] as number;
          sensational += weights[2 * number] as number;
          implausible += weights[2 * number + 1] as number;
        }
      }
      const known = sighted.size === 0 ? 0 : sighted.occurrences / sighted.size;
      plain.finish(sensational, implausible, sighted.distinct + (shares[3 * at + 2] as number), known, hits);
    },
    recall(text) {
      if (looks(text)) {
        classes.keys = kernel.views.classKeys;
        classes.places = kernel.views.classPlaces;
        classes.size = kernel.views.found[FOUND.classes] as number;
      } else {
        plain.recall(text);
        Object.assign(classes, plain.classes);
      }
    },
  };
}
