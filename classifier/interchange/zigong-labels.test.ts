import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { AXES, type Axis } from '#classifier/core/axis.ts';
import { kappa } from '../../tests/helpers/kappa.ts';
import { readLabelLines } from './label-lines.ts';
import { readList } from './read-list.ts';

const root = new URL('../../', import.meta.url);
const open = (path: string) => readFileSync(new URL(path, root), 'utf8');
const { records, troubles } = readLabelLines(open('labels/zigong.jsonl'));
const labels = records.map(({ record }) => record);
const passes = open('labels/zigong-passes.csv')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((row) => row.split(',').map((cell) => cell === 'true'));

function column(pass: 0 | 1, axis: Axis): boolean[] {
  return passes.map((row) => row[1 + pass * 2 + AXES.indexOf(axis)] === true);
}

describe('labels/zigong.jsonl', () => {
  it('holds exactly the headlines of the seed list, in order, every line valid', () => {
    const list = readList(open('seeds/004_783cbe47843b3da7.txt'));
    expect(troubles).toEqual([]);
    expect(labels.map((label) => label.text)).toEqual(list.ok && list.value.items.map((item) => item.text));
    expect(labels).toHaveLength(84);
  });

  it('follows the examples of the guide', () => {
    const answer = (part: string) => {
      const found = labels.filter((label) => label.text.includes(part));
      return found.map(({ sensational, implausible }) => [sensational, implausible]);
    };
    for (const part of ['白改黑', '荣县远程影像诊断中心正式启用', '魏明伦文学馆盛大开馆']) {
      expect(answer(part)).toEqual([[false, false]]);
    }
    for (const part of ['面子工程害人', '鬼城']) expect(answer(part)).toEqual([[true, false]]);
    for (const part of ['恐龙宠物', '恐龙灭绝密码']) expect(answer(part)).toEqual([[false, true]]);
    for (const part of ['反正打不死人', '十年僵尸肉']) expect(answer(part)).toEqual([[true, true]]);
  });

  it('says yes only where both passes did, and flags with a note where they differ', () => {
    for (const [i, label] of labels.entries()) {
      for (const axis of AXES) {
        const answers = [column(0, axis)[i], column(1, axis)[i]];
        expect(label[axis]).toBe(answers.every(Boolean));
        if (answers[0] !== answers[1]) expect(label.arguable).toBe(true);
      }
      if (label.arguable) expect(label.note).toMatch(/可议/);
    }
  });

  it('has the counts and the agreement that labels/README.md states', () => {
    const count = (test: (label: (typeof labels)[number]) => boolean) => labels.filter(test).length;
    const readme = open('labels/README.md');
    const stated = [
      `耸动 sensational | ${count((label) => label.sensational)}`,
      `离奇 implausible | ${count((label) => label.implausible)}`,
      `两者 both | ${count((label) => label.sensational && label.implausible)}`,
      `可信 credible | ${count((label) => !label.sensational && !label.implausible)}`,
      `可议 arguable | ${count((label) => label.arguable === true)}`,
      ...AXES.map((axis) => `κ ${axis} = ${kappa(column(0, axis), column(1, axis)).toFixed(2)}`),
    ];
    for (const line of stated) expect(readme).toContain(line);
  });
});
