import { describe, expect, it } from 'vitest';
import type { Result } from './batch.ts';
import { ONE_THREAD, oursFindings, peerFindings, raceTable, TWO_THREADS } from './batch-report.ts';

const result = (contender: string, lines: number, seconds: readonly number[], megabytes = 100): Result => ({
  contender,
  lines,
  runs: seconds.map((one) => ({ seconds: one, cpuSeconds: one, megabytes })),
  why: null,
});

const results = [
  result(ONE_THREAD, 10_000, [0.2, 0.25]),
  result(ONE_THREAD, 1_000_000, [4, 5], 130),
  result('fastText, characters', 10_000, [0.1, 0.1]),
  result('fastText, characters', 1_000_000, [2, 5]),
  result('natural, 1,000 labels', 10_000, [8.4, 10.4]),
];

describe('the report of a race', () => {
  it('compares round by round on the same size, and reckons the time of a peer that stopped before', () => {
    const starts = [result('natural, 1,000 labels', 1, [0.4, 0.4])];
    expect(peerFindings(results, starts)).toEqual([
      {
        what: 'jianwen, 1 thread against fastText, characters',
        unit: 'times',
        values: [0.5, 1],
        goal: { atLeast: 0.8 },
      },
      {
        what: 'jianwen, 1 thread against natural, 1,000 labels, reckoned from 10,000',
        unit: 'times',
        values: [800.4 / 4, 1000.4 / 5],
        goal: { atLeast: 300 },
      },
    ]);
  });

  it('says how time and memory grow, and sets goals on the last size alone', () => {
    const findings = oursFindings(results, [10_000, 1_000_000]);
    const figures = findings.flatMap((finding) => ('values' in finding ? [finding] : []));
    expect(
      figures.map(({ what, values, goal }) => [what.replace(`${ONE_THREAD}, `, ''), values, goal]),
    ).toEqual([
      ['10,000', [50_000, 40_000], undefined],
      ['10,000, memory', [100, 100], undefined],
      ['1,000,000', [250_000, 200_000], { atLeast: 300_000 }],
      ['1,000,000, memory', [130, 130], { atMost: 450 }],
      [
        '1,000,000 against 10,000, time per headline',
        [expect.closeTo(0.2), expect.closeTo(0.2)],
        { atMost: 1 },
      ],
      ['1,000,000 against 10,000, memory', [1.3, 1.3], { atMost: 1.2 }],
    ]);
    expect(findings).toContainEqual({
      what: `${TWO_THREADS}, 1,000,000`,
      why: 'not yet: the command has no --threads',
    });
  });

  it('has a row for everybody, also for who did not run', () => {
    const absent: Result = {
      contender: 'bogofilter',
      lines: 10_000,
      runs: [],
      why: 'ended with 1: no words',
    };
    const table = raceTable([...results, absent], 10_000).split('\n');
    expect(table[2]).toMatch(
      /^jianwen, 1 thread +0\.225 +0\.2\.\.0\.25 +44,400 +100 +0\.225 +1 +1 \[1\.\.1\]$/,
    );
    expect(table[4]).toMatch(/^natural, 1,000 labels .* 41\.8 \[41\.6\.\.42\]$/);
    expect(table[5]).toBe('bogofilter  ended with 1: no words'.replace('  ', ' '.repeat(13)));
  });
});
