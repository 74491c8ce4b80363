import { describe, expect, it } from 'vitest';
import { randomMissing } from './random-missing.ts';

const NEEDS = { labels: 40, each: 8 };

describe('randomMissing', () => {
  it('counts what lacks in all, or of one answer', () => {
    expect(randomMissing({ yes: 0, no: 0 }, NEEDS)).toBe(40);
    expect(randomMissing({ yes: 2, no: 37 }, NEEDS)).toBe(6);
    expect(randomMissing({ yes: 0, no: 90 }, NEEDS)).toBe(8);
    expect(randomMissing({ yes: 8, no: 32 }, NEEDS)).toBe(0);
  });
});
