import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyHeadline, anyLabel, learnAll, testReader } from '../../tests/helpers/headlines.ts';
import { compileModel } from './compiled-model.ts';
import { explain, reasonNames, reasonsFor } from './evidence.ts';
import { createModel, DEFAULT_SETTINGS, type Model } from './model.ts';
import { read } from './reading.ts';
import { createReasonFinder, createReasonNamer } from './reason-names.ts';
import { leadingAxis } from './score.ts';
import { createScorer } from './scorer.ts';
import { spansOfCut, type WordCut } from './word-cut.ts';

/** Cuts a text into words of the given lengths, which are taken again and again. */
function cutBy(lengths: readonly number[], text: string): WordCut {
  const ends: number[] = [];
  for (let at = 0; at < text.length; ) {
    at = Math.min(text.length, at + (lengths[ends.length % lengths.length] as number));
    ends.push(at);
  }
  return { ends: Int32Array.from(ends), size: ends.length };
}

const anyLengths = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 5 });

/** A model whose grams weigh enough to be reasons. */
function strongModel(): Model {
  const steep = { scale: 0.9, shift: 0 };
  return createModel('test', {
    ...DEFAULT_SETTINGS,
    smoothing: { alpha: 0.3, share: 'proportional' },
    calibration: { sensational: steep, implausible: steep },
  });
}

describe('createReasonNamer', () => {
  it('names what the evidence names, in the same order', () => {
    const most = fc.integer({ min: 1, max: 12 });
    let named = 0;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(anyHeadline, anyLabel)),
        fc.array(anyHeadline, { minLength: 1, maxLength: 3 }),
        anyLengths,
        most,
        (labelled, texts, lengths, most) => {
          const model = strongModel();
          learnAll(model, labelled);
          const reader = testReader();
          const scorer = createScorer(compileModel(model), reader.stemLatin);
          const nameReasons = createReasonNamer(scorer);
          for (const raw of texts) {
            const reading = read(reader, raw);
            const cut = cutBy(lengths, reading.normalised.text);
            const evidence = explain(model, reading, spansOfCut(cut), raw);
            const leading = leadingAxis(scorer.score(reading));
            const reasons = reasonsFor(evidence, leading);
            const names = nameReasons(reading, raw, cut, leading, most);
            expect(names).toEqual(reasonNames(reasons).slice(0, most));
            named += names.length;
            const [strongest] = reasons;
            const first = createReasonFinder(scorer)(reading, raw, cut, leading);
            expect(first).toEqual(
              strongest === undefined
                ? null
                : strongest.kind === 'rule'
                  ? { axis: strongest.axis, rule: strongest.rule }
                  : { axis: strongest.axis, word: strongest.word },
            );
          }
        },
      ),
    );
    expect(named).toBeGreaterThan(100);
  });

  it('names a word that stands twice once, as it is printed where the first feature falls', () => {
    const model = strongModel();
    learnAll(model, [
      ['恐龙宠物', { sensational: true, implausible: true }],
      ['市政府发布', { sensational: false, implausible: false }],
    ]);
    const reader = testReader();
    const scorer = createScorer(compileModel(model), reader.stemLatin);
    const raw = '恐龍,恐龙';
    const reading = read(reader, raw);
    const leading = leadingAxis(scorer.score(reading));
    const cut = cutBy([2, 1], reading.normalised.text);
    const names = createReasonNamer(scorer)(reading, raw, cut, leading, 8);
    expect(names).toEqual(['word:恐龍', 'rule:living-dinosaur']);
  });
});
