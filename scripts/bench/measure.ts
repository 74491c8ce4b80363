import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, rmSync } from 'node:fs';
import { endTree } from '../setup/end-tree.mjs';

/** A program that is measured as a whole, from its start to its end. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  /** The file that is its standard input; without one it has none. */
  readonly input?: string;
  /** The file that its standard output goes to. */
  readonly output: string;
  /** Exit codes with which it has done its work; without them 0 alone. */
  readonly doneCodes?: readonly number[];
}

/** What a run took. */
export interface Run {
  readonly seconds: number;
  /** Of all its threads and children together; null where the system does not tell. */
  readonly cpuSeconds: number | null;
  /** The most memory that it held; null where the system does not tell. */
  readonly megabytes: number | null;
}

const GNU_TIME = '/usr/bin/time';
const GNU_FORMAT = '%U %S %M';
const POLL_MS = 10;
/** Linux counts processor time in hundredths of a second. */
const TICKS = 100;

/**
 * Runs a program to its end. Memory and processor time come from GNU time where that is installed, else from /proc
 * while the program runs (what it took in its last 10 ms is then missed), else from nowhere.
 * @throws Error when it cannot be started, fails, or takes longer than `limitSeconds`; it has then ended.
 */
export async function measure(command: Command, limitSeconds: number): Promise<Run> {
  const report = `${command.output}.time`;
  const timed = existsSync(GNU_TIME) && process.platform === 'linux';
  const [program, args] = timed
    ? [GNU_TIME, ['-f', GNU_FORMAT, '-o', report, command.program, ...command.args]]
    : [command.program, [...command.args]];
  const doneCodes = command.doneCodes ?? [0];
  const input = command.input === undefined ? null : openSync(command.input, 'r');
  const output = openSync(command.output, 'w');
  try {
    const stdio = [input ?? 'ignore', output, 'pipe'] as const;
    const ended = await ending(program, args, [...stdio], doneCodes, limitSeconds);
    return timed ? { ...ended, ...gnuReport(report) } : ended;
  } finally {
    if (input !== null) closeSync(input);
    closeSync(output);
    rmSync(report, { force: true });
  }
}

function ending(
  program: string,
  args: readonly string[],
  stdio: ['ignore' | number, number, 'pipe'],
  doneCodes: readonly number[],
  limitSeconds: number,
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const from = process.hrtime.bigint();
    const child = spawn(program, args, { stdio });
    let notes = '';
    let usage = NOTHING_KNOWN;
    let overdue = false;
    child.stderr?.on('data', (chunk: Buffer) => {
      notes = (notes + chunk.toString()).slice(-2000);
    });
    const poll = setInterval(() => {
      usage = procUsage(child.pid) ?? usage;
    }, POLL_MS);
    const limit = setTimeout(() => {
      overdue = true;
      endTree(child.pid);
    }, limitSeconds * 1000);
    const finish = (failure: string | null, seconds: number): void => {
      clearInterval(poll);
      clearTimeout(limit);
      if (failure === null) resolve({ seconds, ...usage });
      else reject(new Error(failure));
    };
    child.once('error', (error) => finish(error.message, 0));
    child.once('exit', (code, signal) => {
      const seconds = Number(process.hrtime.bigint() - from) / 1e9;
      if (overdue) finish(`over ${limitSeconds} s`, seconds);
      else if (code !== null && doneCodes.includes(code)) finish(null, seconds);
      else finish(`ended with ${code ?? signal}: ${notes.trim().split('\n').at(-1)}`, seconds);
    });
  });
}

const NOTHING_KNOWN: Omit<Run, 'seconds'> = { cpuSeconds: null, megabytes: null };

/** Its last line: above it GNU time says with what the program ended. */
function gnuReport(file: string): Omit<Run, 'seconds'> {
  const last = readFileSync(file, 'utf8').trim().split('\n').at(-1) ?? '';
  const [user, system, kilobytes] = last.split(' ').map(Number);
  return { cpuSeconds: (user as number) + (system as number), megabytes: (kilobytes as number) / 1024 };
}

/** What Linux tells of a process that runs; null when it has ended, or on other systems. */
function procUsage(pid: number | undefined): Omit<Run, 'seconds'> | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    const peak = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    if (peak === undefined) return null;
    return { cpuSeconds: (Number(fields[11]) + Number(fields[12])) / TICKS, megabytes: Number(peak) / 1024 };
  } catch {
    return null;
  }
}
