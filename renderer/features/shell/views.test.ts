import { describe, expect, it } from 'vitest';
import { viewOfKey } from './views.ts';

const NONE = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

describe('viewOfKey', () => {
  it('goes by the digit with Ctrl or Cmd, on the row or the pad', () => {
    expect(viewOfKey({ ...NONE, code: 'Digit1', ctrlKey: true })).toBe('desk');
    expect(viewOfKey({ ...NONE, code: 'Digit2', metaKey: true })).toBe('model');
    expect(viewOfKey({ ...NONE, code: 'Numpad2', ctrlKey: true })).toBe('model');
  });

  it('leaves plain digits to the decisions, and other keys alone', () => {
    expect(viewOfKey({ ...NONE, code: 'Digit1' })).toBe(null);
    expect(viewOfKey({ ...NONE, code: 'Digit9', ctrlKey: true })).toBe(null);
    expect(viewOfKey({ ...NONE, code: 'Digit1', ctrlKey: true, shiftKey: true })).toBe(null);
    expect(viewOfKey({ ...NONE, code: 'Digit1', ctrlKey: true, metaKey: true })).toBe(null);
    expect(viewOfKey({ ...NONE, code: 'KeyZ', ctrlKey: true })).toBe(null);
  });
});
