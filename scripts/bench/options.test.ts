import { describe, expect, it } from 'vitest';
import { PARTS, readOptions } from './options.ts';

describe('the options of the benchmark', () => {
  it('run everything five times when none is given, three times when it is to be quick', () => {
    expect(readOptions([])).toEqual({
      corpus: null,
      rounds: 5,
      quick: false,
      json: false,
      only: PARTS,
      patience: 60,
    });
    expect(readOptions(['--quick']).rounds).toBe(3);
    expect(readOptions(['--quick', '--rounds', '7']).rounds).toBe(7);
    expect(readOptions(['--only', 'start,batch']).only).toEqual(['start', 'batch']);
  });

  it('are refused with the usage when they are wrong', () => {
    for (const argv of [['--rounds', '0'], ['--rounds', 'x'], ['--only', 'tea'], ['--slow'], ['file']])
      expect(() => readOptions(argv), argv.join(' ')).toThrow(/--patience SECONDS/);
  });
});
