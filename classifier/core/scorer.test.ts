import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyHeadline, anyLabel, testReader } from '../../tests/helpers/headlines.ts';
import { compileFor, compileModel } from './compiled-model.ts';
import { createModel, DEFAULT_SETTINGS, learn, type Model, unlearn } from './model.ts';
import { exampleOf, type Reader, read } from './reading.ts';
import { score } from './score.ts';
import { createScorer } from './scorer.ts';

/** A reader that stems every run of Latin letters to its first three. */
function stemmingReader(): Reader {
  const stemLatin = (text: string) =>
    [...text.matchAll(/[a-z]{2,}/g)].map(({ 0: word, index }) => ({
      start: index,
      end: index + word.length,
      stem: word.slice(0, 3),
    }));
  return { ...testReader(), stemLatin };
}

/** Headlines of few units, so that grams and stems repeat, digits meet letters and blanks, and most are known. */
const anyText = fc.oneof(
  anyHeadline,
  fc
    .array(
      fc.constantFrom('恐龙', '龙', '恐', 'a', 'ab', 'dna', ' ', '7', '19', '2024', '震惊', '!', '\0', '😀'),
      {
        maxLength: 16,
      },
    )
    .map((parts) => parts.join('')),
);
const anyWeight = fc.constantFrom(1, 5, 40, 9000);
const anyLearned = fc.array(
  fc.record({ raw: anyText, label: anyLabel, weight: anyWeight, forget: fc.boolean() }),
);

type Learned = {
  raw: string;
  label: { sensational: boolean; implausible: boolean };
  weight: number;
  forget: boolean;
};

function modelOf(learned: readonly Learned[], reader: Reader): Model {
  const model = createModel('test', {
    ...DEFAULT_SETTINGS,
    calibration: { sensational: { scale: 0.31, shift: -0.2 }, implausible: { scale: 0.17, shift: 0.4 } },
  });
  const examples = learned.map((one) => ({ ...one, example: exampleOf(read(reader, one.raw)) }));
  for (const { example, label, weight } of examples) learn(model, example, label, weight);
  for (const { example, label, weight, forget } of examples)
    if (forget) unlearn(model, example, label, weight);
  return model;
}

describe('createScorer', () => {
  it('scores as the model does, to the last bit, text after text', () => {
    fc.assert(
      fc.property(anyLearned, fc.array(anyText, { minLength: 1, maxLength: 4 }), (learned, texts) => {
        const reader = stemmingReader();
        const model = modelOf(learned, reader);
        const scorer = createScorer(compileModel(model), reader.stemLatin);
        for (const raw of [...texts, ...learned.map((one) => one.raw)]) {
          const reading = read(reader, raw);
          expect(scorer.score(reading)).toEqual(score(model, reading));
        }
      }),
    );
  });

  it('scores texts to the last bit by a model that was compiled for their features alone', () => {
    fc.assert(
      fc.property(anyLearned, fc.array(anyText, { minLength: 1, maxLength: 4 }), (learned, texts) => {
        const reader = stemmingReader();
        const model = modelOf(learned, reader);
        const raws = [...texts, ...learned.slice(1).map((one) => one.raw)];
        const keys = new Set(raws.flatMap((raw) => [...exampleOf(read(reader, raw)).keys]));
        const scorer = createScorer(compileFor(model, keys), reader.stemLatin);
        for (const raw of raws) {
          const reading = read(reader, raw);
          expect(scorer.score(reading)).toEqual(score(model, reading));
        }
      }),
    );
  });

  it('counts a gram once, however long the text', () => {
    const reader = stemmingReader();
    const model = modelOf(
      [{ raw: '恐龙恐龙龙', label: { sensational: true, implausible: false }, weight: 1, forget: false }],
      reader,
    );
    const scorer = createScorer(compileModel(model), reader.stemLatin);
    const reading = read(reader, '恐龙恐龙龙恐'.repeat(200));
    expect(scorer.score(reading)).toEqual(score(model, reading));
    expect(scorer.sighted.found).toBe(8);
  });

  it('cuts the bands by another cost table', () => {
    const reader = stemmingReader();
    const compiled = compileModel(modelOf([], reader));
    const reading = read(reader, '市政府');
    const { score: triage } = createScorer(compiled, reader.stemLatin).score(reading);
    const costs = { miss: 4, falseAlarm: 4, look: 4 * triage };
    expect(createScorer(compiled, reader.stemLatin, costs).score(reading).band).toBe('check');
    expect(
      createScorer(compiled, reader.stemLatin, { ...costs, look: costs.look * 1.01 }).score(reading).band,
    ).toBe('pass');
  });
});
