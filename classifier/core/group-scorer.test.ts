import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSignFinder } from '#classifier/core/sign-finder.ts';
import { readLabelledHeadlines } from '#classifier/interchange/read-labelled-headlines.ts';
import { readShippedRules } from '#classifier/rules/read-rules.ts';
import { stemLatin } from '#classifier/text/english.ts';
import { testReader } from '../../tests/helpers/headlines.ts';
import { type CompiledModel, compileModel } from './compiled-model.ts';
import { createGroupScorer, createPlainScorer, type GroupScorer } from './group-scorer.ts';
import { kernelTables } from './kernel/kernel-tables.ts';
import { createModel, learn } from './model.ts';
import { normalisedText } from './normalise.ts';
import { exampleOf, type Reader, read } from './reading.ts';
import { copyUnits } from './unit-text.ts';

const shipped = readShippedRules(join(import.meta.dirname, '../rules/packs'), normalisedText);
if (!shipped.ok) throw new Error(shipped.trouble.sentence.en);
const { rules, ranges, classes } = shipped.value.shipped;
const reader: Reader = { ...testReader(), signs: createSignFinder({ rules, ranges, classes }), stemLatin };

const LEARNED = [
  '震惊!男子去世后复活,网友:太可怕了',
  '市政府发布2024年13月32日的通知',
  '老虎当上了警察局长,月薪100亿吨',
  'scientists found a dinosaur living in dna labs',
  '25时61分,恐龙宠物店开业,活到200岁',
];
/** Parts of which every kind of sign can be put together: rules, ranges, dates, word classes, Latin words, repeats. */
const anyPart = fc.oneof(
  fc.constantFrom(
    ...LEARNED,
    '恐龙',
    '老虎',
    '警察',
    '复活',
    '12月',
    '31日',
    '星期八',
    '9点',
    ' ',
    'dna',
    'a',
    '!',
    '😀',
  ),
  fc.constantFrom(
    '7',
    '2024',
    '百',
    '亿',
    '吨',
    '公里',
    '-',
    '/',
    '.',
    '不可能',
    '震惊',
    '龙龙龙',
    '龙龙',
    '\0',
    '零下300度',
  ),
);
const anyText = fc.array(anyPart, { maxLength: 12 }).map((parts) => normalisedText(parts.join('')));

function modelOf(weight: number): CompiledModel {
  const model = createModel('test');
  LEARNED.forEach((text, at) => {
    learn(model, exampleOf(read(reader, text)), { sensational: at % 2 === 0, implausible: at > 1 }, weight);
  });
  return compileModel(model);
}

/** The labelled headlines of the program: all kinds of signs, and a table of grams that is as full as it may be. */
const STARTER = readLabelledHeadlines(
  readFileSync(join(import.meta.dirname, '../../labels/starter.jsonl'), 'utf8'),
  'starter.jsonl',
).examples;

/** Everything that a scorer says of texts that are read first and scored then. */
function answers(scorer: GroupScorer, texts: readonly string[]) {
  const shares = new Float64Array(3 * texts.length);
  let end = 0;
  const places = texts.map((text) => {
    const from = end;
    end = copyUnits(text, scorer.reserve(end + text.length), end);
    return { from, to: end };
  });
  const textOf = (at: number) => ({
    units: scorer.reserve(end),
    ...(places[at] as (typeof places)[0]),
    text: null,
  });
  const hits = texts.map((_, at) => scorer.read(textOf(at), shares, at));
  const scored = texts.map((_, at) => {
    scorer.sum(textOf(at), hits[at] ?? [], shares, at);
    const { numbers, starts, ends, found, distinct } = scorer.sighted;
    const features = [numbers, starts, ends].map((list) => [...list.subarray(0, found)]);
    return { sums: { ...scorer.sums }, features, distinct };
  });
  const named = texts.map((_, at) => {
    scorer.recall(textOf(at));
    const { keys, places: spans, size } = scorer.classes;
    return { keys: [...keys.subarray(0, size)], spans: [...spans.subarray(0, 4 * size)] };
  });
  return { hits: hits.map((some) => some.map(({ rule }) => rule.id)), shares: [...shares], scored, named };
}

describe('createGroupScorer', () => {
  const model = modelOf(3);

  it('has a kernel for what is shipped', () => {
    expect(kernelTables(reader.signs.plan, reader.signs.words, model)).not.toBeNull();
  });

  it('answers as the scorer without the kernel does, to the last bit, group after group', () => {
    const kernel = createGroupScorer(model, reader);
    const plain = createPlainScorer(model, reader);
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 6 }), (texts) => {
        expect(answers(kernel, texts)).toEqual(answers(plain, texts));
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    ['longer than its memory', '恐龙复活'.repeat(3000)],
    ['with more words of classes than its memory holds', '老虎警察'.repeat(1020)],
    ['with more dates than numbers', '12月31日25时'.repeat(500)],
    ['of one unit again and again', '龙'.repeat(4096)],
    ['that is empty', ''],
  ])('answers so for a text %s', (_, text) => {
    const texts = ['去世后复活', text, '老虎当上警察', text];
    expect(answers(createGroupScorer(model, reader), texts)).toEqual(
      answers(createPlainScorer(model, reader), texts),
    );
  });

  it('answers so for the headlines that it has learned from', () => {
    const counts = createModel('test');
    for (const { text, label } of STARTER) learn(counts, exampleOf(read(reader, text)), label, 1);
    const whole = compileModel(counts);
    const texts = STARTER.map(({ text }) => normalisedText(text));
    const first = answers(createGroupScorer(whole, reader), texts);
    expect(first).toEqual(answers(createPlainScorer(whole, reader), texts));
    expect(new Set(first.hits.flat()).size).toBeGreaterThan(100);
  });

  it.each([
    '支持的占60%,反对的占70%',
    '赞成率61%,反对率72%',
    '男子活到300多岁',
    '他跑了10来万公里',
    '辟谣:男子去世后复活是谣言',
    '居然没有生产日期,究竟为什么',
    '星期九下午25时',
    '2023-2-30',
    '小说里说零下300度',
  ])('answers so for %s', (text) => {
    expect(answers(createGroupScorer(model, reader), [text])).toEqual(
      answers(createPlainScorer(model, reader), [text]),
    );
  });

  it('makes room for more texts than it has met before', () => {
    const texts = Array.from({ length: 4000 }, (_, at) => `${LEARNED[at % LEARNED.length]}${at}`);
    expect(answers(createGroupScorer(model, reader), texts)).toEqual(
      answers(createPlainScorer(model, reader), texts),
    );
  });

  it('does without the kernel where a model has more weights than that can number', () => {
    const large = { ...model, weights: new Float64Array(2 * 0xffff) };
    expect(kernelTables(reader.signs.plan, reader.signs.words, large)).toBeNull();
    expect(createGroupScorer(large, reader).sighted).toEqual(createPlainScorer(large, reader).sighted);
  });
});
