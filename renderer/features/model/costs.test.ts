import { describe, expect, it } from 'vitest';
import { costsOf, isSameTable, worthsOf } from './costs.ts';

describe('worthsOf', () => {
  it('reads costs in looks, within the sliders', () => {
    expect(worthsOf({ miss: 4, falseAlarm: 4, look: 1 })).toEqual({ miss: 4, falseAlarm: 4 });
    expect(worthsOf({ miss: 10, falseAlarm: 5, look: 2 })).toEqual({ miss: 5, falseAlarm: 2.5 });
    expect(worthsOf({ miss: 900, falseAlarm: 0.1, look: 1 })).toEqual({ miss: 20, falseAlarm: 1 });
  });

  it('is turned back into the same table', () => {
    const worths = { miss: 7.5, falseAlarm: 3 };
    expect(isSameTable(costsOf(worths), worths)).toBe(true);
    expect(isSameTable({ miss: 15, falseAlarm: 6, look: 2 }, worths)).toBe(true);
    expect(isSameTable({ miss: 900, falseAlarm: 3, look: 1 }, { miss: 20, falseAlarm: 3 })).toBe(false);
  });
});
