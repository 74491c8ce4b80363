import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { condensedText } from '#classifier/core/condense.ts';
import { troubleLine } from '#classifier/core/trouble.ts';
import { layRules } from './lay-rules.ts';
import { loadRules, USER_RULES_NAME } from './load-rules.ts';
import { packRules, unpackRules } from './packed-rules.ts';
import { readShippedRules } from './read-rules.ts';

const PACKS = join(import.meta.dirname, 'packs');
const SHIPPED = 'logic-everyone-excels';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'user-rules-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function rule(id: string, word: string, more = ''): string {
  return `  - { id: ${id}, version: 1, axis: sensational, points: 1, zh: 说明, en: why, words: [${word}],
      ok: [一${word}, 二${word}], fail: [甲, 乙]${more} }\n`;
}

async function readWith(content: string | Uint8Array | null) {
  if (content !== null) writeFileSync(join(folder, USER_RULES_NAME), content);
  const read = await loadRules(prepared, PACKS, folder);
  if (!read.ok) throw new Error(read.trouble.sentence.en);
  const { rules, match, troubles } = read.value;
  return {
    rules,
    ids: (text: string) => match(condensedText(text)).map((hit) => hit.rule.id),
    troubles: troubles.map((problem) => troubleLine(problem, 'en').replace(`${folder}/`, '')),
  };
}

const read = readShippedRules(PACKS, condensedText);
if (!read.ok) throw new Error(read.trouble.sentence.en);
const prepared = unpackRules(packRules(read.value.shipped));
const shippedCount = layRules(read.value.shipped, null).rules.length;

