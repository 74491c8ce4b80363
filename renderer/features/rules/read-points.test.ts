import { expect, it } from 'vitest';
import { readPoints } from './read-points.ts';

it('takes points within their bounds, and no others', () => {
  expect(['1.5', ' 2', '-3', '4'].map(readPoints)).toEqual([1.5, 2, -3, 4]);
  expect(['', ' ', '0', '4.1', '-3.1', 'x', '１'].map(readPoints)).toEqual(Array(7).fill(undefined));
});
