import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Feed } from './bench-files.ts';
import type { Contender } from './contender.ts';
import { measure, type Run } from './measure.ts';
import { extrapolated, median } from './statistics.ts';

/** How a contender did on one feed: a run a round, or why there is none. */
export interface Result {
  readonly contender: string;
  readonly lines: number;
  readonly runs: readonly Run[];
  /** Null where there are runs. */
  readonly why: string | null;
}

export interface Patience {
  readonly rounds: number;
  /** A run that is expected to take longer is not begun. */
  readonly seconds: number;
}

/** A run gets this many times its expected time before it is ended. */
const LENIENCE = 5;

/**
 * Times contenders on feeds of rising size: within a size in turn, round by round, so that all of them meet the same
 * load of the machine. Who would need too long for a size, judged by the size before and by the runs on one headline in
 * `starts`, is left out of it.
 */
export async function race(
  contenders: readonly Contender[],
  feeds: readonly Feed[],
  folder: string,
  { rounds, seconds }: Patience,
  say: (progress: string) => void,
  starts: readonly Result[] = [],
): Promise<Result[]> {
  const results: Result[] = [];
  for (const feed of feeds) {
    const running = new Map<string, Run[]>();
    const dropped = new Map<string, string>();
    for (const { name } of contenders) {
      const expected = expectedSeconds([...starts, ...results], name, feed.lines);
      if (typeof expected === 'number' && expected <= seconds) running.set(name, []);
      else dropped.set(name, tooLong(expected));
    }
    for (let round = 1; round <= rounds; round += 1) {
      for (const contender of contenders.filter(({ name }) => !dropped.has(name))) {
        try {
          const command = contender.run(feed, outputOf(folder, contender.name));
          const run = await measure(command, seconds * LENIENCE);
          running.get(contender.name)?.push(run);
          say(`${contender.name}, ${feed.lines}, round ${round} of ${rounds}: ${run.seconds.toFixed(2)} s`);
        } catch (error) {
          dropped.set(contender.name, error instanceof Error ? error.message : String(error));
        }
      }
    }
    for (const { name } of contenders) {
      const why = dropped.get(name) ?? null;
      const runs = why === null ? (running.get(name) ?? []) : [];
      results.push({ contender: name, lines: feed.lines, runs, why });
    }
  }
  return results;
}

/** Where a contender's last answers are. */
export function outputOf(folder: string, contender: string): string {
  return join(folder, `${contender.replace(/\W+/g, '-')}.out`);
}

/** A name for the bytes of a file: equal files have equal ones. */
export function bytesOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

/** The runs of a contender on a size; none where it has not run. */
export function runsOf(results: readonly Result[], contender: string, lines: number): readonly Run[] {
  return results.find((one) => one.contender === contender && one.lines === lines)?.runs ?? [];
}

export function secondsOf(runs: readonly Run[]): number[] {
  return runs.map(({ seconds }) => seconds);
}

/** By the largest size so far; 0 where there is none; the reason where it has already dropped out. */
function expectedSeconds(results: readonly Result[], name: string, lines: number): number | string {
  const last = results.findLast(({ contender }) => contender === name);
  if (last?.why) return last.why;
  if (last === undefined || last.lines === 1) return 0;
  const start = median(secondsOf(runsOf(results, name, 1)));
  return extrapolated(median(secondsOf(last.runs)), start || 0, last.lines, lines);
}

function tooLong(expected: number | string): string {
  if (typeof expected === 'string') return expected;
  return `would take about ${expected.toFixed(0)} s a run: --patience ${Math.ceil(expected)} runs it`;
}
