import { describe, expect, it } from 'vitest';
import { classBalanceOf, unbalancedAxes } from './class-balance.ts';

function labels(yes: number, no: number, unanswered = 0) {
  return [true, false, null].flatMap((sensational, at) =>
    Array.from({ length: [yes, no, unanswered][at] as number }, () => ({
      label: { sensational, implausible: null },
    })),
  );
}

describe('class balance', () => {
  it('counts answers and leaves out what is not answered', () => {
    expect(classBalanceOf(labels(2, 3, 4))).toEqual({
      sensational: { yes: 2, no: 3 },
      implausible: { yes: 0, no: 0 },
    });
  });

  it('names an axis beyond four to one, either way, and none without answers', () => {
    expect(unbalancedAxes(classBalanceOf(labels(1, 4)))).toEqual([]);
    expect(unbalancedAxes(classBalanceOf(labels(1, 5)))).toEqual(['sensational']);
    expect(unbalancedAxes(classBalanceOf(labels(5, 1)))).toEqual(['sensational']);
    expect(unbalancedAxes(classBalanceOf(labels(3, 0)))).toEqual(['sensational']);
    expect(unbalancedAxes(classBalanceOf([]))).toEqual([]);
  });
});
