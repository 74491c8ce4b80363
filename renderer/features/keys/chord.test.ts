import { describe, expect, it } from 'vitest';
import { chordOf, chordText, type KeyPress } from './chord.ts';

const NONE: KeyPress = {
  key: '',
  code: '',
  keyCode: 0,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
};
const chord = (press: Partial<KeyPress>) => chordOf({ ...NONE, ...press });

describe('chordOf', () => {
  it('takes the physical digit, in the row and on the pad, under every layout', () => {
    expect(chord({ key: '1', code: 'Digit1' })).toBe('1');
    expect(chord({ key: '&', code: 'Digit1' })).toBe('1');
    expect(chord({ key: '١', code: 'Digit1' })).toBe('1');
    expect(chord({ key: '3', code: 'Numpad3' })).toBe('3');
    expect(chord({ key: 'ArrowDown', code: 'Numpad2' })).toBe('2');
    expect(chord({ key: '!', code: 'Digit1', shiftKey: true })).toBe('Shift+1');
  });

  it('takes the letter that is typed, and the physical one where that is not Latin', () => {
    expect(chord({ key: 'j', code: 'KeyJ' })).toBe('j');
    expect(chord({ key: 'J', code: 'KeyJ', shiftKey: true })).toBe('Shift+j');
    expect(chord({ key: 'о', code: 'KeyJ' })).toBe('j');
    expect(chord({ key: 'h', code: 'KeyJ' })).toBe('h');
    expect(chord({ key: 'z', code: 'KeyW', metaKey: true })).toBe('Mod+z');
    expect(chord({ key: 'я', code: 'KeyZ', ctrlKey: true })).toBe('Mod+z');
    expect(chord({ key: 'Z', code: 'KeyZ', ctrlKey: true, shiftKey: true })).toBe('Mod+Shift+z');
  });

  it('takes marks as they are typed, and where they stand in layouts without them', () => {
    expect(chord({ key: '/', code: 'Slash' })).toBe('/');
    expect(chord({ key: '?', code: 'Slash', shiftKey: true })).toBe('?');
    expect(chord({ key: '?', code: 'Minus', shiftKey: true })).toBe('?');
    expect(chord({ key: '、', code: 'Slash' })).toBe('/');
    expect(chord({ key: '？', code: 'Slash', shiftKey: true })).toBe('?');
    expect(chord({ key: '/', code: 'Digit7', shiftKey: true })).toBe('Shift+7');
    expect(chord({ key: ',', code: 'Comma', metaKey: true })).toBe('Mod+,');
    expect(chord({ key: ' ', code: 'Space' })).toBe('Space');
  });

  it('leaves composing, Alt and lone modifiers alone', () => {
    expect(chord({ key: '1', code: 'Digit1', isComposing: true })).toBeNull();
    expect(chord({ key: 'Process', code: 'Digit1', keyCode: 229 })).toBeNull();
    expect(chord({ key: '1', code: 'Digit1', altKey: true })).toBeNull();
    expect(chord({ key: '1', code: 'Digit1', ctrlKey: true, metaKey: true })).toBeNull();
    expect(chord({ key: 'Shift', code: 'ShiftLeft', shiftKey: true })).toBeNull();
    expect(chord({ key: 'Tab', code: 'Tab' })).toBeNull();
    expect(chord({ key: 'Escape', code: 'Escape' })).toBeNull();
    expect(chord({ key: 'F5', code: 'F5' })).toBeNull();
  });
});

describe('chordText', () => {
  it('writes a chord as the platform does', () => {
    expect(chordText('Mod+Shift+z', 'darwin', '空格')).toBe('⇧⌘Z');
    expect(chordText('Mod+Shift+z', 'linux', '空格')).toBe('Ctrl+Shift+Z');
    expect(chordText('Shift+ArrowDown', 'win32', '空格')).toBe('Shift+↓');
    expect(chordText('Space', 'linux', '空格')).toBe('空格');
    expect(['1', 'j', '/', '?', '+', 'Mod+='].map((one) => chordText(one, 'linux', ''))).toEqual([
      '1',
      'j',
      '/',
      '?',
      '+',
      'Ctrl+=',
    ]);
  });
});
