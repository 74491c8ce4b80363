import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CompiledRule, Condition } from './compiled-rule.ts';
import { automatonOf } from './literal-automaton.ts';
import { lazyPattern } from './patterns/text-pattern.ts';
import { createSignFinder } from './sign-finder.ts';
import { planSigns } from './sign-plan.ts';
import { stringOf, type UnitText } from './unit-text.ts';
import { createKeyBuffer } from './word-classes.ts';

function rule(id: string, condition: Condition, unless: readonly string[] = []): CompiledRule {
  const description = { zh: '', en: '' };
  return {
    rule: { id, pack: 'p', version: 1, axis: 'sensational', points: 1, description },
    condition,
    unless,
  };
}

/** A pattern rule, and how often its pattern was tried. */
function counted(id: string, source: string, needs: readonly string[]) {
  const pattern = lazyPattern(source);
  const tried: string[] = [];
  const test = (text: UnitText): boolean => {
    tried.push(stringOf(text));
    return pattern.test(text);
  };
  return {
    tried,
    compiled: rule(id, { kind: 'pattern', source, needs, pattern: { ...pattern, test } }, ['谣']),
  };
}

const DEAD = counted('dead', '(去世|病逝)[^,]{0,4}(复活|苏醒)', ['去世', '病逝']);
const FIGURE = counted('figure', '\\d+(吨|公里)', ['吨', '公里']);
const TWO = rule('two', { kind: 'words', words: ['赋能', '助力', '闭环'], atLeast: 2 });
const ALL = rule('all', { kind: 'all', groups: [['恐龙'], ['宠物', '复活']] });
const RULES = [DEAD.compiled, TWO, FIGURE.compiled, ALL];
const CLASSES = [{ id: 'c', name: { zh: '生', en: 'c' }, words: ['恐龙', '宠物'] }];
const SOURCES = { rules: RULES, classes: CLASSES, ranges: { ranges: [], unless: [] } };

/** What the rules mean, said plainly. */
function plainly(text: string): string[] {
  const has = (word: string): boolean => text.includes(word);
  const ids: string[] = [];
  if (/(去世|病逝)[^,]{0,4}(复活|苏醒)/u.test(text) && !has('谣')) ids.push('dead');
  if (['赋能', '助力', '闭环'].filter(has).length >= 2) ids.push('two');
  if (/\d+(吨|公里)/u.test(text) && !has('谣')) ids.push('figure');
  if (has('恐龙') && (has('宠物') || has('复活'))) ids.push('all');
  return ids;
}

const signs = createSignFinder(SOURCES);
const keys = createKeyBuffer();
const idsIn = (text: string): string[] => signs.find(text, keys).map((hit) => hit.rule.id);

describe('createSignFinder', () => {
  it('finds what the rules mean, in their order, whatever was read before', () => {
    const part = fc.constantFrom(
      ...[
        '去世',
        '复活',
        '苏醒',
        '赋能',
        '助力',
        '吨',
        '公里',
        '5',
        '12',
        '恐龙',
        '宠物',
        '谣',
        ',',
        '的',
        '病',
      ],
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 9 }), (parts) => {
        const text = parts.join('');
        expect(idsIn(text)).toEqual(plainly(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('passes once over a text for rules, quantities and word classes together', () => {
    const plan = planSigns(SOURCES);
    const automaton = automatonOf(plan.automaton);
    let passes = 0;
    const counting = createSignFinder(SOURCES, plan, {
      scan(text, into) {
        passes += 1;
        automaton.scan(text, into);
      },
    });
    counting.find('去世多年的恐龙复活,5吨宠物赋能13月32日', keys);
    expect(passes).toBe(1);
    counting.find('', keys);
    expect(passes).toBe(2);
  });

  it('tries a pattern only where the literals of all its parts stand, and no word switches it off', () => {
    const triesOf = (text: string): string[] => {
      DEAD.tried.length = 0;
      FIGURE.tried.length = 0;
      idsIn(text);
      return [...DEAD.tried.map(() => 'dead'), ...FIGURE.tried.map(() => 'figure')];
    };
    expect(triesOf('老人去世多年')).toEqual([]);
    expect(triesOf('古城复活')).toEqual([]);
    expect(triesOf('网传去世后复活是谣言')).toEqual([]);
    expect(triesOf('复活,去世')).toEqual(['dead']);
    expect(triesOf('几百吨')).toEqual([]);
    expect(triesOf('5吨')).toEqual(['figure']);
  });
});
