import { describe, expect, it } from 'vitest';
import { condensedText } from '#classifier/core/condense.ts';
import { troubleLine } from '#classifier/core/trouble.ts';
import { loadPack, type RulePack } from './load-pack.ts';

const HEADER = ['pack: mine', 'title: { zh: 我的, en: Mine }', 'rules:'];

/** A sound rule; `change` replaces or adds fields, undefined drops one. */
function ruleLines(change: Readonly<Record<string, string | undefined>> = {}): string[] {
  const sound = {
    id: 'mine-stunned',
    version: '1',
    axis: 'sensational',
    points: '1.5',
    zh: '说明',
    en: 'why',
    words: '[惊呆]',
    ok: '[全村惊呆, 看客惊呆]',
    fail: '[惊堂木, 惊蛰]',
  };
  const fields = Object.entries({ ...sound, ...change }).filter(([, value]) => value !== undefined);
  return fields.map(([key, value], index) => `${index === 0 ? '  - ' : '    '}${key}: ${value}`);
}

function load(...lines: readonly string[]) {
  return loadPack(lines.join('\n'), 'dir/mine.yaml', condensedText);
}

function packOf(...lines: readonly string[]): RulePack {
  const loaded = load(...lines);
  if (!loaded.ok) throw new Error(troubleLine(loaded.trouble, 'en'));
  return loaded.value;
}

function troublesOf(change: Readonly<Record<string, string | undefined>>): string[] {
  return packOf(...HEADER, ...ruleLines(change)).troubles.map((trouble) => troubleLine(trouble, 'en'));
}

describe('loadPack', () => {
  it('loads a sound rule with its line', () => {
    const pack = packOf(...HEADER, ...ruleLines());
    expect(pack.troubles).toEqual([]);
    expect(pack.rules).toMatchObject([{ line: 4, compiled: { rule: { id: 'mine-stunned', pack: 'mine' } } }]);
  });

  it('normalises literals and examples', () => {
    expect(troublesOf({ words: '[ＤＮＡ寵物]', ok: '[dna宠物, 定制DNA宠物]' })).toEqual([]);
  });

  it('names the line of what is not YAML', () => {
    const loaded = load(...HEADER, '  - id: a', '   version: [');
    expect(loaded).toMatchObject({ ok: false, trouble: { code: 'rules-invalid', place: { line: 5 } } });
  });

  it('does not follow exploding aliases', () => {
    const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]'];
    for (let at = 0; at < 8; at += 1) {
      const [now, before] = ['bcdefghi'.charAt(at), 'abcdefgh'.charAt(at)];
      bomb.push(`${now}: &${now} [${Array(9).fill(`*${before}`).join(',')}]`);
    }
    expect(load(...bomb)).toMatchObject({ ok: false, trouble: { code: 'rules-invalid' } });
  });

  it('fails on a file that is no pack, and on a pack with another name', () => {
    expect(load('just text')).toMatchObject({ ok: false });
    expect(load('pack: other', ...HEADER.slice(1), ...ruleLines())).toMatchObject({
      ok: false,
      trouble: { place: { file: 'dir/mine.yaml', line: 1 } },
    });
  });

  it('switches only the broken rule off and names it in both languages', () => {
    const pack = packOf(...HEADER, ...ruleLines({ points: '9' }), ...ruleLines({ id: 'mine-second' }));
    expect(pack.rules.map(({ definition }) => definition.id)).toEqual(['mine-second']);
    expect(pack.troubles).toHaveLength(1);
    expect(pack.troubles[0]?.place).toEqual({ file: 'dir/mine.yaml', line: 7 });
    expect(pack.troubles[0]?.sentence.zh).toMatch(/^规则 mine-stunned：points：/);
    expect(pack.troubles[0]?.sentence.en).toMatch(/^rule mine-stunned: points: /);
  });

  it('refuses an id that is used already', () => {
    const pack = packOf(...HEADER, ...ruleLines(), ...ruleLines());
    expect(pack.rules).toHaveLength(1);
    expect(pack.troubles).toMatchObject([
      { place: { line: 13 }, sentence: { en: expect.stringContaining('used') } },
    ]);
  });

  const pattern = { words: undefined, needs: '[惊]' };
  it.each<[string, Readonly<Record<string, string | undefined>>, string]>([
    ['zero points', { points: '0' }, ':7: rule mine-stunned: points: points must not be 0'],
    ['points out of bounds', { points: '-3.5' }, ':7: '],
    ['an unknown axis', { axis: 'boring' }, ':6: '],
    ['a missing field', { version: undefined }, ':4: rule mine-stunned: version: '],
    ['an unknown field', { word: '惊' }, ':4: '],
    ['no condition', { words: undefined }, ':4: rule mine-stunned: id: exactly one'],
    ['two conditions', { all: '[[惊], [呆]]' }, ':4: rule mine-stunned: id: exactly one'],
    ['a pattern without needs', { ...pattern, needs: undefined, pattern: '惊呆' }, 'must have needs'],
    ['needs without a pattern', { needs: '[惊]' }, ':13: '],
    ['more atLeast than words', { atLeast: '2' }, ':13: '],
    [
      'a literal that is nothing',
      { words: '[惊呆, "\\u200b"]' },
      ':10: rule mine-stunned: the literal is empty',
    ],
    [
      'an unfinished expression',
      { ...pattern, pattern: "'惊(呆'" },
      ':13: rule mine-stunned: the pattern is not RE2',
    ],
    [
      'a back reference',
      { ...pattern, pattern: "'(惊)\\1'" },
      ':13: rule mine-stunned: the pattern is not RE2',
    ],
    ['an empty alternative', { ...pattern, pattern: "'惊呆||震惊'" }, 'can match the empty string'],
    ['an optional whole', { ...pattern, pattern: "'(惊呆)*'" }, 'can match the empty string'],
    ['an assertion alone', { ...pattern, pattern: "'\\b'" }, 'can match the empty string'],
    ['full-width signs', { ...pattern, pattern: "'惊呆！'" }, 'write "!"'],
    ['traditional characters', { ...pattern, pattern: "'驚呆'" }, 'write "惊"'],
    ['capitals', { ...pattern, pattern: "'DNA'" }, 'write "d"'],
    ['a missing example', { fail: '[惊堂木]' }, ':12: rule mine-stunned: fail: '],
    [
      'an ok example that is not hit',
      { ok: '[全村惊呆, 平静]' },
      ':11: rule mine-stunned: an ok example is not hit: 平静',
    ],
    [
      'a fail example that is hit',
      { fail: '[惊堂木, 惊呆了]' },
      ':12: rule mine-stunned: a fail example is hit: 惊呆了',
    ],
  ])('refuses %s', (_, change, message) => {
    const troubles = troublesOf(change);
    expect(troubles).not.toEqual([]);
    expect(troubles[0]).toContain('dir/mine.yaml:');
    expect(troubles[0]).toContain(message);
  });

  it('takes classes, escapes and group names of RE2 for syntax, not for text', () => {
    expect(
      troublesOf({ ...pattern, pattern: "'(?P<Who>\\p{Han}+)惊呆\\S*'", ok: '[全村惊呆了, 众人惊呆]' }),
    ).toEqual([]);
  });

  it('matches a pattern that would explode elsewhere in linear time', () => {
    const pack = packOf(...HEADER, ...ruleLines({ ...pattern, pattern: "'(惊+)+呆$'" }));
    const condition = pack.rules[0]?.compiled.condition;
    expect(condition?.kind === 'pattern' ? condition.pattern.find('惊'.repeat(500_000)) : null).toEqual([]);
  });
});
