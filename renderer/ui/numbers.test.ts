import { describe, expect, it } from 'vitest';
import { percent, points, shorten } from './numbers.ts';

describe('numbers', () => {
  it('never promise certainty', () => {
    expect([0.0001, 0.0149, 0.5, 0.9899, 0.99999].map(percent)).toEqual(['<1%', '1%', '50%', '99%', '>99%']);
  });

  it('carry their sign', () => {
    expect([1.404, -0.321, 0.001, -0.001].map(points)).toEqual(['+1.40', '−0.32', '0.00', '0.00']);
  });

  it('are cut between characters', () => {
    expect(shorten('一二三', 3)).toBe('一二三');
    expect(shorten('一😀三四', 3)).toBe('一😀…');
  });
});
