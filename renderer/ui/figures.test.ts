import { describe, expect, it } from 'vitest';
import { perHundred, share, thousands, twoDigits } from './figures.ts';

describe('figures', () => {
  it('are short and keep their ends', () => {
    expect([share(0), share(0.126), share(1)]).toEqual(['0%', '13%', '100%']);
    expect([twoDigits(1), twoDigits(0.926)]).toEqual(['1.00', '0.93']);
    expect([perHundred(0), perHundred(3.44), perHundred(9.96), perHundred(42.4)]).toEqual([
      '0.0',
      '3.4',
      '10',
      '42',
    ]);
    expect(thousands(2484)).toBe('2,484');
  });
});
