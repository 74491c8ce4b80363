import { type Result, runsOf, secondsOf } from './batch.ts';
import { alignedTable, type Figure, type Finding, type Goal, plain } from './figure.ts';
import type { Run } from './measure.ts';
import { extrapolated, median, ratios, spread } from './statistics.ts';

export const ONE_THREAD = 'jianwen, 1 thread';
export const TWO_THREADS = 'jianwen, 2 threads';

/** The goals are set for so many headlines: with fewer, start-up weighs more. */
const GOAL_LINES = 1_000_000;
const MOST_MEGABYTES = 450;
const FLAT = 1.2;

/** How many times as fast as a peer we want to be, on one thread and on two. */
const PEER_GOALS: Readonly<Record<string, { one: number; two?: number }>> = {
  'fastText, characters': { one: 0.8, two: 1.4 },
  'scikit-learn with jieba': { one: 25 },
  bogofilter: { one: 15 },
  'natural, 1,000 labels': { one: 300 },
};

/** Everybody on one size: time with its ends, rate, memory, use of the processors, and time against ours. */
export function raceTable(results: readonly Result[], lines: number): string {
  const ours = secondsOf(runsOf(results, ONE_THREAD, lines));
  const rows = results
    .filter((result) => result.lines === lines)
    .map(({ contender, runs, why }) =>
      why === null ? raceRow(contender, lines, runs, ours) : [contender, why],
    );
  const head = ['who', 's', 'min..max', 'headlines/s', 'MB', 'CPU s', 'CPU/wall', 'time / ours on 1 thread'];
  return alignedTable(head, rows);
}

function raceRow(contender: string, lines: number, runs: readonly Run[], ours: readonly number[]): string[] {
  const seconds = secondsOf(runs);
  return [
    contender,
    plain(median(seconds)),
    rangeOf(seconds),
    plain(lines / median(seconds)),
    plainOrDash(runs.map(({ megabytes }) => megabytes)),
    plainOrDash(runs.map(({ cpuSeconds }) => cpuSeconds)),
    plainOrDash(runs.map((run) => (run.cpuSeconds === null ? null : run.cpuSeconds / run.seconds))),
    ours.length === 0 ? '-' : withRange(ratios(seconds, ours)),
  ];
}

/** Our own figures: rate and memory at every size, and how time and memory grow from the first size to the last. */
export function oursFindings(results: readonly Result[], sizes: readonly number[]): Finding[] {
  const findings: Finding[] = [];
  for (const [contender, least] of [
    [ONE_THREAD, 300_000],
    [TWO_THREADS, 500_000],
  ] as const) {
    for (const lines of sizes) {
      const result = results.find((one) => one.contender === contender && one.lines === lines);
      const what = `${contender}, ${lines.toLocaleString('en-US')}`;
      if (result === undefined || result.why !== null)
        findings.push({ what, why: result?.why ?? 'not yet: the command has no --threads' });
      else findings.push(...sizeFigures(what, result, least));
    }
    findings.push(...growth(results, contender, sizes));
  }
  return findings;
}

function sizeFigures(what: string, { runs, lines }: Result, least: number): Figure[] {
  const rates = secondsOf(runs).map((seconds) => lines / seconds);
  const atGoal = lines >= GOAL_LINES;
  return [
    { what, unit: '/s', values: rates, ...goalIf(atGoal, { atLeast: least }) },
    ...known(`${what}, memory`, 'MB', megabytesOf(runs), goalIf(atGoal, { atMost: MOST_MEGABYTES })),
  ];
}

function growth(results: readonly Result[], contender: string, sizes: readonly number[]): Figure[] {
  const [first = 0, last = 0] = [sizes[0], sizes.at(-1)];
  const few = runsOf(results, contender, first);
  const many = runsOf(results, contender, last);
  if (first === last || few.length === 0 || many.length === 0) return [];
  const what = `${contender}, ${last.toLocaleString('en-US')} against ${first.toLocaleString('en-US')}`;
  const each = (runs: readonly Run[], lines: number): number[] => secondsOf(runs).map((time) => time / lines);
  return [
    {
      what: `${what}, time per headline`,
      unit: 'times',
      values: ratios(each(many, last), each(few, first)),
      goal: { atMost: 1 },
    },
    ...known(`${what}, memory`, 'times', ratios(megabytesOf(many), megabytesOf(few)), {
      goal: { atMost: FLAT },
    }),
  ];
}

/**
 * How many times as fast as each peer we are, on the largest size that we ran. A peer that did not run it is counted at
 * its own largest one, start-up once and the rest in proportion.
 */
export function peerFindings(results: readonly Result[], starts: readonly Result[]): Finding[] {
  return Object.entries(PEER_GOALS).flatMap(([peer, { one, two }]) => [
    ...against(results, starts, peer, ONE_THREAD, one),
    ...(two === undefined ? [] : against(results, starts, peer, TWO_THREADS, two)),
  ]);
}

function against(
  results: readonly Result[],
  starts: readonly Result[],
  peer: string,
  contender: string,
  atLeast: number,
): Figure[] {
  const mine = results.findLast((one) => one.contender === contender && one.runs.length > 0);
  const all = results.filter((one) => one.contender === peer && one.runs.length > 0);
  const theirs = all.find(({ lines }) => lines === mine?.lines) ?? all.at(-1);
  if (mine === undefined || theirs === undefined) return [];
  const same = theirs.lines === mine.lines;
  const start = median(secondsOf(runsOf(starts, peer, 1)));
  const seconds = secondsOf(theirs.runs).map((time) =>
    same ? time : extrapolated(time, start, theirs.lines, mine.lines),
  );
  const reckoned = same ? '' : `, reckoned from ${theirs.lines.toLocaleString('en-US')}`;
  return [
    {
      what: `${contender} against ${peer}${reckoned}`,
      unit: 'times',
      values: ratios(seconds, secondsOf(mine.runs)),
      ...goalIf(mine.lines >= GOAL_LINES, { atLeast }),
    },
  ];
}

function megabytesOf(runs: readonly Run[]): number[] {
  return runs.flatMap(({ megabytes }) => (megabytes === null ? [] : [megabytes]));
}

function known(
  what: string,
  unit: Figure['unit'],
  values: readonly number[],
  goal: Pick<Figure, 'goal'>,
): Figure[] {
  return values.length === 0 ? [] : [{ what, unit, values, ...goal }];
}

function goalIf(holds: boolean, goal: Goal): Pick<Figure, 'goal'> {
  return holds ? { goal } : {};
}

function plainOrDash(values: readonly (number | null)[]): string {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? '-' : plain(median(known));
}

function withRange(values: readonly number[]): string {
  return `${plain(median(values))} [${rangeOf(values)}]`;
}

function rangeOf(values: readonly number[]): string {
  const { least, most } = spread(values);
  return `${plain(least)}..${plain(most)}`;
}