describe('the rules of a workspace', () => {
  it('are none where there is no file', async () => {
    expect(await readWith(null)).toMatchObject({ troubles: [], rules: { length: shippedCount } });
  });

  it('come beside the shipped ones', async () => {
    const { ids, rules, troubles } = await readWith(`rules:\n${rule('my-rule', '恐怖如斯')}`);
    expect(troubles).toEqual([]);
    expect(rules.find(({ id }) => id === 'my-rule')).toMatchObject({ pack: 'user', points: 1 });
    expect(ids('此桥恐怖如斯')).toContain('my-rule');
  });

  it('replace a shipped rule of the same id, also a quantity', async () => {
    const { ids, rules } = await readWith(
      `rules:\n${rule(SHIPPED, '麻花')}${rule('quantity-human-age', '油条')}`,
    );
    expect(rules).toHaveLength(shippedCount);
    expect(ids('山村中学全校考上清华')).not.toContain(SHIPPED);
    expect(ids('买麻花')).toContain(SHIPPED);
    expect(ids('道长活到二百五十岁')).not.toContain('quantity-human-age');
    expect(ids('炸油条')).toContain('quantity-human-age');
  });

  it('switch shipped rules off, and are told where there is no such rule', async () => {
    const { ids, rules, troubles } = await readWith(
      `rules:\n  - { id: ${SHIPPED}, off: true }\n  - { id: quantity-human-age, off: true }\n  - { id: no-such, off: true }\n`,
    );
    expect(rules).toHaveLength(shippedCount - 2);
    expect(ids('山村中学全校考上清华,道长活到二百五十岁')).toEqual([]);
    expect(troubles).toEqual(['rules.yaml:4: rule no-such: there is no such rule to switch off or to weigh']);
  });

  it('may be written as the guide shows', async () => {
    const guide = readFileSync(join(import.meta.dirname, '../../docs/own-rules.md'), 'utf8');
    const { ids, troubles } = await readWith(/```yaml\n([^`]*)```/.exec(guide)?.[1] ?? '');
    expect(troubles).toEqual([]);
    expect(ids('中国奇迹研究院里的道长活到二百五十岁')).toEqual(['our-fake-agency']);
  });

  it('have a version that changes with the rule, so that counts are rebuilt', async () => {
    const versionOf = async (word: string) => {
      const { rules } = await readWith(`rules:\n${rule('my-rule', word)}`);
      return rules.find(({ id }) => id === 'my-rule')?.version;
    };
    const first = await versionOf('麻花');
    expect(await versionOf('麻花')).toBe(first);
    expect(await versionOf('油条')).not.toBe(first);
    expect(Number.isSafeInteger(first)).toBe(true);
  });
});

describe('a broken rule file', () => {
  it('loses only its broken rules, by name and line', async () => {
    const { ids, troubles } = await readWith(
      `pack: user\nrules:\n${rule('bad-points', '麻花').replace('points: 1', 'points: 99')}${rule('my-rule', '油条')}${rule('my-rule', '馒头')}`,
    );
    expect(troubles).toHaveLength(2);
    expect(troubles[0]).toMatch(/^rules\.yaml:3: rule bad-points: points: /);
    expect(troubles[1]).toMatch(/^rules\.yaml:7: rule my-rule: the id is used already/);
    expect(ids('炸油条')).toContain('my-rule');
  });

  const bomb = (): string => {
    const lines = ['a: &a [x,x,x,x,x,x,x,x,x]'];
    for (let at = 0; at < 8; at += 1) {
      lines.push(
        `${'bcdefghi'.charAt(at)}: &${'bcdefghi'.charAt(at)} [${Array(9)
          .fill(`*${'abcdefgh'.charAt(at)}`)
          .join(',')}]`,
      );
    }
    return lines.join('\n');
  };

  it.each<[string, string | Uint8Array]>([
    ['no YAML', 'rules: [\n  - {'],
    ['another kind of file', 'just text'],
    ['the wrong pack', `pack: shock\nrules:\n${rule('a-b', '麻花')}`],
    ['empty', ''],
    ['an alias bomb', bomb()],
    ['one key twice', `rules: []\nrules:\n${rule('a-b', '麻花')}`],
    ['nested too deep', '['.repeat(200_000)],
    ['not UTF-8', new Uint8Array([0xff, 0xfe, 0x41])],
    ['larger than 1 MB', '#'.repeat(1_000_001)],
    ['a thousand rules too many', `rules:\n${'  - 1\n'.repeat(5000)}`],
    [
      '1 MB of keys',
      Array.from({ length: 70_000 }, (_, at) => `k${at}: 1`)
        .join('\n')
        .slice(0, 999_990),
    ],
  ])('that is %s is told and does not stop the start', async (_, content) => {
    const { rules, troubles } = await readWith(content);
    expect(rules).toHaveLength(shippedCount);
    expect(troubles).toHaveLength(1);
    expect(troubles[0]).toMatch(/^rules\.yaml/);
  });

  it('does not hang on a pattern that explodes elsewhere, nor on one that is too large', async () => {
    const pattern = (id: string, source: string): string =>
      rule(id, '惊')
        .replace('[一惊, 二惊]', '[一惊惊, 二惊惊]')
        .replace('words: [惊]', () => `pattern: '${source}', needs: [惊]`);
    const { ids, troubles } = await readWith(
      `rules:\n${pattern('slow-one', '(惊+)+(惊+)+$')}${pattern('huge-one', '((惊{1,900}){1,900}){1,900}')}`,
    );
    expect(ids(`${'惊'.repeat(200_000)}呆`)).not.toContain('slow-one');
    expect(troubles).toHaveLength(1);
    expect(troubles[0]).toContain('rule huge-one');
    expect(ids('大惊惊')).toContain('slow-one');
  });

  it('names no more faults than can be read', async () => {
    const { troubles } = await readWith(`rules:\n${'  - 1\n'.repeat(900)}`);
    expect(troubles).toHaveLength(21);
    expect(troubles.at(-1)).toContain('880 more faults');
  });

  it('may be a folder', async () => {
    mkdirSync(join(folder, USER_RULES_NAME));
    expect(await readWith(null)).toMatchObject({ rules: { length: shippedCount }, troubles: { length: 1 } });
  });
});
