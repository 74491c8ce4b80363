import { describe, expect, it } from 'vitest';
import { dayAt } from './day.ts';

describe('dayAt', () => {
  it('begins and ends at midnight of the place, across months and years', () => {
    const now = new Date(2026, 0, 1, 9, 30);
    expect(dayAt(now, 0)).toEqual({
      day: '2026-01-01',
      from: new Date(2026, 0, 1).toISOString(),
      to: new Date(2026, 0, 2).toISOString(),
    });
    expect(dayAt(now, -1).day).toBe('2025-12-31');
    expect(dayAt(now, -1).to).toBe(dayAt(now, 0).from);
    expect(dayAt(new Date(2028, 1, 28, 23, 59), 1).day).toBe('2028-02-29');
  });
});
