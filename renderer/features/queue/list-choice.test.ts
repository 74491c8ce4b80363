import { describe, expect, it } from 'vitest';
import { EVERYTHING, filtersOf, isSameChoice, queryOf, without } from './list-choice.ts';

describe('list choices', () => {
  it('name what narrows them, and can do without some of it', () => {
    const choice = { ...EVERYTHING, search: '恐龙', labelled: false, flagged: false };
    expect(filtersOf(EVERYTHING)).toEqual([]);
    expect(filtersOf(choice)).toEqual(['search', 'labelled', 'flagged']);
    expect(without(choice, ['search', 'flagged'])).toEqual({ ...EVERYTHING, labelled: false });
  });

  it('are the same whatever the order of their fields', () => {
    const { sort, ...rest } = EVERYTHING;
    expect(isSameChoice(EVERYTHING, { ...rest, sort })).toBe(true);
    expect(isSameChoice(EVERYTHING, { ...EVERYTHING, fold: false })).toBe(false);
  });

  it('turn days into moments by the calendar of this place', () => {
    const now = new Date(2026, 2, 1, 15, 30);
    const asked = (labelledIn: typeof EVERYTHING.labelledIn) =>
      queryOf({ ...EVERYTHING, labelledIn }, now).labelledIn;
    const at = (...parts: [number, number, number]) => new Date(...parts).toISOString();
    expect(asked({ kind: 'last', days: 1 })).toEqual({ from: at(2026, 2, 1), to: null });
    expect(asked({ kind: 'last', days: 7 })).toEqual({ from: at(2026, 1, 23), to: null });
    expect(asked({ kind: 'between', from: '2026-02-27', to: '2026-02-28' })).toEqual({
      from: at(2026, 1, 27),
      to: at(2026, 2, 1),
    });
    expect(asked({ kind: 'between', from: null, to: null })).toEqual({ from: null, to: null });
    expect('fold' in queryOf(EVERYTHING, now)).toBe(false);
  });
});
