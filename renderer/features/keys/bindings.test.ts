import { describe, expect, it } from 'vitest';
import { ACTION_NAMES, actionOf } from './actions.ts';
import { actionFor, keysOf, refusalOf, withKey, withoutKey, withUsualKeys } from './bindings.ts';

describe('the table of keys', () => {
  it('gives no key to two actions', () => {
    const keys = ACTION_NAMES.flatMap((name) => keysOf(name, {}));
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  it('has nothing on a bare letter that cannot be taken back by one key', () => {
    const harmless = ['evidence', 'note', 'source', 'help', 'orders', 'views'];
    const bare = ACTION_NAMES.filter((name) => keysOf(name, {}).some((key) => /^[a-z]$/.test(key)));
    const undoable = bare.filter((name) => ['decide', 'move'].includes(actionOf(name).group));
    expect(bare.filter((name) => !undoable.includes(name) && !harmless.includes(name))).toEqual([]);
    expect(keysOf('undo', {}).every((key) => key.startsWith('Mod+'))).toBe(true);
  });

  it('spells every name as syllables', () => {
    for (const name of ACTION_NAMES) expect(actionOf(name).pinyin).toMatch(/^[a-z]+( [a-z]+)*$/);
  });
});

describe('bindings', () => {
  it('find the action of a key, on the desk or elsewhere', () => {
    expect(actionFor('1', {}, 'desk')).toBe('credible');
    expect(actionFor('1', {}, 'everywhere')).toBeNull();
    expect(actionFor('Mod+z', {}, 'everywhere')).toBe('undo');
    expect(actionFor('F9', {}, 'desk')).toBeNull();
  });

  it('follow the editor’s choice, and keep the platform’s keys', () => {
    const chosen = withKey('d', 'next', withoutKey('j', 'next', {}));
    expect(keysOf('next', chosen)).toEqual(['d', 'ArrowDown']);
    expect(actionFor('j', chosen, 'desk')).toBeNull();
    expect(keysOf('next', withUsualKeys('next', chosen))).toEqual(['j', 'ArrowDown']);
  });

  it('refuse a key of another action, one that is reserved, and a fifth', () => {
    expect(refusalOf('1', 'agree', {})).toEqual({ kind: 'clash', with: 'credible' });
    expect(refusalOf('Mod+z', 'skip', {})).toEqual({ kind: 'clash', with: 'undo' });
    for (const chord of ['Mod+c', 'Mod+v', 'Mod+q', 'Mod+9', 'Enter', 'Backspace', 'Mod+Shift+n'])
      expect([chord, refusalOf(chord, 'skip', {})]).toEqual([chord, { kind: 'reserved' }]);
    expect(refusalOf('x', 'skip', {})).toBeNull();
    expect(refusalOf('x', 'skip', { skip: ['q', 'w', 'r', 't'] })).toEqual({ kind: 'too-many' });
  });

  it('give back only those usual keys that are still free', () => {
    const chosen = { agree: ['Space'], skip: ['x'] };
    expect(keysOf('skip', withUsualKeys('skip', chosen))).toEqual([]);
  });
});
