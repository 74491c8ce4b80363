import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A log that never grows beyond its files: one that is written and some that were full. */
export interface LogFile {
  /** The file that is written, then the full ones, the newest first. */
  readonly files: readonly string[];
  write(line: string): void;
}

export interface LogLimits {
  /** Bytes of a file, about. */
  readonly bytes: number;
  /** Files, the one that is written among them. */
  readonly files: number;
}

const LOG_LIMITS: LogLimits = { bytes: 500_000, files: 4 };

/** Opens a log in a folder. A log that cannot be written costs nothing else: lines are lost then. */
export function openLog(folder: string, name: string, now: () => string, limits = LOG_LIMITS): LogFile {
  const files = Array.from({ length: limits.files }, (_, at) =>
    join(folder, at === 0 ? `${name}.log` : `${name}.${at}.log`),
  );
  const [current] = files as [string, ...string[]];
  return {
    files,
    write(line) {
      try {
        mkdirSync(folder, { recursive: true });
        if ((statSync(current, { throwIfNoEntry: false })?.size ?? 0) >= limits.bytes) rotate(files);
        appendFileSync(current, `${now()} ${line.slice(0, 2000)}\n`);
      } catch {
        // A full disk or a folder without rights is told where work is lost by it; nothing is, here.
      }
    },
  };
}

function rotate(files: readonly string[]): void {
  for (let at = files.length - 1; at > 0; at -= 1) {
    const [older, newer] = [files[at], files[at - 1]] as [string, string];
    if (statSync(newer, { throwIfNoEntry: false }) !== undefined) renameSync(newer, older);
  }
}
