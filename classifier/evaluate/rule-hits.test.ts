import { describe, expect, it } from 'vitest';
import type { Rule } from '#classifier/core/rule.ts';
import { createSignFinder } from '#classifier/core/sign-finder.ts';
import { TEST_RULES, testReader } from '../../tests/helpers/headlines.ts';
import { ruleHitTable } from './rule-hits.ts';

const headline = (text: string, sensational: boolean | null, implausible: boolean | null) => ({
  text,
  label: { sensational, implausible },
  topic: null,
  difficulty: null,
});

describe('ruleHitTable', () => {
  it('counts hits by answer and moves the points towards what the labels say', () => {
    const corpus = [
      headline('震惊村民', true, null),
      headline('震惊世界', true, false),
      headline('震惊!市政府发布', false, false),
      headline('恐龙化石', null, false),
      ...Array.from({ length: 60 }, (_, at) => headline(`恐龙馆第${at}天`, false, false)),
    ];
    const table = new Map(
      ruleHitTable(corpus, { reader: testReader(), rules: [...TEST_RULES.values()] }).map((row) => [
        row.id,
        row,
      ]),
    );
    expect(table.get('shock')).toMatchObject({ yes: 2, no: 1, overlap: 1 / 3 });
    const dinosaur = table.get('living-dinosaur');
    expect(dinosaur).toMatchObject({ yes: 0, no: 61, overlap: 0 });
    expect(dinosaur?.suggested).toBeLessThan(dinosaur?.points as number);
  });

  it('suggests no more points than a rule may have at most', () => {
    const rule = { ...(TEST_RULES.get('shock') as Rule), points: 0.7, most: 0.7 };
    const corpus = [
      ...Array.from({ length: 20 }, (_, at) => headline(`震惊村民${at}`, true, null)),
      ...Array.from({ length: 20 }, (_, at) => headline(`村民${at}`, false, null)),
    ];
    const [row] = ruleHitTable(corpus, { reader: testReader(), rules: [rule] });
    expect(row).toMatchObject({ id: 'shock', suggested: 0.7 });
  });

  it('reads a headline as scoring does', () => {
    const signs = createSignFinder({
      rules: [
        {
          rule: TEST_RULES.get('shock') as Rule,
          condition: { kind: 'words', words: ['活到180岁'], atLeast: 1 },
          unless: [],
        },
      ],
      classes: [],
    });
    const [row] = ruleHitTable([headline('【快讯】广西老人活到 180 岁仍能下地', true, null)], {
      reader: testReader(signs),
      rules: [TEST_RULES.get('shock') as Rule],
    });
    expect(row).toMatchObject({ yes: 1, no: 0 });
  });
});
