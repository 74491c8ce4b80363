import { describe, expect, it } from 'vitest';
import { readOptions } from './options.ts';

describe('the options of the soak', () => {
  it('are an hour and 200 headlines a second when none is given', () => {
    expect(readOptions([])).toEqual({ minutes: 60, rate: 200, plot: null });
    expect(readOptions(['--minutes', '2', '--rate', '50', '--plot', 'a.svg'])).toEqual({
      minutes: 2,
      rate: 50,
      plot: 'a.svg',
    });
  });

  it.each([['--minutes', 'abc'], ['--minutes', '0'], ['--rate', 'x'], ['--hours', '2'], ['60']])(
    'are refused with the usage when they are wrong: %s %s',
    (...argv) => {
      expect(() => readOptions(argv)).toThrow(/--minutes +how long/);
    },
  );
});
