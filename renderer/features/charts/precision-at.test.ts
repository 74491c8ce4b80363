import { describe, expect, it } from 'vitest';
import { precisionAt } from './precision-at.ts';

describe('precisionAt', () => {
  it('is that of the highest cut that finds enough', () => {
    const points = [
      { cut: 0.9, recall: 0.5, precision: 1 },
      { cut: 0.6, recall: 0.8, precision: 0.7 },
      { cut: 0.2, recall: 1, precision: 0.3 },
    ];
    expect([precisionAt(points, 0.8), precisionAt(points, 0.81)]).toEqual([0.7, 0.3]);
    expect(precisionAt([], 0.8)).toBe(null);
  });
});
