import { describe, expect, it } from 'vitest';
import { balanceAdvice } from './balance-advice.ts';

describe('balanceAdvice', () => {
  it.each([
    [0, 0, 'advice.none', 0],
    [0, 5, 'advice.lacks.yes', 10],
    [5, 0, 'advice.lacks.no', 10],
    [3, 50, 'advice.few.yes', 7],
    [50, 9, 'advice.few.no', 1],
    [10, 51, 'advice.more.yes', 0],
    [51, 10, 'advice.more.no', 0],
    [10, 50, 'advice.good', 0],
  ] as const)('of %i and %i', (yes, no, key, count) => {
    expect(balanceAdvice({ yes, no })).toEqual({ key, count });
  });
});
