import { describe, expect, it } from 'vitest';
import { ACTION_NAMES } from './actions.ts';
import { findActions } from './find-actions.ts';

const found = (typed: string) => findActions(typed, ACTION_NAMES);

describe('findActions', () => {
  it('finds by Chinese, by spelling, by initials and by English', () => {
    expect(found('撤销')).toContain('undo');
    expect(found('chexiao')).toEqual(['undo']);
    expect(found('cx')).toContain('undo');
    expect(found('undo')).toContain('undo');
    expect(found('Export lab')).toEqual(['export']);
    expect(found('kx')).toEqual(['credible']);
  });

  it('gives all for nothing, and nothing for what is not there', () => {
    expect(found(' ')).toEqual(ACTION_NAMES);
    expect(found('zzz')).toEqual([]);
  });
});
