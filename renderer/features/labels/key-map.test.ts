import { describe, expect, it } from 'vitest';
import { commandOf, DECISIONS, type KeyPress } from './key-map.ts';

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
const command = (press: Partial<KeyPress>, inField = false) => commandOf({ ...NONE, ...press }, inField);

describe('commandOf', () => {
  it('labels by the physical digit, in the row and on the pad, under every layout', () => {
    for (const { key, label } of DECISIONS) {
      expect(command({ key, code: `Digit${key}` })).toEqual({ kind: 'label', label });
      expect(command({ key: '&', code: `Digit${key}` })).toEqual({ kind: 'label', label });
      expect(command({ key, code: `Numpad${key}` })).toEqual({ kind: 'label', label });
    }
    expect(command({ key: '5', code: 'Digit5' })).toBeNull();
  });

  it('moves by arrows and by j and k, also under a layout without Latin letters', () => {
    expect(command({ key: 'ArrowDown', code: 'ArrowDown' })).toEqual({ kind: 'move', by: 1 });
    expect(command({ key: 'k', code: 'KeyK' })).toEqual({ kind: 'move', by: -1 });
    expect(command({ key: 'о', code: 'KeyJ' })).toEqual({ kind: 'move', by: 1 });
    expect(command({ key: 'h', code: 'KeyJ' })).toBeNull();
  });

  it('undoes with Ctrl or Cmd, not with Shift', () => {
    expect(command({ key: 'z', code: 'KeyZ', ctrlKey: true })).toEqual({ kind: 'undo' });
    expect(command({ key: 'z', code: 'KeyW', metaKey: true })).toEqual({ kind: 'undo' });
    expect(command({ key: 'я', code: 'KeyZ', ctrlKey: true })).toEqual({ kind: 'undo' });
    expect(command({ key: 'Z', code: 'KeyZ', ctrlKey: true, shiftKey: true })).toBeNull();
    expect(command({ key: 'z', code: 'KeyZ' })).toBeNull();
  });

  it('leaves composing, fields and the chords of the system alone', () => {
    expect(command({ key: '1', code: 'Digit1', isComposing: true })).toBeNull();
    expect(command({ key: 'Process', code: 'Digit1', keyCode: 229 })).toBeNull();
    expect(command({ key: '1', code: 'Digit1' }, true)).toBeNull();
    expect(command({ key: '1', code: 'Digit1', altKey: true })).toBeNull();
    expect(command({ key: '1', code: 'Digit1', ctrlKey: true })).toBeNull();
    expect(command({ key: '!', code: 'Digit1', shiftKey: true })).toBeNull();
  });
});
