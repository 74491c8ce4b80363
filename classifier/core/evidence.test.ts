import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyHeadline, anyLabel, learnAll, testReader } from '../../tests/helpers/headlines.ts';
import { AXES, type Axis } from './axis.ts';
import { explain, isWorthReading, reasonNames, reasonsFor, WEAKEST_REASON } from './evidence.ts';
import { createModel } from './model.ts';
import { type Reading, read } from './reading.ts';
import { score } from './score.ts';
import { createSignFinder } from './sign-finder.ts';
import type { Span } from './span.ts';
import { cutHeadline, spansOfCut } from './word-cut.ts';

/** Words of one to three units, as a segmenter might cut them; every fourth unit is left uncovered. */
function cut(text: string): Span[] {
  const spans: Span[] = [];
  for (let at = 0; at < text.length; at += 4) spans.push({ start: at, end: Math.min(at + 3, text.length) });
  return spans;
}

function readAlone(raw: string): Reading {
  return read(testReader(), raw);
}

describe('explain', () => {
  it('adds up to the score to the last bit, in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyHeadline, anyLabel)), anyHeadline, (labelled, raw) => {
        const model = createModel('test');
        learnAll(model, labelled);
        const reading = readAlone(raw);
        const scored = score(model, reading);
        const evidence = explain(model, reading, cut(reading.normalised.text), raw);
        for (const axis of AXES) {
          const parts = evidence[axis].map((part) => part.logOdds);
          expect(parts.reduce((sum, part) => sum + part, 0)).toBe(scored.axes[axis].logOdds);
          expect(parts.reverse().reduce((sum, part) => sum + part, 0)).toBe(scored.axes[axis].logOdds);
        }
      }),
    );
  });

  it('points at the raw text', () => {
    const model = createModel('test');
    learnAll(model, [
      ['恐龙宠物', { sensational: false, implausible: true }],
      ['市政府发布', { sensational: false, implausible: false }],
    ]);
    const raw = '　恐龍寵物發布';
    const { implausible } = explain(
      model,
      readAlone(raw),
      [
        { start: 0, end: 2 },
        { start: 2, end: 4 },
      ],
      raw,
    );
    const rule = implausible.find((part) => part.kind === 'rule');
    expect(rule?.spans.map(({ start, end }) => raw.slice(start, end))).toEqual(['恐龍']);
    const word = implausible.find((part) => part.kind === 'word' && part.word === '寵物');
    expect(word).toMatchObject({ strongest: { support: { yes: 1, no: 0 } } });
  });

  it('quotes what a rule has computed from as it is printed', () => {
    const model = createModel('test');
    const reader = testReader(createSignFinder({ rules: [], ranges: { ranges: [], unless: [] } }));
    const raw = '本報於２ 月３０ 日遷址';
    const { implausible } = explain(model, read(reader, raw), [], raw);
    const rule = implausible.find((part) => part.kind === 'rule');
    expect(rule?.detail?.zh).toBe('“２ 月３０ 日”：2月最多29天');
  });

  it('lets a hidden character double the odds at most, and labels take that away', () => {
    const model = createModel('test');
    const weigh = (): number | undefined =>
      explain(model, readAlone('桥\u200b梁'), [], '桥\u200b梁').sensational.find(
        (part) => part.kind === 'rule',
      )?.logOdds;
    expect(weigh()).toBeCloseTo(Math.log(2), 9);
    const ordinary = { sensational: false, implausible: false };
    learnAll(model, [['市政府发布', ordinary]], 900);
    learnAll(model, [['震惊', { sensational: true, implausible: false }]], 90);
    expect(weigh()).toBeCloseTo(Math.log(2), 9);
    learnAll(model, [['市政\u200b府', ordinary]], 20);
    expect(weigh()).toBeLessThan(0.5);
  });

  it('names the word classes that weigh on a word never met before', () => {
    const model = createModel('test');
    learnAll(model, [
      ['恐龙宠物', { sensational: false, implausible: true }],
      ['宠物发布', { sensational: false, implausible: false }],
    ]);
    const raw = '恐龙看村民';
    const { implausible } = explain(model, readAlone(raw), [{ start: 3, end: 5 }], raw);
    const word = implausible.find((part) => part.kind === 'word' && part.word === '村民');
    expect(word).toMatchObject({
      spans: [{ start: 3, end: 5 }],
      strongest: { text: '灭绝生物 + 饲养', support: { yes: 1, no: 0 } },
    });
  });

  it('gathers function words and blanks into one part that is no reason, and leaves no part without a name', () => {
    const doubted = { sensational: true, implausible: true };
    const model = createModel('test');
    const taught = ['他的 了不得', '的了 的', '是的 在', '了'].map((text) => [text, doubted] as const);
    learnAll(model, [...taught, ['市政府发布', { sensational: false, implausible: false }]], 5);
    const raw = '恐龙的 了';
    const words = [2, 3, 4, 5].map((end, at) => ({ start: at === 0 ? 0 : end - 1, end }));
    const evidence = explain(model, readAlone(raw), words, raw);
    const parts = evidence.sensational.filter((part) => part.kind === 'word');
    expect(parts.map(({ word }) => word)).toEqual(['的 了']);
    expect(parts[0]?.logOdds).toBeGreaterThan(WEAKEST_REASON);
    expect(reasonNames(reasonsFor(evidence, 'implausible'))).toEqual(['rule:living-dinosaur']);
  });

  it('writes a blank that stands alone so that it is seen', () => {
    const model = createModel('test');
    learnAll(model, [['宠 物', { sensational: true, implausible: false }]]);
    const raw = '宠 物';
    const words = [0, 1, 2].map((start) => ({ start, end: start + 1 }));
    const { sensational } = explain(model, readAlone(raw), words, raw);
    expect(sensational.map((part) => part.kind === 'word' && part.word)).toContain('␣');
  });

  it('names a sign once that is read as two', () => {
    const model = createModel('test');
    learnAll(model, [['68℃', { sensational: true, implausible: true }]]);
    const raw = '70℃';
    const reading = readAlone(raw);
    const eachAlone = (text: string) => ({
      ends: Int32Array.from(text, (_, at) => at + 1),
      size: text.length,
    });
    const words = spansOfCut(cutHeadline(eachAlone, reading.normalised));
    const { implausible } = explain(model, reading, words, raw);
    const named = implausible.flatMap((part) => (part.kind === 'word' ? [part.word] : []));
    expect(named.filter((word) => word === '℃')).toHaveLength(1);
  });

  it('names the reasons of the axis that decides before all others', () => {
    const model = createModel('test');
    const raw = '震惊恐龙宠物发布';
    const evidence = explain(model, readAlone(raw), [], raw);
    const rulesLedBy = (leading: Axis) => reasonNames(reasonsFor(evidence, leading));
    expect(rulesLedBy('sensational')).toEqual(['rule:shock', 'rule:living-dinosaur']);
    expect(rulesLedBy('implausible')).toEqual(['rule:living-dinosaur', 'rule:shock']);
  });

  it('names the strongest reasons first and none that speak for the headline', () => {
    const model = createModel('test');
    learnAll(model, [
      ['恐龙宠物', { sensational: true, implausible: true }],
      ['市政府发布', { sensational: false, implausible: false }],
    ]);
    const raw = '震惊恐龙宠物发布';
    const evidence = explain(model, readAlone(raw), [{ start: 2, end: 6 }], raw);
    const reasons = reasonNames(reasonsFor(evidence, 'implausible'));
    expect(reasons[0]).toBe('rule:living-dinosaur');
    expect(reasons).toEqual(expect.arrayContaining(['rule:shock', 'word:恐龙宠物']));
    expect(reasons).not.toContain('word:发');
  });
});

describe('isWorthReading', () => {
  it.each([
    ['恐龙', true],
    ['68℃', true],
    ['的 恐龙', true],
    ['的', false],
    ['的 了', false],
    [' ', false],
    ['', false],
    ['！', false],
  ])('says of %j %s', (word, isWorth) => {
    expect(isWorthReading(word)).toBe(isWorth);
  });
});
