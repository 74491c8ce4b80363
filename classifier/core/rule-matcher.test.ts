import { describe, expect, it } from 'vitest';
import type { CompiledRule, Condition } from './compiled-rule.ts';
import type { Rule } from './rule.ts';
import { createRuleMatcher } from './rule-matcher.ts';
import { stringOf, type UnitText } from './unit-text.ts';

function compiled(id: string, condition: Condition, unless: readonly string[] = []): CompiledRule {
  const rule: Rule = {
    id,
    pack: 'p',
    version: 1,
    axis: 'sensational',
    points: 1,
    description: { zh: '', en: '' },
  };
  return { rule, condition, unless };
}

function words(list: readonly string[], atLeast = 1): Condition {
  return { kind: 'words', words: list, atLeast };
}

function hitsOf(rules: readonly CompiledRule[], text: string): [string, string[]][] {
  return createRuleMatcher(rules)(text).map(({ rule, spansIn }) => [
    rule.id,
    spansIn(text).map(({ start, end }) => text.slice(start, end)),
  ]);
}

describe('createRuleMatcher', () => {
  it('gives every rule that holds once, in the order of the list, with all its spans', () => {
    const rules = [compiled('second', words(['怒斥'])), compiled('first', words(['惊现', '痛心']))];
    expect(hitsOf(rules, '痛心!惊现一幕,村民怒斥又惊现')).toEqual([
      ['second', ['怒斥']],
      ['first', ['痛心', '惊现', '惊现']],
    ]);
  });

  it('joins overlapping spans and keeps neighbours apart', () => {
    const rules = [compiled('a', words(['竟然', '然后', '后悔', '了']))];
    expect(hitsOf(rules, '竟然后悔了')).toEqual([['a', ['竟然后悔', '了']]]);
  });

  it('counts distinct literals, not occurrences, towards atLeast', () => {
    const rules = [compiled('two', words(['赋能', '助力', '赋能'], 2))];
    expect(hitsOf(rules, '赋能再赋能')).toEqual([]);
    expect(hitsOf(rules, '赋能并助力')).toEqual([['two', ['赋能', '助力']]]);
  });

  it('needs a literal of every group of all', () => {
    const rules = [
      compiled('both', {
        kind: 'all',
        groups: [
          ['恐龙', '猛犸'],
          ['宠物', '复活'],
        ],
      }),
    ];
    expect(hitsOf(rules, '恐龙与猛犸')).toEqual([]);
    expect(hitsOf(rules, '定制恐龙宠物')).toEqual([['both', ['恐龙', '宠物']]]);
  });

  it('is switched off by any literal of unless', () => {
    const rules = [compiled('dna', words(['复活']), ['科幻'])];
    expect(hitsOf(rules, '科幻片里复活')).toEqual([]);
    expect(hitsOf(rules, '复活')).toHaveLength(1);
  });

  it('tries a pattern only where one of its needs stands, and takes its spans', () => {
    const asked: string[] = [];
    const find = (text: string) => {
      asked.push(text);
      return text === '第三天' ? [{ start: 0, end: 3 }] : [];
    };
    const pattern = { find, test: (text: UnitText) => find(stringOf(text)).length > 0, ways: () => null };
    const match = createRuleMatcher([
      compiled('day', { kind: 'pattern', pattern, source: '第三天', needs: ['第'] }),
    ]);
    expect(match('没有')).toEqual([]);
    expect(match('第')).toEqual([]);
    const hits = match('第三天');
    expect(asked).toEqual(['第', '第三天']);
    expect(hits.map((hit) => [hit.rule.id, hit.spansIn('第三天')])).toEqual([
      ['day', [{ start: 0, end: 3 }]],
    ]);
  });

  it('remembers nothing of the text before, not even after a pattern threw', () => {
    const find = () => {
      throw new Error('broken pattern');
    };
    const rules = [
      compiled('a', words(['甲'])),
      compiled('b', {
        kind: 'pattern',
        pattern: { find, test: find, ways: () => null },
        source: '',
        needs: ['乙'],
      }),
    ];
    const match = createRuleMatcher(rules);
    expect(() => match('甲乙')).toThrow('broken pattern');
    expect(match('丙')).toEqual([]);
    expect(match('甲').map(({ spansIn }) => spansIn('甲'))).toEqual([[{ start: 0, end: 1 }]]);
  });

  it('matches nothing without rules', () => {
    expect(createRuleMatcher([])('恐龙')).toEqual([]);
  });
});
