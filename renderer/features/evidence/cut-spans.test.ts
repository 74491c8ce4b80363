import { describe, expect, it } from 'vitest';
import { cutSpans } from './cut-spans.ts';

describe('cutSpans', () => {
  it('cuts a text at its spans, whatever their order, and loses nothing', () => {
    const text = '补贴拖欠5年:被罚';
    const parts = cutSpans(text, [
      { start: 7, end: 9 },
      { start: 4, end: 6 },
      { start: 5, end: 6 },
      { start: 2, end: 2 },
    ]);
    expect(parts.map((part) => part.text).join('')).toBe(text);
    expect(parts.filter((part) => part.inside).map((part) => part.text)).toEqual(['5年', '被罚']);
    expect(cutSpans('', [])).toEqual([]);
  });
});
