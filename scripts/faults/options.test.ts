import { describe, expect, it } from 'vitest';
import { FAULT_NAMES } from './fault-points.ts';
import { readOptions } from './options.ts';

describe('the options of the faults', () => {
  it('end everything five hundred times when none is given', () => {
    expect(readOptions([])).toEqual({ rounds: 500, seed: 1, points: FAULT_NAMES });
  });

  it('end what is named as often as is said', () => {
    const argv = ['--rounds', '20', '--seed', '7', '--point', 'undo', '--point', 'label'];
    expect(readOptions(argv)).toEqual({ rounds: 20, seed: 7, points: ['label', 'undo'] });
  });

  it.each([
    ['--rounds', 'abc'],
    ['--rounds', '0'],
    ['--seed', 'x'],
    ['--point', 'typo'],
    ['--pont', 'label'],
    ['label'],
  ])('are refused with the usage when they are wrong: %s %s', (...argv) => {
    expect(() => readOptions(argv)).toThrow(/--point +only this/);
  });
});
