import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { condensedText } from '#classifier/core/condense.ts';
import { createQuantityRules } from '#classifier/core/quantities/quantity-rules.ts';
import type { RuleHit } from '#classifier/core/rule.ts';
import { createSignFinder } from '#classifier/core/sign-finder.ts';
import { createKeyBuffer } from '#classifier/core/word-classes.ts';
import { readShippedRules } from './read-rules.ts';

const read = readShippedRules(join(import.meta.dirname, 'packs'), condensedText);
if (!read.ok) throw new Error(read.trouble.sentence.en);
const { ranges } = read.value.shipped;
const ungated = createQuantityRules(ranges);
const signs = createSignFinder({ rules: [], ranges });
const keys = createKeyBuffer();

function told(hits: readonly RuleHit[], text: string) {
  return hits.map((hit) => [hit.rule.id, hit.spansIn(text), hit.detail?.('')]);
}

/** The gates must let through whatever the checks behind them would find. */
function expectSame(text: string): number {
  const expected = told(ungated.match(text), text);
  expect([text, told(signs.find(text, keys), text)]).toEqual([text, expected]);
  return expected.length;
}

describe('the gates of quantities', () => {
  it('hide nothing in the starter headlines', () => {
    const texts = readFileSync(join(import.meta.dirname, '../../labels/starter.jsonl'), 'utf8')
      .trim()
      .split('\n');
    const hits = texts.reduce((sum, line) => sum + expectSame(condensedText(JSON.parse(line).text)), 0);
    expect(hits).toBeGreaterThan(30);
  });

  it('hide nothing in any mixture of numbers, units, dates and words that are measured', () => {
    const word = fc.constantFrom(
      ...ranges.ranges.flatMap(({ before, after, needed, notBefore }) =>
        [...before, ...after, ...needed, ...notBefore.slice(0, 1)].map((literal) => [literal]),
      ),
    );
    const number = fc.oneof(
      fc.integer({ min: 0, max: 99_999 }).map(String),
      fc.constantFrom(
        '2.5',
        '1,200',
        '三',
        '十二',
        '二十九',
        '三百多',
        '两千亿',
        '999999999',
        '零下3',
        '负5',
        '-40',
        '几',
      ),
    );
    const unit = fc.constantFrom(
      ...ranges.ranges.map((range) => range.unit.name),
      '月',
      '日',
      '时',
      '点',
      '分',
      '成',
      '半',
      '',
    );
    const date = fc.constantFrom(
      '2月30日',
      '13月5日',
      '2024-02-30',
      '25时',
      '8点70分',
      '星期八',
      '腊月三十',
      '2023年2月29日',
    );
    const link = fc.constantFrom(
      '',
      '',
      '达',
      '每斤',
      '时速',
      '的',
      ',',
      ' ',
      '至',
      '百分之',
      '第',
      '个多',
      '支持率',
      '反对',
    );
    const piece = fc.oneof(
      { weight: 4, arbitrary: fc.tuple(link, number, unit).map((parts) => parts.join('')) },
      { weight: 3, arbitrary: word.map(([literal]) => literal) },
      { weight: 1, arbitrary: date },
    );
    let hits = 0;
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), (pieces) => {
        hits += expectSame(condensedText(pieces.join('')));
      }),
      { numRuns: 4000 },
    );
    expect(hits).toBeGreaterThan(200);
  });
});
