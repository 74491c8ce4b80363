import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { AXES, type Axis } from '#classifier/core/axis.ts';
import { nearCopyGroups } from '#classifier/core/near-copy-groups.ts';
import { kappa } from '../../tests/helpers/kappa.ts';
import { readLabelLines } from './label-lines.ts';

const root = new URL('../../labels/', import.meta.url);
const open = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const { records, troubles } = readLabelLines(open('starter.jsonl'));
const labels = records.map(({ record }) => record);
const passes = open('starter-passes.csv')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((row) => row.split(',').map((cell) => cell === 'true'));

function column(pass: 0 | 1, axis: Axis): boolean[] {
  return passes.map((row) => row[1 + pass * 2 + AXES.indexOf(axis)] === true);
}

const count = (test: (label: (typeof labels)[number]) => boolean): number => labels.filter(test).length;

describe('labels/starter.jsonl', () => {
  it('is large, varied and hard enough', () => {
    expect(troubles).toEqual([]);
    expect(labels.length).toBeGreaterThanOrEqual(1800);
    expect(new Set(labels.map((label) => label.rest.topic)).size).toBeGreaterThanOrEqual(40);
    expect(count((label) => label.rest.difficulty === 'hard') / labels.length).toBeGreaterThanOrEqual(0.4);
    const lengths = labels.map((label) => label.text.length);
    expect([Math.min(...lengths), Math.max(...lengths)]).toEqual([8, 50]);
  });

  it('holds no headline twice and no near-copies, of itself or of the sample list', () => {
    const sample = readLabelLines(open('zigong.jsonl')).records.map(({ record }) => record.text);
    const firsts = nearCopyGroups([...sample, ...labels.map((label) => label.text)]);
    const copies = [...firsts].filter((first, at) => at >= sample.length && first !== at);
    expect(copies).toEqual([]);
  });

  it('says yes only where both passes did, and flags where they differ', () => {
    labels.forEach((label, at) => {
      for (const axis of AXES) {
        const answers = [column(0, axis)[at], column(1, axis)[at]];
        expect(label[axis]).toBe(answers.every(Boolean));
        if (answers[0] !== answers[1])
          expect(label).toMatchObject({ arguable: true, note: expect.stringMatching(/可议/) });
      }
    });
  });

  it('has the counts and the agreement that labels/STARTER.md states', () => {
    const datasheet = open('STARTER.md');
    const stated = [
      `只耸动 sensational only | ${count((label) => label.sensational && !label.implausible)}`,
      `只离奇 implausible only | ${count((label) => !label.sensational && label.implausible)}`,
      `两者 both | ${count((label) => label.sensational && label.implausible)}`,
      `可信 credible | ${count((label) => !label.sensational && !label.implausible)}`,
      `难例 hard | ${count((label) => label.rest.difficulty === 'hard')}`,
      `可议 arguable | ${count((label) => label.arguable === true)}`,
      ...AXES.map((axis) => `κ ${axis} = ${kappa(column(0, axis), column(1, axis)).toFixed(2)}`),
    ];
    for (const line of stated) expect(datasheet).toContain(line);
  });
});
