import { describe, expect, it } from 'vitest';
import { alignedTable, figureTable, isMet, plain } from './figure.ts';

describe('a figure', () => {
  it('reaches its goal by its median', () => {
    const values = [100, 160, 140];
    expect(isMet({ what: 'start', unit: 'ms', values, goal: { atMost: 150 } })).toBe(true);
    expect(isMet({ what: 'start', unit: 'ms', values, goal: { atMost: 139 } })).toBe(false);
    expect(isMet({ what: 'rate', unit: '/s', values, goal: { atLeast: 140 } })).toBe(true);
    expect(isMet({ what: 'rate', unit: '/s', values, goal: { atLeast: 141 } })).toBe(false);
    expect(isMet({ what: 'rate', unit: '/s', values })).toBeNull();
  });

  it('is printed to three figures', () => {
    expect([352_951, 12.36, 0.01567, 1].map(plain)).toEqual(['353,000', '12.4', '0.0157', '1']);
  });

  it('stands in a table with its ends and its goal, and what was not measured with the reason', () => {
    const table = figureTable([
      { what: 'rate', unit: '/s', values: [310_000, 290_000, 330_000], goal: { atLeast: 300_000 } },
      { what: 'start', unit: 'ms', values: [200], goal: { atMost: 150 } },
      { what: 'a peer', why: 'not installed: apt-get install it' },
    ]);
    expect(table.split('\n').map((line) => line.split(/ {2,}/))).toEqual([
      ['what', 'median', 'min..max', 'goal'],
      ['------', '---------', '----------------', '----------', '-------'],
      ['rate', '310,000/s', '290,000..330,000', '>= 300,000', 'met'],
      ['start', '200 ms', '<= 150', 'NOT MET'],
      ['a peer', 'not installed: apt-get install it'],
      [''],
    ]);
  });

  it('keeps a reason beside what it is about', () => {
    const table = figureTable([
      { what: 'labels', why: 'not yet' },
      { what: 'something longer', why: 'none' },
    ]);
    expect(table.split('\n').slice(2, 4)).toEqual(['labels            not yet', 'something longer  none']);
  });

  it('leaves the columns in line', () => {
    const lines = alignedTable(['a', 'b', 'c'], [['long name', '1', 'x']]).split('\n');
    expect(lines[0]?.indexOf('c')).toBe(lines[2]?.indexOf('x'));
  });
});
