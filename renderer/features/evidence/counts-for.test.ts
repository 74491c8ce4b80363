import { expect, it } from 'vitest';
import { LABEL_WEIGHT } from '#classifier/store/workspace.ts';
import { en } from '../../strings/en.ts';
import { zh } from '../../strings/zh.ts';
import { COUNTS_FOR } from './counts-for.ts';

it('tells the weights that the store gives to labels', () => {
  const { desk, shipped } = COUNTS_FOR;
  expect({ starter: shipped, desk, import: desk }).toEqual(LABEL_WEIGHT);
});

it('never calls a weighted count a number of headlines', () => {
  for (const axis of ['sensational', 'implausible'] as const) {
    expect(zh[`evidence.support.${axis}`]).not.toContain('条');
    expect(en[`evidence.support.${axis}`]).not.toMatch(/^in /);
  }
});
